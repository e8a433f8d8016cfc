import { raiseMatterSchema } from '@yishi/contract/matter'
import { matterCommandSchemas, orderCommandSchemas } from '@yishi/contract/matter-command'
import { ROLES } from '@yishi/domain/kernel'
import { PROCEDURES } from '@yishi/methods'
import { expect, test } from 'vitest'
import { INEXPRESSIBLE, KNOWN_CASES, SCRIPTS } from './cases.ts'
import { timeline } from './moments.ts'
import { ROOM_DEEDS, isRoomDeed, opensRoom, roomOf } from './rooms/deeds.ts'
import type { ScriptStep } from './script.ts'

const scripted = SCRIPTS.flatMap(({ cases }) => cases)
const commands = { ...matterCommandSchemas, ...orderCommandSchemas }
const schemaOf = ({ do: deed }: ScriptStep) => (isRoomDeed(deed) ? ROOM_DEEDS[deed].body : commands[deed])

/** Every party that a step names, by its key. */
const partiesIn = ({ of, places = [], with: told }: ScriptStep): readonly string[] => {
  const { orders, invited, task, party, to } = told as Record<string, unknown>
  const listed = [orders, invited].flatMap((each) => (each ?? []) as readonly { readonly party?: string }[])
  const named = [...listed, (task ?? {}) as { readonly party?: string }].map((each) => each.party)
  return [of, party as string | undefined, to as string | undefined, ...named, ...places].flatMap((key) => key ?? [])
}

test('every real case is either walked or says what it waits for', () => {
  const walked = scripted.map(({ id }) => id)
  const waiting = INEXPRESSIBLE.map(({ id }) => id)
  expect(KNOWN_CASES).toHaveLength(250)
  expect([...walked, ...waiting].toSorted()).toEqual([...KNOWN_CASES].toSorted())
  expect(walked.length).toBeGreaterThanOrEqual(209)
  for (const { id, waitsFor, why } of INEXPRESSIBLE) {
    expect(waitsFor, id).toMatch(/^[a-z][a-z-]+$/u)
    expect(why, id).toMatch(/^Told: [^.]{8,}\. Missing: [^.]{8,}\.$/u)
  }
})

test('every step is a command of the contract, by somebody of the community', () => {
  for (const { parties, cases } of SCRIPTS) {
    for (const { role } of Object.values(parties)) expect(ROLES).toContain(role)
    for (const { id, raise, steps, procedure } of cases) {
      expect(raiseMatterSchema.safeParse(raise).success, id).toBe(true)
      expect(
        PROCEDURES.map(({ key }) => key),
        id,
      ).toContain(procedure.key)
      for (const step of steps) {
        const { error } = schemaOf(step).safeParse(step.with)
        expect(error?.issues ?? [], `${id} ${step.do}`).toEqual([])
        expect(['raiser', ...Object.keys(parties)], `${id} ${step.do}`).toContain(step.by)
        for (const party of partiesIn(step)) expect(Object.keys(parties), `${id} ${step.do}`).toContain(party)
      }
    }
  }
})

test('nobody acts in a room that was not entered, and every deed of the rooms is done in some case', () => {
  const done = new Set<string>()
  for (const { id, steps } of scripted) {
    const entered = new Set<string>()
    for (const { do: deed } of steps) {
      if (!isRoomDeed(deed)) continue
      done.add(deed)
      if (opensRoom(deed)) entered.add(roomOf(deed))
      expect(entered, `${id} ${deed}`).toContain(roomOf(deed))
    }
  }
  expect([...done].toSorted()).toEqual(Object.keys(ROOM_DEEDS).toSorted())
})

test('every vote that is counted says what it came to, and both tellers say the same', () => {
  for (const { id, steps } of scripted) {
    const counts = steps.filter((step) => step.do === 'poll/count')
    const again = steps.filter((step) => step.do === 'poll/count-again')
    expect(
      again.map((step) => step.with),
      id,
    ).toEqual(counts.map((step) => step.with))
    expect(
      again.filter((step) => !step.decides),
      id,
    ).toEqual([])
    for (const step of again) expect(step.decides!.passed && step.decides!.chosen.length === 0, id).toBe(false)
  }
})

test('the steps of a case follow each other in time', () => {
  for (const script of SCRIPTS)
    for (const told of script.cases) {
      const deeds = timeline([{ ...script, cases: [told] }])
      expect(
        deeds.map(({ number }) => number),
        told.id,
      ).toEqual(deeds.map((_, index) => index))
    }
})

test('what a case does not tell is named', () => {
  for (const { id, assumed, raise, spans = [], steps } of scripted) {
    expect(assumed.length, id).toBeGreaterThan(0)
    if (!raise.dateTold) expect(assumed.join(' '), id).toMatch(/date|day|year/u)
    const known = ['raise', ...steps.map((step) => step.id)]
    for (const { from, to } of spans) expect(known, id).toEqual(expect.arrayContaining([from, to]))
  }
})

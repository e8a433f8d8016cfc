import { raiseMatterSchema } from '@yishi/contract/matter'
import { matterCommandSchemas, orderCommandSchemas } from '@yishi/contract/matter-command'
import { ROLES } from '@yishi/domain/kernel'
import { PROCEDURES } from '@yishi/methods'
import { expect, test } from 'vitest'
import { INEXPRESSIBLE, KNOWN_CASES, SCRIPTS } from './cases.ts'
import { timeline } from './moments.ts'

const scripted = SCRIPTS.flatMap(({ cases }) => cases)
const schemas = { ...matterCommandSchemas, ...orderCommandSchemas }

test('every real case is either walked or says what it waits for', () => {
  const walked = scripted.map(({ id }) => id)
  const waiting = INEXPRESSIBLE.map(({ id }) => id)
  expect(KNOWN_CASES).toHaveLength(250)
  expect([...walked, ...waiting].toSorted()).toEqual([...KNOWN_CASES].toSorted())
  expect(walked.length).toBeGreaterThanOrEqual(36)
  for (const { id, waitsFor, why } of INEXPRESSIBLE) {
    expect(waitsFor, id).toMatch(/^[a-z][a-z-]+$/u)
    expect(why.length, id).toBeGreaterThan(12)
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
        const { error } = schemas[step.do].safeParse(step.with)
        expect(error?.issues ?? [], `${id} ${step.do}`).toEqual([])
        expect(['raiser', ...Object.keys(parties)], `${id} ${step.do}`).toContain(step.by)
        if (step.of) expect(Object.keys(parties), id).toContain(step.of)
        for (const { party } of (step.with['orders'] ?? []) as { party: string }[])
          expect(Object.keys(parties), id).toContain(party)
      }
    }
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

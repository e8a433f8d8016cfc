// Entering the boxes of a secret election: two tellers who agree settle one, a third decides where they differ, and the last box tells the result. RULES R2.4.
import type { LocalDate } from '../calendar/index.ts'
import { type Meta, refuse } from '../kernel/index.ts'
import type { ElectionCommand, ElectionEvent } from './acts.ts'
import { type BoxCount, askedOf, keyed, sameCount, sumOfBoxes, wrongBox } from './counting.ts'
import { type Box, type Election, SMALLEST_BOX } from './election.ts'
import { countedSections } from './exported.ts'
import type { Section } from './plan.ts'
import { reservedIn, resultOf } from './result.ts'
import { type Answer, lastDayOf, tells } from './keeping.ts'

type Counting = Extract<Election, { status: 'counting' }>

/** What a count makes of its box: one more, settled by two that agree, sent to a third, or begun anew where all three differ. */
const told = (box: Box, index: number, entered: Extract<ElectionEvent, { type: 'BoxCounted' }>) => {
  const same = box.counts.some(({ count }) => sameCount(count, entered.count))
  if (same) return [entered, { type: 'BoxSettled' as const, box: index, count: entered.count }]
  if (box.counts.length === 0) return [entered]
  return [entered, { type: 'BoxDiffered' as const, box: index, anew: box.counts.length === 2 }]
}

/** Sections with everybody who was named in a box, and the boxes by their keys. */
export const keyedTurn = (sections: readonly Section[], settled: readonly BoxCount[]) => {
  const { written, boxes } = keyed(sections, settled)
  return {
    boxes,
    totals: sumOfBoxes(askedOf(sections, written), boxes),
    sections: sections.map(({ post, title, seats, standing }) => ({
      post,
      title,
      seats,
      candidates: [
        ...standing.map((each) => ({ ...each, written: false })),
        ...(written[post] ?? []).map((each) => ({ ...each, written: true, woman: null })),
      ],
    })),
  }
}

const furtherBy = ({ furtherWithin, turn }: Counting): LocalDate | null =>
  furtherWithin === null ? null : lastDayOf(turn.day, furtherWithin)

const announce = (election: Counting, events: readonly ElectionEvent[]): readonly ElectionEvent[] => {
  const settled = events.find((event) => event.type === 'BoxSettled')
  if (!settled) return events
  const boxes = election.counted.map((box, index) => (index === settled.box ? settled.count : box.settled))
  const all = boxes.filter((count) => count !== null)
  if (all.length < boxes.length) return events
  const { law, posts, registered, results, turn, addsDown } = election
  const { totals, sections } = keyedTurn(turn.sections, all)
  const { round, given } = turn
  const { collected, spoiled } = totals
  const result = resultOf({
    law,
    round,
    registered,
    given,
    collected,
    spoiled,
    kept: [],
    addsDown,
    reserved: reservedIn(law, posts, results),
    sections: countedSections({ sections, totals }),
  })
  return [...events, { type: 'ResultAnnounced', result, furtherBy: furtherBy(election) }]
}

/** In the second round only those stand who had most votes in the first: nobody is written in (art. 15). */
export const takesNames = ({ law, turn }: Pick<Counting, 'law' | 'turn'>): boolean =>
  law.writeIns !== null && turn.round === 1

export const enter = (
  election: Counting,
  { box: index, count }: Extract<ElectionCommand, { type: 'EnterBox' }>,
  meta: Meta,
): Answer => {
  const by = tells(election, meta)
  if (!by) return refuse('not-your-election')
  const box = election.counted[index]
  if (!box) return refuse('box-unknown')
  if (box.settled) return refuse('box-settled')
  if (box.counts.some((each) => each.by === by)) return refuse('second-person-needed')
  const { addsDown, turn } = election
  const wrong = wrongBox(turn.sections, count, { writeIns: takesNames(election), addsDown })
  if (wrong) return refuse(wrong)
  if (election.counted.length > 1 && count.collected > 0 && count.collected < SMALLEST_BOX)
    return refuse('box-too-small', { least: SMALLEST_BOX })
  return announce(election, told(box, index, { type: 'BoxCounted', box: index, by, count }))
}

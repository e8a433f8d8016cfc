// How the questions of a sheet lie on its pages: every name once and in its order, nothing changed for sheets without an election, and a sheet with a page missing is not taken.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Ids, isRefused } from '../kernel/index.ts'
import { COMMUNITY, PATH, STAFF } from '../matter/testing/community.ts'
import { type CandidatesQuestion, MOST_CANDIDATES, type Question, pollRuleByKey } from '../poll/index.ts'
import { type PaperBallot, type PaperCommand, pagesOf, paperEntry, paperRules } from './index.ts'

const AGREE: Question = { type: 'for-against', text: '通过管理规约，好不好？', explanation: '' }
const elects = (names: readonly string[], more: Partial<CandidatesQuestion> = {}): CandidatesQuestion => ({
  type: 'candidates',
  text: '选举业委会委员',
  explanation: '',
  options: names.map((text, index) => ({ key: `option-${index + 1}`, text, profile: text, consented: true })),
  committee: 5,
  sitting: 0,
  marking: 'each',
  tie: 'revote',
  again: null,
  ...more,
})
const people = (count: number) => Array.from({ length: count }, (_, index) => `候选人${index + 1}`)
const numbered = (questions: readonly Question[]) =>
  questions.map((question, index) => ({ number: index + 1, question }))
const layout = (...questions: readonly Question[]) =>
  pagesOf(numbered(questions)).map((page) => page.map(({ number, names }) => (names ? [number, names.length] : number)))

describe('the pages of a sheet', () => {
  test('are one where nobody is elected or ranked beside other questions, however much is asked', () => {
    expect(layout(AGREE, AGREE, AGREE, AGREE, AGREE, AGREE)).toEqual([[1, 2, 3, 4, 5, 6]])
    expect(layout(elects(people(20)))).toEqual([[1]])
  })
  test('are one where there is room for the names, and further ones where there is not', () => {
    expect(layout(AGREE, elects(people(7)))).toEqual([[1, 2]])
    expect(layout(AGREE, elects(people(20)), AGREE)).toEqual([[1], [2], [3]])
    expect(layout(elects(people(10)), AGREE)).toEqual([[1, 2]])
    expect(layout(elects(people(20)), AGREE)).toEqual([[], [1], [2]])
  })
  test('are one with few options to be put in order, and a further one begins where they have no room', () => {
    const ranks = (count: number): Question => ({
      type: 'ranked',
      text: '选哪个牌子？',
      explanation: '',
      seats: 1,
      options: people(count).map((text, index) => ({ key: `option-${index + 1}`, text })),
    })
    expect(layout(AGREE, ranks(6))).toEqual([[1, 2]])
    expect(layout(ranks(12), AGREE)).toEqual([[1, 2]])
    expect(layout(AGREE, ranks(12), ranks(12))).toEqual([[1, 2], [3]])
    expect(layout(ranks(12))).toEqual([[1]])
  })
  test('go on with names that are more than one page holds', () => {
    expect(layout(AGREE, elects(people(20).map((name) => name + '长'.repeat(70))))).toEqual([
      [1],
      [[2, 6]],
      [[2, 6]],
      [[2, 6]],
      [[2, 2]],
    ])
  })
})

const text = (most: number) =>
  fc.string({ unit: fc.constantFrom('选', 'a', '9', ' '), minLength: 1, maxLength: most, size: 'max' })
const question = fc.oneof(
  text(200).map((said): Question => ({ ...AGREE, text: said })),
  fc.array(text(80), { minLength: 2, maxLength: 12 }).map((texts): Question => ({
    type: 'choose-one',
    text: '选哪一家？',
    explanation: '',
    options: texts.map((said, index) => ({ key: `option-${index + 1}`, text: said })),
  })),
  fc.array(text(80), { minLength: 2, maxLength: 12 }).map((texts): Question => ({
    type: 'scored',
    text: '您给每项打几分？',
    explanation: '',
    seats: 1,
    highest: 5,
    options: texts.map((said, index) => ({ key: `option-${index + 1}`, text: said })),
  })),
  fc
    .tuple(
      fc.array(text(80), { minLength: 1, maxLength: MOST_CANDIDATES, size: 'max' }),
      fc.constantFrom('each', 'limited'),
      text(200),
    )
    .map(([names, marking, said]): Question => elects(names, { marking, text: said })),
)

test('whatever is asked, every question and every name stands on the pages once, in the order in which it was asked', () => {
  const seen = { spread: 0, several: 0 }
  fc.assert(
    fc.property(fc.array(question, { minLength: 1, maxLength: 6 }), (questions) => {
      const asked = numbered(questions)
      const parts = pagesOf(asked).flat()
      const wanted = asked.flatMap(({ number, question: { ...each } }) =>
        each.type === 'candidates' ? each.options.map(({ key }) => `${number} ${key}`) : [String(number)],
      )
      const found = parts.flatMap(({ number, names }) => {
        const each = questions[number - 1]!
        if (each.type !== 'candidates') return [String(number)]
        return (names ?? each.options.map(({ key }) => key)).map((key) => `${number} ${key}`)
      })
      expect(found).toEqual(wanted)
      expect(parts.filter(({ continued }) => continued).every(({ names }) => names !== null)).toBe(true)
      seen.spread += parts.some(({ continued }) => continued) ? 1 : 0
      seen.several += pagesOf(asked).length > 1 ? 1 : 0
    }),
  )
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(10)
})

describe('a sheet of several pages', () => {
  const ids: Ids = (prefix) => `${prefix}_new`
  const sheet = (pages: number): PaperBallot => ({
    status: 'out',
    ballot: 'bal_1',
    poll: 'pol_1',
    voter: 'vtr_1',
    community: COMMUNITY,
    path: PATH,
    unitPath: PATH,
    questions: [{ poll: 'pol_1', ballot: 'bal_1', question: AGREE, status: 'open' }],
    pages,
    closesAt: '2026-11-30T10:00:00.000Z',
    rule: pollRuleByKey('cn-civil-code-278-ordinary')!,
    way: 'ballots',
    issue: 1,
    checkedIn: false,
    proxy: null,
  })
  const back = (more: object = {}): PaperCommand => {
    const taken = { issue: 1, where: 'paper', signed: true, photo: null, companion: '', seenAt: null } as const
    return { type: 'ReturnPaper', ...taken, ...more }
  }
  const decide = (pages: number, command: PaperCommand) =>
    paperRules.decide(sheet(pages), command, { actor: STAFF, now: '2026-11-18T02:00:00.000Z', ids })
  test('is not taken while one is missing, at the desk or at a door', () => {
    expect(decide(3, back())).toMatchObject({ refused: 'pages-missing', detail: { pages: 3 } })
    const door = { where: 'door', companion: '李阿姨', photo: 'pho_1' }
    expect(decide(3, back({ ...door, whole: false }))).toMatchObject({ refused: 'pages-missing' })
    expect(decide(1, back())).not.toHaveProperty('refused')
  })
  test('whole, it is taken, and the ledger says of how many pages it was', () => {
    const answer = decide(3, back({ whole: true }))
    if (isRefused(answer)) throw new Error(answer.refused)
    expect(answer.state.status).toBe('returned')
    const [event] = answer.events
    if (event?.type !== 'PaperReturned') throw new Error('not back')
    expect(paperEntry.PaperReturned(event).facts).toMatchObject({ pages: 3, signed: true })
    expect(paperEntry.PaperReturned({ ...event, pages: 1 }).facts).not.toHaveProperty('pages')
  })
})

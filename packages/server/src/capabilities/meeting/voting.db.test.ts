// A vote called in a meeting, from the raised hands to the minutes: a poll of the matter, counted by two, told back to the meeting.
import type { MeetingFile } from '@yishi/contract/meeting'
import type { PollsOfMatter } from '@yishi/contract/poll'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerTo } from '../../../../verify/src/commands.ts'
import { type Answer, type Town, openTown } from '../../fences/town.ts'
import { act, call, matterToTalk, post, sitting } from './testing/hall.ts'

let town: Town
beforeAll(async () => void (town = await openTown()), 180_000)
afterAll(() => town.close())

const VOTE = { item: 1, rule: 'show-of-hands', question: { type: 'for-against', text: '换成节能灯，行不行？' } }
const NOBODY = { heads: 0 }
const FIGURES = {
  present: { heads: 2 },
  votes: { for: { heads: 2 }, against: NOBODY },
  abstain: NOBODY,
  invalid: NOBODY,
}

const pollsOf = async (matter: string): Promise<PollsOfMatter> =>
  (await town.as('staff', { method: 'GET', url: `/api/matters/${matter}/polls` })).json()
const vote = (meeting: string, change: object = {}, key?: string) =>
  town.as('staff', {
    method: 'POST',
    url: `/api/meetings/${meeting}/call-vote`,
    json: { ...VOTE, ...change },
    ...(key && { headers: { 'idempotency-key': key } }),
  })
const votesIn = (answer: Answer) => (answer.json() as MeetingFile).votes
const fileOf = async (meeting: string): Promise<MeetingFile> =>
  (await town.as('staff', { method: 'GET', url: `/api/meetings/${meeting}` })).json()

test('hands are raised, two tellers count alike, and the numbers stand in the meeting, its minutes and its public page', async () => {
  const { matter } = await matterToTalk(town)
  const { meeting, code, may } = await sitting(town, matter)
  expect(may).toContain('call-vote')
  const called = await vote(meeting)
  expect(called.status).toBe(200)
  const [line] = votesIn(called)
  expect(line).toMatchObject({ item: 1, question: '换成节能灯，行不行？', result: null })
  const { poll } = line!
  expect((await pollsOf(matter)).polls).toMatchObject([{ poll, status: 'open' }])
  await post(town, 'staff', `/api/polls/${poll}/count`, { figures: FIGURES })
  expect((await fileOf(meeting)).votes).toMatchObject([{ result: null }])
  await post(town, 'branch', `/api/polls/${poll}/count`, { figures: FIGURES })
  expect((await fileOf(meeting)).votes[0]?.result).toEqual({
    passed: true,
    counts: [
      { mark: 'for', text: '', heads: 2 },
      { mark: 'against', text: '', heads: 0 },
      { mark: 'abstain', text: '', heads: 0 },
    ],
  })
  const closed = await act(town, meeting, 'close', { result: 'agreed' })
  expect(closed.minutes?.text).toContain('换成节能灯，行不行？（同意 2 票，反对 0 票，弃权 0 票；通过）')
  const page = await town.as('visitor', { method: 'GET', url: `/meetings/${code}` })
  expect(page.text).toContain('换成节能灯，行不行？')
})

test('more hands than there are people on seats are refused', async () => {
  const { matter } = await matterToTalk(town)
  const { meeting } = await sitting(town, matter)
  const { poll } = votesIn(await vote(meeting))[0]!
  const figures = { ...FIGURES, votes: { for: { heads: 3 }, against: NOBODY } }
  const answer = await post(town, 'staff', `/api/polls/${poll}/count`, { figures })
  expect(answer.status).toBe(422)
  expect((await post(town, 'staff', `/api/polls/${poll}/count`, { figures: FIGURES })).status).toBe(200)
})

test('where it cannot be called no poll is left over: too few are here, no such rule, hands cannot count it', async () => {
  const { matter } = await matterToTalk(town)
  const { meeting } = await call(town, matter)
  await act(town, meeting, 'sign-in', { invitee: 1, name: '吴书记' })
  await act(town, meeting, 'open', { chair: 1 })
  expect((await vote(meeting)).json()).toMatchObject({ code: 'not-quorate' })
  await act(town, meeting, 'sign-in', { invitee: 2, name: '周社工' })
  expect((await vote(meeting, { rule: 'no-such-rule' })).json()).toMatchObject({ code: 'poll-rule-unknown' })
  expect((await vote(meeting, { rule: 'cn-civil-code-278-ordinary' })).json()).toMatchObject({ code: 'way-unfit' })
  expect((await vote(meeting, { item: 9 })).json()).toMatchObject({ code: 'item-unknown' })
  expect((await pollsOf(matter)).polls).toEqual([])
})

test('sent twice it is called once; given up, it leaves no line', async () => {
  const { matter } = await matterToTalk(town)
  const { meeting } = await sitting(town, matter)
  const key = 'e7a3b0a2-5c39-4d2e-9f55-0c6a4d1b7f10'
  const [one, two] = [await vote(meeting, {}, key), await vote(meeting, {}, key)]
  expect([one.status, two.status]).toEqual([200, 200])
  const votes = votesIn(two)
  expect(votes).toHaveLength(1)
  expect((await pollsOf(matter)).polls).toHaveLength(1)
  expect((await post(town, 'staff', `/api/polls/${votes[0]!.poll}/withdraw`, { reason: '再议一议' })).status).toBe(200)
  expect((await fileOf(meeting)).votes).toEqual([])
})

describe('hands for options', () => {
  const options = ['节能灯', '声控灯', '太阳能灯']
  const asked = { type: 'limited', text: '换哪一种灯？', options, seats: 1, most: 1 }
  const raised = (one: number, two: number, { cast = one + two, none = 0 } = {}) => ({
    votes: { 'option-1': { heads: one }, 'option-2': { heads: two }, 'option-3': NOBODY },
    cast: { heads: cast },
    abstain: { heads: none },
    invalid: NOBODY,
  })
  const limited = (change: object = {}) => ({ rule: 'hands-limited', question: { ...asked, ...change } })

  test('are counted for each by two; the one with most is chosen, and the minutes say so', async () => {
    const { matter } = await matterToTalk(town)
    const { meeting, code } = await sitting(town, matter)
    const { poll } = votesIn(await vote(meeting, limited()))[0]!
    await post(town, 'staff', `/api/polls/${poll}/count`, { figures: raised(2, 0) })
    expect((await post(town, 'branch', `/api/polls/${poll}/count`, { figures: raised(2, 0) })).status).toBe(200)
    expect((await fileOf(meeting)).votes[0]?.result).toMatchObject({ passed: true, chosen: ['节能灯'] })
    const closed = await act(town, meeting, 'close', { result: 'agreed' })
    expect(closed.minutes?.text).toContain('（节能灯 2 票，声控灯 0 票，太阳能灯 0 票，弃权 0 票；选定节能灯）')
    expect((await town.as('visitor', { method: 'GET', url: `/meetings/${code}` })).text).toContain('选定：节能灯')
    const claim = await town.as('visitor', { method: 'GET', url: `/polls/${poll}/tally.json` })
    expect(answerTo(['rank', 'FILE'], () => claim.text)).toMatchObject({ exit: 0 })
  })

  test.each([
    ['more hands than those who raised any may raise (R7.30)', raised(2, 1, { cast: 2 }), 'counts-exceed-marks'],
    ['more hands for one than there are people', raised(3, 0), 'counts-exceed-electorate'],
    ['more people with a hand and without than are here', raised(1, 1, { none: 1 }), 'counts-exceed-electorate'],
    ['nobody said how many raised any', { ...raised(1, 1), cast: undefined }, 'counts-incomplete'],
  ])('%s: refused, and the right figures are taken', async (_, figures, code) => {
    const { matter } = await matterToTalk(town)
    const { meeting } = await sitting(town, matter)
    const { poll } = votesIn(await vote(meeting, limited()))[0]!
    expect((await post(town, 'staff', `/api/polls/${poll}/count`, { figures })).json()).toMatchObject({ code })
    expect((await post(town, 'staff', `/api/polls/${poll}/count`, { figures: raised(1, 1) })).status).toBe(200)
  })

  test('each may raise one for as many as are good: approval counts them all', async () => {
    const { matter } = await matterToTalk(town)
    const { meeting } = await sitting(town, matter)
    const question = { type: 'approval', text: '换哪两种灯？', options, seats: 2 }
    const { poll } = votesIn(await vote(meeting, { rule: 'hands-approval', question }))[0]!
    const figures = raised(2, 1, { cast: 2 })
    await post(town, 'staff', `/api/polls/${poll}/count`, { figures })
    await post(town, 'branch', `/api/polls/${poll}/count`, { figures })
    expect((await fileOf(meeting)).votes[0]?.result).toMatchObject({ chosen: ['节能灯', '声控灯'] })
  })

  test.each(['ranked', 'scored'])(
    'cannot be %s: refused with what to do instead, and no poll is left over',
    async (type) => {
      const { matter } = await matterToTalk(town)
      const { meeting } = await sitting(town, matter)
      const question = { type, text: '排一排', options, seats: 1, ...(type === 'scored' && { highest: 5 }) }
      for (const rule of ['hands-limited', `residents-${type}`, 'show-of-hands']) {
        const answer = await vote(meeting, { rule, question })
        expect([answer.status, answer.json()]).toMatchObject([422, { code: 'hands-cannot-rank' }])
        expect(answer.text).toContain('手机或纸票')
      }
      expect((await pollsOf(matter)).polls).toEqual([])
    },
  )
})

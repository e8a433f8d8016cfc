// The election of a committee in the town of the fence tests, through its own doors up to the result that stands.
import type { PollFile } from '@yishi/contract/poll'
import type { Instant } from '@yishi/domain/kernel'
import type { Caller } from '../../../fences/people.ts'
import { PEOPLE } from '../../../fences/people.ts'
import { actIn, passIn } from '../../../fences/steps.ts'
import type { Town } from '../../../fences/town.ts'
import { draftIn, planIn } from '../../poll/testing/draft.ts'
import { adoptFor, atAssembly, settleOwners } from '../../poll/testing/owners.ts'

/** Four of them own homes in the house; the roster knows no owner of the other two names. */
export const NAMES = [
  PEOPLE.raiser.name,
  PEOPLE.neighbour.name,
  PEOPLE.volunteer.name,
  PEOPLE.police.name,
  '陈静',
  '杨帆',
] as const

const NOTICE = { title: '选举公告', text: '候选人和简介见下。', days: 15, everywhere: true }

export const settleCommittee = async (town: Town): Promise<void> => {
  await settleOwners(town)
  await adoptFor(town, 'owners-election', 'cn-committee-election')
}

type Asked = {
  readonly names?: readonly string[]
  readonly sitting?: number
  readonly again?: string | null
  readonly committee?: number
  /** How many of the first names everybody votes for. */
  readonly wins?: number
}

const done = async (town: Town, who: Caller, path: string, json: object = {}): Promise<PollFile> => {
  const { status, body } = await actIn(town)<PollFile>(who, path, json)
  if (status >= 300) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`)
  return body
}

const castAll = async (town: Town, poll: string, wins: number): Promise<void> => {
  const marks = Array.from({ length: wins }, (_, index): [string, string] => ['choice', `option-${index + 1}`])
  for (const who of ['raiser', 'neighbour', 'police'] as const)
    await town.as(who, {
      method: 'POST',
      url: `/polls/${poll}`,
      payload: new URLSearchParams([['step', 'cast'], ...marks]).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
}

export const draftElection = async (town: Town, asked: Asked = {}): Promise<PollFile> => {
  const { names = NAMES, sitting = 0, again = null, committee = 5 } = asked
  const matter = await atAssembly(town, 'owners-election')
  const options = names.map((text) => ({ text, profile: `${text}，住一号楼。`, consented: true }))
  const seats = { options, committee, sitting, marking: 'each', tie: 'revote', again }
  const question = { type: 'candidates', text: '选举业主委员会委员', ...seats }
  const plan = planIn(town, { topic: 'committee' })
  return done(
    town,
    'staff',
    `matters/${matter}/polls`,
    draftIn(town, { rule: 'cn-committee-election', question, plan }),
  )
}

/** All owners vote for the first names. */
export const electCommittee = async (town: Town, asked: Asked = {}): Promise<PollFile> => {
  const { poll, assembly } = await draftElection(town, asked)
  await done(town, 'staff', `polls/${poll}/announce`, NOTICE)
  await passIn(town, assembly!.opensAt as Instant)
  await done(town, 'staff', `polls/${poll}/open`)
  await castAll(town, poll, asked.wins ?? 5)
  await passIn(town, assembly!.closesAt as Instant)
  await done(town, 'staff', `polls/${poll}/count`)
  await done(town, 'branch', `polls/${poll}/count`)
  const shown = await done(town, 'staff', `polls/${poll}/show`, { ...NOTICE, title: '选举结果', days: 7 })
  await passIn(town, shown.objections!.endsAt as Instant)
  return done(town, 'staff', `polls/${poll}/confirm`)
}

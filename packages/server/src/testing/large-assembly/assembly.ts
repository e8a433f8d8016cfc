// An assembly of owners of any size from its draft to its counted result, through the program's own doors, with what each step took.
import { setTimeout as pause } from 'node:timers/promises'
import type { Bundles } from '@yishi/contract/court-bundle'
import type { PaperDesk, PaperUnit, Reconciliation } from '@yishi/contract/paper-ballot'
import type { PollFile } from '@yishi/contract/poll'
import { endOfDay, localDateOf } from '@yishi/domain/calendar'
import { DAY, type Instant, later } from '@yishi/domain/kernel'
import sharp from 'sharp'
import { type Hall, sideBySide } from './hall.ts'
import { type MadeUnit, indexIn, pathOfStairway } from './roster.ts'
import { type Deed, type Lane, isPrinted, provedOf } from './script.ts'

export type OnList = { readonly voter: string; readonly number: number }
export type Running = {
  readonly hall: Hall
  readonly poll: string
  readonly closesAt: Instant
  /** By the index of the unit. */
  readonly list: ReadonlyMap<number, OnList>
  readonly stairways: PaperDesk['stairways']
}

const PLAN = {
  topic: 'property-company',
  regime: 'follow-majority',
  basis: '议事规则第十条',
  caller: 'residents-committee',
  reelection: false,
  preparation: { parking: '议事规则第六条' },
}

const drafted = async ({ post, place }: Hall, opensAt: Instant): Promise<PollFile> => {
  const about = { text: '物业合同到期了', title: '物业续聘', place, channel: 'hall' }
  const { matter } = await post<{ matter: string }>('staff', '/api/matters', about)
  const sorting = { level: 'II', colour: 'yellow', size: 'big', kind: 'facilities', procedure: 'four-affairs' }
  await post('staff', `/api/matters/${matter}/sort`, sorting)
  return post<PollFile>('staff', `/api/matters/${matter}/polls`, {
    rule: 'cn-civil-code-278-ordinary',
    way: 'ballots',
    question: { type: 'for-against', text: '续聘安居物业？', explanation: '' },
    electorate: { units: { kind: 'community', node: null, uses: ['flat', 'shop', 'parking'] } },
    plan: { ...PLAN, opensAt, closesAt: later(opensAt, 10 * DAY) },
  })
}

const listOf = async ({ get }: Hall, poll: string) => {
  const { stairways } = await get<PaperDesk>(`/api/polls/${poll}/paper`)
  const list = new Map<number, OnList>()
  for (const { path } of stairways)
    for (const { voter, number, name } of await get<PaperUnit[]>(`/api/polls/${poll}/paper/units?path=${path}`))
      list.set(indexIn(name), { voter, number })
  return { stairways, list }
}

export type Took = (step: string) => <T>(work: () => Promise<T>) => Promise<T>

export type Passing = {
  readonly took: Took
  /** The database looks over its tables in the two weeks for which a notice hangs; here these are a moment, and somebody has to ask it. */
  readonly analyze: () => Promise<unknown>
}

export const openAssembly = async (hall: Hall, { took, analyze }: Passing): Promise<Running> => {
  const opensAt = endOfDay(localDateOf(later(hall.stage.context.clock.now(), 18 * DAY)))
  const { poll, assembly } = await took('draft')(() => drafted(hall, opensAt))
  const notice = { title: '业主大会公告', text: '议题：续聘物业。', days: 15, everywhere: true }
  await took('announce')(() => hall.post('staff', `/api/polls/${poll}/announce`, notice))
  await hall.stage.advanceTo(opensAt)
  await analyze()
  await took('open')(() => hall.post('staff', `/api/polls/${poll}/open`, {}))
  const listed = await took('list by stairway')(() => listOf(hall, poll))
  return { hall, poll, closesAt: assembly!.closesAt as Instant, ...listed }
}

/** As many as one answer of the desk takes. */
const AT_A_TIME = 5000

const inParts = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / AT_A_TIME) }, (_, part) =>
    all.slice(part * AT_A_TIME, (part + 1) * AT_A_TIME),
  )

/** The owners of the first building were told by a notice on its stairs; alone it changes no count. */
export const TOLD_ON_STAIRS = '楼道公告照片'

export const prove = async ({ hall, poll, list }: Running, units: readonly MadeUnit[]): Promise<void> => {
  const votersOf = (which: (unit: MadeUnit) => boolean) =>
    units.filter(which).map(({ index }) => list.get(index)!.voter)
  for (const proof of ['delivered', 'told', 'warned'] as const)
    for (const voters of inParts(
      votersOf((unit) => provedOf(unit) === 'proven' || (proof === 'delivered' && provedOf(unit) === 'delivered')),
    ))
      await hall.post('staff', `/api/polls/${poll}/proofs`, { proof, voters, evidence: '签收表' })
  const { turnout } = await hall.get<PollFile>(`/api/polls/${poll}`)
  const [building] = turnout.groups
  const told = { proof: 'told', evidence: TOLD_ON_STAIRS, silentIn: [building!.path] }
  await hall.post('staff', `/api/polls/${poll}/proofs`, told)
}

/** The codes of the sheets, by their numbers on the list, as they come out of the printer. */
export const printSheets = async ({ hall, poll, stairways }: Running): Promise<ReadonlyMap<number, string>> => {
  const codes = new Map<number, string>()
  const printed = stairways.flatMap((_, stairway) => (isPrinted({ stairway }) ? [pathOfStairway(stairway)] : []))
  for (const path of printed) {
    const page = await hall.text(`/polls/${poll}/paper?path=${path}`)
    for (const [, code] of page.matchAll(/data-code="([^"]+)"/gu)) codes.set(Number(code!.split('-')[0]), code!)
  }
  return codes
}

/** One photo stands for all: what is looked at is that there is one. */
export const takePhoto = async ({ hall, poll }: Running): Promise<string> => {
  const image = sharp({ create: { width: 8, height: 8, channels: 3, background: '#8a6' } }).jpeg()
  const body = new FormData()
  body.append('photo', new Blob([new Uint8Array(await image.toBuffer())], { type: 'image/jpeg' }), 'sheet.jpg')
  const path = `/api/polls/${poll}/walk/photos?owner=${hall.personOf.staff}`
  const { photo } = (await hall.send('staff', path, body)) as { photo: string }
  return photo
}

export type Voting = Running & { readonly codes: ReadonlyMap<number, string>; readonly photo: string }

const collect = ({ hall, poll, photo }: Voting, voter: string) =>
  hall.post('staff', `/api/polls/${poll}/walk`, {
    owner: hall.personOf.staff,
    voter,
    result: 'collected',
    companion: '李阿姨',
    photo,
    seenAt: hall.stage.context.clock.now(),
  })

const readTwice = async ({ hall, poll }: Voting, code: string, choice: string) => {
  for (const who of ['staff', 'branch'] as const)
    await hall.post(who, `/api/polls/${poll}/paper/read`, { code, marks: { [poll]: [choice] } })
}

const take = async (voting: Voting, deed: Exclude<Deed, { by: 'online' }>) => {
  const { hall, poll, list, codes } = voting
  const { by, unit, choice } = deed
  const { voter, number } = list.get(unit.index)!
  if (by === 'hall' || by === 'phone')
    return hall.post('staff', `/api/polls/${poll}/ballots/${voter}`, { choice: [choice], where: by })
  const code = codes.get(number)!
  if (by === 'door') await collect(voting, voter)
  else await hall.post('staff', `/api/polls/${poll}/paper/return`, { code, where: 'paper', signed: true })
  return readTwice(voting, code, choice)
}

/** How many were told that their co-owner votes. */
export const voteAll = async (voting: Voting, lanes: readonly Lane[]): Promise<number> => {
  let turnedAway = 0
  await sideBySide(lanes, async ({ deeds }) => {
    for (const deed of deeds)
      if (deed.by === 'online') {
        const status = await voting.hall.cast(deed.person, voting.poll, deed.choice)
        if (status === 409) turnedAway += 1
        else if (status !== 303) throw new Error(`a ballot was answered with ${status}`)
      } else await take(voting, deed)
  })
  return turnedAway
}

export type Ended = {
  readonly reconciliation: Reconciliation
  readonly file: PollFile
  /** As it is handed out for counting it again. */
  readonly exported: unknown
  /** Everything that a court asks for, as the archive that is taken out of the house. */
  readonly bundle: Uint8Array
}

const LOOKED_AFTER_MILLISECONDS = 250

const untilReady = async (hall: Hall, path: string): Promise<string> => {
  for (;;) {
    const [newest] = (await hall.get<Bundles>(path)).bundles
    if (newest?.status === 'ready') return newest.bundle
    if (newest?.status !== 'asked') throw new Error(`the bundle was not made: ${newest?.why}`)
    await pause(LOOKED_AFTER_MILLISECONDS)
  }
}

/** Asked for, looked after as its panel does, and fetched. */
const bundleOf = async (hall: Hall, poll: string, took: Took): Promise<Uint8Array> => {
  const path = `/api/polls/${poll}/court-bundle`
  await hall.stage.work(['make-court-bundle'])
  await took('bundle asked for')(() => hall.post('staff', path, {}))
  const bundle = await took('bundle')(() => untilReady(hall, `${path}s`))
  return took('bundle fetched')(() => hall.bytes(`${path}s/${bundle}`))
}

export const endAssembly = async ({ hall, poll, closesAt }: Running, took: Took): Promise<Ended> => {
  await took('close')(() => hall.stage.advanceTo(closesAt))
  const reconciliation = await took('reconcile')(() => hall.get<Reconciliation>(`/api/polls/${poll}/reconciliation`))
  await took('first count')(() => hall.post('staff', `/api/polls/${poll}/count`, {}))
  const file = await took('second count')(() => hall.post<PollFile>('branch', `/api/polls/${poll}/count`, {}))
  const exported = await took('export')(() => hall.get<unknown>(`/api/polls/${poll}/export`))
  const bundle = await bundleOf(hall, poll, took)
  return { reconciliation, file, exported, bundle }
}

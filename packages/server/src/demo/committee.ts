// The demo's owners' committee: a building that is a property area of its own has elected three members; the desk has begun their term, and one of them has left since.
import type { PollDraft } from '@yishi/contract/poll'
import { addDays, localDateOf, startOfDay } from '@yishi/domain/calendar'
import { DAY, HOUR, type Instant, type MatterId, type PollId, isRefused, later } from '@yishi/domain/kernel'
import { actOnMatter, raiseMatter } from '../capabilities/matter/index.ts'
import { announcePoll, confirmResult, draftPoll, enterCount, openPoll, showResult } from '../capabilities/poll/index.ts'
import { actOnTerm, beginTerm } from '../capabilities/term/index.ts'
import type { Subject } from '../kernel/store.ts'
import { announcedUntil, elapses } from './assemblies.ts'
import { acting, byPhone, bySheet, must, unitsOn } from './assembly-votes.ts'
import type { Event, Scene } from './scene.ts'

const TITLE = '1号楼选业委会'
const RAISED_DAYS_AGO = 55
const VOTING_DAYS = 8
const SEATS = 3
const STANDING = 4

const buildingOf = ({ ground }: Scene) => ground.nodes.find(({ kind }) => kind === 'building')!

/** The first owners of the house, each once. */
const namesIn = ({ ground, people }: Scene, path: string): readonly string[] => {
  const homes = new Set(ground.nodes.filter((node) => node.path.startsWith(path)).map(({ node }) => node))
  const units = new Set(ground.units.filter(({ node }) => homes.has(node)).map(({ unit }) => unit))
  const owners = people.rows.ownerships.filter(({ unit }) => units.has(unit)).map(({ person }) => person)
  const names = people.rows.persons.filter(({ person }) => owners.includes(person)).map(({ name }) => name)
  return [...new Set(names)].slice(0, STANDING)
}

const raise = async (scene: Scene, now: Instant): Promise<Subject<MatterId>> => {
  const { community } = scene
  const desk = acting(scene, 'staff')
  const spot = scene.ground.spots.get(buildingOf(scene).key)!
  const text = '1号楼是单独的物业区域，一直没有业委会。业主们想选三位委员，管管公共收益和维修。'
  const asked = { text, title: TITLE, channel: 'hall' as const, publicity: 'nameless' as const, photos: [] }
  const { matter } = must(await raiseMatter(desk, asked, { community, ...spot }), TITLE)
  const subject = { community, id: matter as MatterId }
  const sorting = { level: 'III', colour: 'yellow', size: 'big', kind: 'facilities', procedure: 'four-affairs' }
  must(await actOnMatter({ ...desk, subject }, 'sort', sorting), TITLE)
  const waits = { reason: '等业主选举和备案', until: later(now, 30 * DAY) }
  must(await actOnMatter({ ...desk, subject }, 'pause', waits), TITLE)
  return subject
}

const draftFor = (scene: Scene, opensAt: Instant): PollDraft => {
  const { node, path } = buildingOf(scene)
  const options = namesIn(scene, path).map((text) => ({
    text,
    profile: '住1号楼多年，愿意为邻居跑腿。',
    consented: true as const,
  }))
  const seats = { committee: SEATS, sitting: 0, marking: 'each', tie: 'revote', again: null } as const
  return {
    rule: 'sh-committee-election',
    way: 'ballots',
    question: {
      type: 'candidates',
      text: '选举1号楼业主委员会委员',
      explanation: '三席，任期三年。',
      options,
      ...seats,
    },
    electorate: { units: { kind: 'building', node, units: [], uses: ['flat'], zones: 'zone' } },
    plan: {
      topic: 'committee',
      regime: 'strict',
      basis: '',
      caller: 'residents-committee',
      reelection: false,
      preparation: {
        told: '会前书面告知了房管所，他们派人到场。',
        paper: '居委会一楼办公室（9:00–17:00）',
        parking: '',
        proposal: null,
      },
      opensAt,
      closesAt: later(opensAt, VOTING_DAYS * DAY),
    },
  }
}

const noticeOf = (scene: Scene, title: string, days: number) => ({
  figures: [],
  photos: [],
  basis: null,
  everywhere: false,
  boards: ['1号楼门厅'],
  nodes: [buildingOf(scene).node],
  title,
  text: '候选人和简介见表决页。由1号楼业主投票，每位候选人单独算票。',
  days,
})

const voteAll = async (scene: Scene, poll: Subject<PollId>) => {
  for (const [index, { ballot, person }] of (await unitsOn(scene, poll)).entries()) {
    const choice = ['option-1', 'option-2', 'option-3', index % 4 === 0 ? 'option-4' : 'option-4:against']
    if (index % 9 === 8) continue
    if (person) await byPhone(scene, { ballot, person }, choice)
    else await bySheet(scene, poll.id, { ballot, choice, readers: ['staff', 'branch'] })
  }
}

const leave = (scene: Scene, subject: Parameters<typeof actOnTerm>[1], at: Instant): Event => ({
  at,
  run: async () => {
    const on = localDateOf(scene.clock.now())
    const vacancy = { member: 'm3', on, reason: 'resigned', evidence: '书面辞职信，存居委会文件夹第 12 页' } as const
    must(await actOnTerm(acting(scene, 'staff'), subject, 'vacate', vacancy), TITLE)
    return null
  },
})

/** Published and filed within a few days; what is still due reminds the desk. */
const sit = async (scene: Scene, poll: Subject<PollId>): Promise<Event> => {
  const desk = acting(scene, 'staff')
  const today = localDateOf(scene.clock.now())
  const members = Array.from({ length: SEATS }, (_, index) => ({
    poll: poll.id,
    choice: `option-${index + 1}`,
    person: null,
  }))
  const begun = { poll: poll.id, number: 1, from: today, years: 3, members }
  const term = await beginTerm(desk, scene.community, begun)
  if (isRefused(term)) throw new Error(`the term of the demo is refused: ${term.refused}`)
  const filing: Event = {
    at: later(startOfDay(addDays(today, 2)), 10 * HOUR),
    run: async () => {
      const on = localDateOf(scene.clock.now())
      for (const [step, evidence] of [
        ['list-published', '门厅公告栏照片，已存档'],
        ['filed', '街道收件回执 0137 号'],
      ] as const)
        must(await actOnTerm(desk, term, 'step', { step, on, evidence }), TITLE)
      return leave(scene, term, later(startOfDay(addDays(today, 6)), 15 * HOUR))
    },
  }
  return filing
}

const count = (scene: Scene, poll: Subject<PollId>, closesAt: Instant): Event => ({
  at: closesAt,
  run: async () => {
    await scene.performer.wake(scene.ctx, 'poll', poll)
    for (const role of ['staff', 'branch'] as const) must(await enterCount(acting(scene, role), poll, undefined), TITLE)
    const shown = { ...noticeOf(scene, '1号楼业委会选举结果公示', 7), together: false }
    must(await showResult(acting(scene, 'staff'), poll, shown), TITLE)
    return elapses(scene, poll, 'resultNotice', async () => {
      must(await confirmResult(acting(scene, 'staff'), poll), TITLE)
      return sit(scene, poll)
    })
  },
})

const announce = async (scene: Scene, matter: Subject<MatterId>): Promise<Event> => {
  // The notice ends before the candidates were shown for the fifteen full days that Shanghai asks.
  const opensAt = later(announcedUntil(scene.clock.now()), 2 * DAY)
  const draft = draftFor(scene, opensAt)
  const poll = must(await draftPoll(acting(scene, 'staff'), matter, draft), TITLE)
  must(await announcePoll(acting(scene, 'staff'), poll, noticeOf(scene, '1号楼业委会选举公告', 15)), TITLE)
  const open = async (): Promise<Event> => {
    must(await openPoll(acting(scene, 'staff'), poll), TITLE)
    const voting = async () => {
      await voteAll(scene, poll)
      return count(scene, poll, draft.plan!.closesAt)
    }
    return { at: later(opensAt, 58 * HOUR), run: voting }
  }
  return elapses(scene, poll, 'notice', () => Promise.resolve({ at: later(opensAt, 9 * HOUR), run: open }))
}

/** Once the committee is filed its matter goes on. */
export const committeeTerm = (scene: Scene, now: Instant): readonly Event[] => {
  let matter: Subject<MatterId> | null = null
  const begin: Event = {
    at: later(startOfDay(localDateOf(later(now, -RAISED_DAYS_AGO * DAY))), 11 * HOUR),
    run: async () => {
      matter = await raise(scene, now)
      return announce(scene, matter)
    },
  }
  const goOn: Event = {
    at: later(now, -2 * DAY),
    run: async () => {
      if (matter) must(await actOnMatter({ ...acting(scene, 'staff'), subject: matter }, 'resume', {}), TITLE)
      return null
    },
  }
  return [begin, goOn]
}

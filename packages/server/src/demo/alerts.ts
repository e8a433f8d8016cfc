// Urgent notices of the demo, told through the rules: one that is over, one that runs now, one that is coming, and who is on duty.
import type { AlertCommandBody, AlertCommandName } from '@yishi/contract/alert'
import { type AlertId, type Actor, DAY, HOUR, type Instant, MINUTE, isRefused, later } from '@yishi/domain/kernel'
import { actOnAlert, issueAlert, noteSight, noteTold } from '../capabilities/alert/index.ts'
import { setDuty } from '../capabilities/duty/index.ts'
import { inCommunities } from '../kernel/database/tenancy.ts'
import type { Subject } from '../kernel/store.ts'
import { anyOf } from './acts.ts'
import type { Scene } from './scene.ts'

type Event = { readonly at: Instant; readonly run: () => Promise<Event | null> }
type Asked = Parameters<typeof issueAlert>[1]

const must = <T extends object>(answer: T, what: string) => {
  if (isRefused(answer)) throw new Error(`the demo's ${what} is refused: ${answer.refused}`)
  return answer as Exclude<T, { readonly refused: string }>
}

const keepDuty = async (scene: Scene): Promise<null> => {
  const [staff, property] = [scene.people.parties.get('staff')!, scene.people.parties.get('property')!]
  const person = scene.people.byRole.get('staff')![0]!.row.person
  const desk = { begins: '08:30', ends: '17:30', person, party: staff, phone: '02157650000' } as const
  const always = { begins: '00:00', ends: '00:00', person: null, party: property, phone: '02157650119' } as const
  const shifts = [{ day: 'daily', ...desk } as const, { day: 'daily', ...always } as const]
  const asked = { node: null, shifts, revision: 0 }
  must(await setDuty({ ...scene, actor: anyOf({ scene, number: 0 }, 'staff') }, scene.community, asked), 'duty roster')
  return null
}

/** Each thing is said at its moment, one after the other. */
type Said<Name extends AlertCommandName = AlertCommandName> = readonly [
  at: Instant,
  name: Name,
  body: AlertCommandBody<Name>,
]

const goOn = (scene: Scene, subject: Subject<AlertId>, [next, ...rest]: readonly Said[]): Event | null => {
  if (!next) return null
  const [at, name, body] = next
  const run = async () => {
    const deed = { ...scene, actor: anyOf({ scene, number: 0 }, 'property'), key: undefined }
    must(await actOnAlert(deed, subject, name, body), name)
    return goOn(scene, subject, rest)
  }
  return { at, run }
}

type Told = { readonly at: Instant; readonly asked: Asked; readonly said: readonly Said[]; readonly seen?: See }

const begin = (scene: Scene, { at, asked, said, seen }: Told): Event => ({
  at,
  run: async () => {
    const deed = { ...scene, actor: anyOf({ scene, number: 0 }, 'staff'), key: undefined }
    const subject = must(await issueAlert(deed, asked), 'notice')
    await seen?.(subject)
    return goOn(scene, subject, said)
  },
})

type See = (subject: Subject<AlertId>) => Promise<void>

const TELEPHONES = 9
const TOLD = 3

/** Some telephones in the building have it, and the building leader has begun to knock. */
const seenIn =
  (scene: Scene, path: string): See =>
  (subject) =>
    inCommunities(scene.ctx.db, [scene.community], async (trx) => {
      const now = scene.ctx.clock.now()
      const places = await trx
        .selectFrom('place')
        .select('code')
        .where('community_id', '=', scene.community)
        .where('path', 'like', `${path}.%`)
        .orderBy('path')
        .execute()
      for (let index = 0; index < TELEPHONES; index += 1) {
        const { code: at } = places[index % places.length]!
        await noteSight(trx, subject, { viewer: { device: `demo ${index}` }, at, known: index % 3 > 0, now })
      }
      const actor: Actor = anyOf({ scene, number: 0 }, 'staff')
      const homes = await trx
        .selectFrom('unit')
        .innerJoin('node', (on) =>
          on.onRef('node.community_id', '=', 'unit.community_id').onRef('node.node_id', '=', 'unit.node_id'),
        )
        .select('unit.unit_id as unit')
        .where('unit.community_id', '=', scene.community)
        .where('node.path', 'like', `${path}.%`)
        .orderBy('unit.unit_id')
        .limit(TOLD)
        .execute()
      for (const { unit } of homes) must(await noteTold(trx, subject, { unit, way: 'door', actor, now }), 'mark')
    })

const BUILDING = 13

type When = { readonly scene: Scene; readonly now: Instant; readonly node: string; readonly path: string }

const powerCut = ({ scene, now }: When): Told => ({
  at: later(now, -DAY - 3 * HOUR),
  asked: {
    community: scene.community,
    kind: 'power',
    severity: 'notable',
    title: '配电房检修，短时停电',
    advice: '请关掉大功率电器，别乘电梯。',
    nodes: [scene.community],
    from: undefined,
    until: later(now, -DAY),
    contact: null,
  },
  said: [[later(now, -DAY - 30 * MINUTE), 'lift', { words: '检修完成，已经来电。谢谢大家体谅。' }]],
})

const cleaning = ({ scene, now }: When): Told => ({
  at: later(now, -150 * MINUTE),
  asked: {
    community: scene.community,
    kind: 'water',
    severity: 'notable',
    title: '二次供水水箱清洗，停水半天',
    advice: '请先接好水；恢复后先放一放，水清了再用。',
    nodes: [scene.community],
    from: later(now, 20 * HOUR),
    until: later(now, 24 * HOUR),
    contact: null,
  },
  said: [],
})

const burstPipe = ({ scene, now, node, path }: When): Told => ({
  at: later(now, -55 * MINUTE),
  asked: {
    community: scene.community,
    kind: 'burst-pipe',
    severity: 'serious',
    title: `${BUILDING}号楼水管爆裂，正在抢修`,
    advice: '请先接好水，关好水龙头；一楼住户请把东西垫高，断开贴地的插座。车停在积水处的请挪走。',
    nodes: [node],
    from: undefined,
    until: later(now, 3 * HOUR),
    contact: null,
  },
  said: [
    [later(now, -43 * MINUTE), 'progress', { text: '总阀已关，抢修队到场，正在抽地下室的积水。' }],
    [later(now, -12 * MINUTE), 'progress', { text: '破口找到了，正在换管子。' }],
  ],
  seen: seenIn(scene, path),
})

/** Before the oldest notice. */
const DUTY_SINCE = 45 * DAY

export const alertsOf = (scene: Scene, now: Instant): readonly Event[] => {
  const spot = [...scene.ground.spots].find(([key]) => key.endsWith(`-${BUILDING}`))?.[1]
  if (!spot?.node) throw new Error(`the demo has no building ${BUILDING}`)
  const when = { scene, now, node: spot.node, path: spot.path }
  const told = [powerCut, cleaning, burstPipe].map((make) => begin(scene, make(when)))
  return [{ at: later(now, -DUTY_SINCE), run: () => keepDuty(scene) }, ...told]
}

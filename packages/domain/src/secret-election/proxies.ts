// Who votes for whom in a secret election: arranged in time and never on the spot; nobody who stands may be a proxy where the rules say so, and whoever comes to stand is none any more. RULES R2.4.
import { type LocalDate, daysBetween, localDateOf } from '../calendar/index.ts'
import { type Meta, refuse } from '../kernel/index.ts'
import type { ElectionCommand, HeldProxy, LapsedProxy, VoterStanding } from './acts.ts'
import type { Election } from './election.ts'
import { plainName, sectionsOf } from './plan.ts'
import { type Answer, mayKeep } from './keeping.ts'
import { sectionsNext } from './further.ts'

type CommandOf<Type extends ElectionCommand['type']> = Extract<ElectionCommand, { type: Type }>
type Before = Extract<Election, { status: 'published' | 'short' }>

/** Of the vote that is ahead: its day, null as long as none is fixed, and the names of those who stand in it. */
const ahead = (election: Before): { readonly day: LocalDate | null; readonly names: ReadonlySet<string> } => {
  const [day, sections] =
    election.status === 'published'
      ? [election.day, sectionsOf(election.posts)]
      : [election.nextVote?.day ?? null, sectionsNext(election.results.at(-1)!)]
  return { day, names: new Set(sections.flatMap(({ standing }) => standing.map(({ name }) => plainName(name)))) }
}

/** So many whole days before at the latest, and never on the day itself. */
export const proxyDaysBefore = ({ law: { proxies } }: Pick<Before, 'law'>): number =>
  Math.max(1, proxies?.daysBefore ?? 0)

/** A name says who stands only where nobody else on the roll is called so. */
const stands = (election: Before, { name, namesakes }: Pick<HeldProxy, 'name' | 'namesakes'>): boolean =>
  election.law.proxies?.candidates !== null && namesakes === 1 && ahead(election).names.has(plainName(name))

const unfitPair = (election: Before, principal: VoterStanding, holder: VoterStanding) => {
  if (principal.struck || holder.struck) return refuse('voter-struck')
  if (principal.voter === holder.voter || holder.proxy) return refuse('proxy-not-allowed')
  return stands(election, holder) ? refuse('proxy-is-candidate') : null
}

/** Never on the spot: so many whole days before, and shown with the roll (上海 16–23). */
export const arrangeProxy = (
  election: Before,
  { principal, holder, relation }: CommandOf<'ArrangeProxy'>,
  meta: Meta,
): Answer => {
  if (!mayKeep(election, meta)) return refuse('not-your-election')
  const { proxies } = election.law
  if (!proxies) return refuse('proxy-not-allowed')
  if (!principal || !holder) return refuse('voter-unknown')
  const unfit = unfitPair(election, principal, holder)
  if (unfit) return unfit
  const { day } = ahead(election)
  if (!day) return refuse('next-vote-unfixed')
  const days = proxyDaysBefore(election)
  if (daysBetween(localDateOf(meta.now), day) < days) return refuse('proxy-too-late', { days })
  if (principal.proxy || principal.holds > 0) return refuse('proxy-stands')
  if (proxies.most !== null && holder.holds >= proxies.most) return refuse('proxy-full', { most: proxies.most })
  return [{ type: 'ProxyArranged', principal: principal.voter, holder: holder.voter, relation }]
}

export const lapseProxy = (election: Before, { principal, reason }: CommandOf<'LapseProxy'>, meta: Meta): Answer => {
  if (!mayKeep(election, meta)) return refuse('not-your-election')
  if (!principal) return refuse('voter-unknown')
  if (!principal.proxy) return refuse('no-proxy')
  return [{ type: 'ProxiesLapsed', lapsed: [{ principal: principal.voter, holder: principal.proxy }], reason }]
}

/** Whose proxy stands in the vote that is ahead. */
export const lapsing = (
  election: Extract<Before, { status: 'short' }>,
  proxies: readonly HeldProxy[],
): readonly { readonly type: 'ProxiesLapsed'; readonly lapsed: readonly LapsedProxy[]; readonly reason: string }[] => {
  const lapsed = proxies
    .filter((each) => stands(election, each))
    .map(({ principal, holder }) => ({ principal, holder }))
  return lapsed.length > 0 ? [{ type: 'ProxiesLapsed', lapsed, reason: '' }] : []
}

/** Proxies of whom the name alone does not say whether they stand: their desk has to look. */
export const unsureProxies = (election: Election, proxies: readonly HeldProxy[]): readonly HeldProxy[] => {
  if (election.status !== 'published' && election.status !== 'short') return []
  if (!election.law.proxies?.candidates) return []
  const { names } = ahead(election)
  return proxies.filter(({ name, namesakes }) => namesakes > 1 && names.has(plainName(name)))
}

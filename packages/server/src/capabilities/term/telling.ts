// Who hears of a term: whoever gains or loses a seat, and the desk of what is due, late, or over.
import type { PagesModule } from '@yishi/contract/pages'
import type { TermOccasion } from '@yishi/contract/term'
import type { CommunityId, TermId } from '@yishi/domain/kernel'
import { DESK } from '@yishi/domain/matter'
import { type Member, type StandingTerm, type TermEvent, type TermStep, type VacancyReason } from '@yishi/domain/term'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../kernel/context.ts'
import { inCommunities } from '../../kernel/database/tenancy.ts'
import { type JobHandlers, oneByOne } from '../../kernel/jobs.ts'
import { type Consequence, enqueue } from '../../kernel/react.ts'
import type { Subject } from '../../kernel/store.ts'
import { inEveryLanguage, tellMany, wearersOver } from '../message/index.ts'
import { leaversOf, readTerm } from './store.ts'

const known = (members: readonly Pick<Member, 'person'>[]): string =>
  members.flatMap(({ person }) => person ?? []).join(' ')

/** What a job needs to say it; everything is text there. */
const dataOf = (event: TermEvent): Readonly<Record<string, string>> | null => {
  switch (event.type) {
    case 'TermBegun':
    case 'MembersSeated':
      return { told: 'seated', whom: known(event.members) }
    case 'MemberMatched':
      return { told: 'seated', whom: event.person }
    case 'SeatVacated':
      return { told: 'vacated', whom: event.person ?? '', on: event.on, reason: event.reason }
    case 'TermRang':
      return { told: 'rang', step: event.step, due: event.due, late: String(event.late) }
    case 'TermEnded':
      return { told: 'over' }
    case 'TermStepNoted':
      return null
  }
}

export const termIsTold = ({ community, id: term }: Subject, event: TermEvent): readonly Consequence[] => {
  const data = dataOf(event)
  return data ? [enqueue('tell-term', { community, term, ...data })] : []
}

type Data = Readonly<Record<string, string>>
type Telling = { readonly pages: Pick<PagesModule, 'termSentence'> }
type Told = readonly [whom: RawBuilder<object>, occasion: TermOccasion, about: string, link: string]

const these = (persons: readonly string[]) => sql<object>`select unnest(${[...persons]}::text[]) as person_id`

const toldOf = (term: StandingTerm, data: Data, desk: RawBuilder<object>): readonly Told[] => {
  const { place, number, until, community, id } = term
  const [of, page, file] = [{ place, number }, `/c/${community}/committee`, `/console/terms/${id}`]
  const whom = (data['whom'] ?? '').split(' ').filter(Boolean)
  switch (data['told']) {
    case 'seated':
      return [[these(whom), { ...of, told: 'seated', until }, 'seated', page]]
    case 'vacated': {
      const [on, reason] = [data['on']!, data['reason'] as VacancyReason]
      return [[these(whom), { ...of, told: 'vacated', on, reason }, `vacated ${on}`, page]]
    }
    case 'rang': {
      const [step, due, late] = [data['step'] as TermStep, data['due']!, data['late'] === 'true']
      return [[desk, { ...of, told: 'rang', step, due, late }, `${step} ${due} ${late}`, file]]
    }
    default: {
      if (term.status !== 'over') return []
      const left = sql<object>`select person_id from (${leaversOf({ community, id }, null)}) as leaver`
      const ended: Told = [left, { ...of, told: 'over', how: term.how }, 'over', page]
      return term.how === 'expired' ? [ended, [desk, { ...of, told: 'desk-over' }, 'desk-over', file]] : [ended]
    }
  }
}

const tellTerm = async (ctx: Context, { pages }: Telling, data: Data): Promise<void> => {
  const subject = { community: data['community'] as CommunityId, id: data['term'] as TermId }
  await inCommunities(ctx.db, [subject.community], async (trx) => {
    const term = await readTerm(trx, subject)
    if (term.status === 'absent') return
    const here = { community: subject.community, at: ctx.clock.now() }
    const desk = wearersOver(here, term.path, DESK)
    for (const [whom, occasion, about, link] of toldOf(term, data, desk))
      await tellMany(trx, whom, {
        ...here,
        occasion: `${subject.id} ${about}`,
        matter: null,
        ...inEveryLanguage((lang) => pages.termSentence(occasion, lang)),
        link,
      })
  })
}

export const termJobs = (telling: Telling): JobHandlers => ({
  'tell-term': oneByOne((ctx, data) => tellTerm(ctx, telling, data)),
})

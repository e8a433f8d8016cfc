// Where one can go, with what waits there; only what exists is shown.
import { useQuery } from '@tanstack/react-query'
import { NavLink } from 'react-router'
import { consoleDrawWords } from '../../words/console-draw.ts'
import { groupWords } from '../../words/console-groups.ts'
import { hotlineWords } from '../../words/console-hotline.ts'
import { consoleSecretElectionWords } from '../../words/console-secret-election.ts'
import { consoleTermWords } from '../../words/console-term.ts'
import { consoleIdentityWords } from '../../words/console-identity.ts'
import { consoleBudgetWords } from '../../words/console-budget.ts'
import { consolePollWords } from '../../words/console-poll.ts'
import { shellWords } from '../../words/console-shell.ts'
import { NO_FILTERS, boardSearch } from '../board/filters.ts'
import { useCommunity, useOneCommunity } from '../community.tsx'
import { KEEPERS, OFFICE, answersForAll, wears } from '../hats.ts'
import { useLanguage, useWords } from '../language.tsx'
import { boardQuery, cardsQuery, claimsQuery, inboxQuery } from '../queries.ts'

const DESK = ['staff', 'branch'] as const
/** Who keeps common money. */
const BUDGET_KEEPERS = [...DESK, 'owners-committee'] as const
/** Who sits in the groups of a place. */
const GROUP_KEEPERS = [...DESK, 'grid-worker', 'building-leader'] as const

type Entry = { to: string; name: string; count?: number; label?: string; urgent?: boolean }

/** Whose rounds the rules know (see the rule of patrol). */
const WALKERS = ['grid-worker', 'building-leader', 'volunteer'] as const

/** A page outside the console, carried along on a round. */
const Patrol = () => {
  const words = useWords(shellWords)
  return wears(useCommunity().me, WALKERS) ? (
    <div>
      <a href="/patrol">
        <span className="dot" aria-hidden="true" />
        {words.patrol}
      </a>
    </div>
  ) : null
}

const useGroupEntries = (): Entry[] => {
  const words = useWords(groupWords)
  const { me } = useCommunity()
  const community = useOneCommunity()
  const keeps = wears(me, GROUP_KEEPERS)
  const owed = useQuery({ ...cardsQuery(community), enabled: keeps && community !== '' }).data?.length ?? 0
  if (!keeps) return []
  return [
    { to: '/groups', name: words.groups },
    { to: '/cards', name: words.cards, count: owed, label: words.owed(owed) },
    { to: '/classes', name: words.classes },
  ]
}

const useClaimEntries = (): Entry[] => {
  const words = useWords(consoleIdentityWords)
  const { me } = useCommunity()
  const community = useOneCommunity()
  const checks = answersForAll(me, ['staff'])
  const all = useQuery({ ...claimsQuery(community), enabled: checks && community !== '' }).data?.claims ?? []
  const count = all.filter(({ status }) => status === 'pending').length
  return checks ? [{ to: '/claims', name: words.title, count, label: words.badge(count) }] : []
}

/** What comes in and is done, what is decided, and the community itself. */
const useEntries = (): Entry[][] => {
  const words = useWords(shellWords)
  const { polls } = useWords(consolePollWords)
  const { draws } = useWords(consoleDrawWords)
  const budgets = useWords(consoleBudgetWords)
  const elections = useWords(consoleSecretElectionWords)
  const terms = useWords(consoleTermWords)
  const hotline = useWords(hotlineWords)
  const { me, community } = useCommunity()
  const overdue = useQuery(boardQuery(boardSearch(NO_FILTERS, community))).data?.counts.overdue ?? 0
  const unread = useQuery(inboxQuery(useLanguage().lang)).data?.filter((message) => !message.read).length ?? 0
  const groups = useGroupEntries()
  const claims = useClaimEntries()
  const office: Entry[] = [
    { to: '/duty', name: words.duty },
    { to: '/territory', name: words.territory },
    { to: '/parties', name: words.parties },
    ...(answersForAll(me, OFFICE) ? [{ to: '/people', name: words.people }] : []),
    ...claims,
    ...(answersForAll(me, ['staff']) ? [{ to: '/import', name: words.import }] : []),
  ]
  return [
    [
      { to: '/matters', name: words.board, count: overdue, label: words.overdueBadge(overdue), urgent: true },
      { to: '/inbox', name: words.inbox, count: unread, label: words.unreadBadge(unread) },
      ...groups,
      ...(answersForAll(me, DESK) ? [{ to: '/hotline', name: hotline.title }] : []),
      { to: '/alerts', name: words.alerts },
    ],
    [
      { to: '/meetings', name: words.meetings },
      ...(wears(me, KEEPERS) ? [{ to: '/polls', name: polls }] : []),
      { to: '/draws', name: draws },
      ...(wears(me, BUDGET_KEEPERS) ? [{ to: '/budgets', name: budgets.title }] : []),
      ...(answersForAll(me, OFFICE) ? [{ to: '/elections', name: elections.title }] : []),
      ...(answersForAll(me, DESK) ? [{ to: '/terms', name: terms.title }] : []),
      { to: '/notices', name: words.notices },
    ],
    [{ to: '/procedures', name: words.procedures }, ...(wears(me, OFFICE) ? office : [])],
  ]
}

const Way = ({ to, name, count = 0, label, urgent }: Entry) => (
  <NavLink to={to}>
    <span className="dot" aria-hidden="true" />
    {name}
    {count > 0 && (
      <span className={urgent ? 'badge urgent' : 'badge'}>
        <span aria-hidden="true">{count}</span>
        <span className="unseen">{label}</span>
      </span>
    )}
  </NavLink>
)

export const Navigation = () => (
  <nav className="nav" aria-label={useWords(shellWords).navigation}>
    {useEntries().map((entries) => (
      <div key={entries[0]!.to}>
        {entries.map((entry) => (
          <Way key={entry.to} {...entry} />
        ))}
      </div>
    ))}
    <Patrol />
  </nav>
)

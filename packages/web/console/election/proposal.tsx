// Whom the roster proposes for the roll: everybody may be taken off or put in, and names and groups mended, before it hangs.
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Input, Pagination } from 'antd'
import type { RollProposal } from '@yishi/contract/election'
import type { LocalDate } from '@yishi/domain/calendar'
import { useEffect, useMemo, useState } from 'react'
import { consoleRollWords } from '../../words/console-roll.ts'
import { fullDay } from '../../words/moments.ts'
import { useLanguage, useWords } from '../language.tsx'
import { Answered } from '../parts/answered.tsx'
import { proposalQuery } from './queries.ts'
import type { Given } from './roll.tsx'

type Voter = RollProposal['voters'][number]
export type Picked = Pick<Voter, 'person' | 'name' | 'group'>
type Mended = { readonly on?: boolean; readonly name?: string; readonly group?: string }
type Mending = ReadonlyMap<string, Mended>

const PER_PAGE = 50

const asMended = (voter: Voter, mending: Mending) => ({ ...voter, on: voter.proposed, ...mending.get(voter.person) })

const fits = ({ name, group, cautions }: Voter, find: string, onlyCautions: boolean): boolean =>
  (find === '' || name.includes(find) || group.includes(find)) && (!onlyCautions || cautions.length > 0)

type RowGiven = { readonly voter: ReturnType<typeof asMended>; readonly mend: (mended: Mended) => void }

const Row = ({ voter: { name, group, on, cautions }, mend }: RowGiven) => {
  const words = useWords(consoleRollWords)
  return (
    <li className="proposed">
      <Checkbox checked={on} aria-label={words.onRoll(name)} onChange={({ target }) => mend({ on: target.checked })} />
      <Input
        size="small"
        maxLength={40}
        aria-label={words.nameOf(name)}
        value={name}
        onChange={({ target }) => mend({ name: target.value })}
      />
      <Input
        size="small"
        maxLength={40}
        aria-label={words.groupOf(name)}
        value={group}
        onChange={({ target }) => mend({ group: target.value })}
      />
      <span>
        {cautions.map((caution) => (
          <span key={caution} className="chip warn">
            {words.cautions[caution]}
          </span>
        ))}
      </span>
    </li>
  )
}

const Cautions = ({ proposal: { age, bornBy, more } }: { proposal: RollProposal }) => {
  const words = useWords(consoleRollWords)
  const { lang } = useLanguage()
  return (
    <>
      <div className="rule-told">
        <p>
          <strong>{words.lookOver}</strong>
        </p>
        <ul className="bulleted">
          <li>{words.ofAge(age, fullDay(bornBy as LocalDate, lang))}</li>
          <li>{words.registration}</li>
          <li>{words.missing}</li>
        </ul>
      </div>
      {more > 0 && <Alert type="warning" showIcon title={words.more(more)} />}
    </>
  )
}

type ListGiven = { readonly proposal: RollProposal; readonly pick: (picked: readonly Picked[]) => void }
type Looking = { readonly find: string; readonly onlyCautions: boolean; readonly page: number }
type Look = (more: Partial<Looking>) => void

const Filters = ({ look }: { look: Look }) => {
  const words = useWords(consoleRollWords)
  return (
    <div className="row">
      <Input
        className="poll-number"
        aria-label={words.find}
        placeholder={words.find}
        maxLength={40}
        allowClear
        onChange={({ target }) => look({ find: target.value.trim(), page: 1 })}
      />
      <Checkbox onChange={({ target }) => look({ onlyCautions: target.checked, page: 1 })}>
        {words.onlyCautions}
      </Checkbox>
    </div>
  )
}

/** What was mended stands beside the proposal, which may be read again meanwhile. */
const useMending = ({ proposal, pick }: ListGiven) => {
  const [mending, mend] = useState<Mending>(new Map())
  const picked = useMemo(
    () =>
      proposal.voters
        .map((voter) => asMended(voter, mending))
        .filter(({ on }) => on)
        .map(({ person, name, group }) => ({ person, name: name.trim(), group: group.trim() })),
    [proposal, mending],
  )
  useEffect(() => pick(picked), [picked, pick])
  const set = (voters: readonly Voter[], mended: Mended) =>
    mend(
      (known) =>
        new Map([...known, ...voters.map(({ person }) => [person, { ...known.get(person), ...mended }] as const)]),
    )
  return { mending, picked, set }
}

type AllGiven = { readonly shown: readonly Voter[]; readonly set: (voters: readonly Voter[], mended: Mended) => void }

const AllShown = ({ shown, set }: AllGiven) => {
  const words = useWords(consoleRollWords)
  return (
    <>
      <Button size="small" onClick={() => set(shown, { on: true })}>
        {words.takeShown(shown.length)}
      </Button>
      <Button size="small" onClick={() => set(shown, { on: false })}>
        {words.leaveShown(shown.length)}
      </Button>
    </>
  )
}

const List = (given: ListGiven) => {
  const words = useWords(consoleRollWords)
  const { voters } = given.proposal
  const { mending, picked, set } = useMending(given)
  const [{ find, onlyCautions, page }, setLooking] = useState<Looking>({ find: '', onlyCautions: false, page: 1 })
  const look: Look = (more) => setLooking((known) => ({ ...known, ...more }))
  const shown = voters.filter((voter) => fits(voter, find, onlyCautions))
  return (
    <>
      <Cautions proposal={given.proposal} />
      <Filters look={look} />
      <div className="row">
        <span className="num">{words.picked(picked.length, voters.length)}</span>
        <AllShown shown={shown} set={set} />
      </div>
      <ul className="proposal" aria-label={words.list}>
        {shown.slice((page - 1) * PER_PAGE, page * PER_PAGE).map((voter) => (
          <Row key={voter.person} voter={asMended(voter, mending)} mend={(mended) => set([voter], mended)} />
        ))}
      </ul>
      <Pagination
        size="small"
        hideOnSinglePage
        showSizeChanger={false}
        current={page}
        pageSize={PER_PAGE}
        total={shown.length}
        onChange={(to) => look({ page: to })}
      />
    </>
  )
}

export const Proposal = ({ file, pick }: Given & Pick<ListGiven, 'pick'>) => (
  <Answered query={useQuery(proposalQuery(file.election))}>
    {(proposal) => <List proposal={proposal} pick={pick} />}
  </Answered>
)

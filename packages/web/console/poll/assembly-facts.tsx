// What was declared of an assembly before it opened, and what its count would have come to under each regime.
import type { PollFile } from '@yishi/contract/poll'
import type { PollResult } from '@yishi/contract/poll-result'
import { UNPREPARED } from '@yishi/domain/poll'
import { consoleAssemblyWords } from '../../words/console-assembly.ts'
import { consolePollWords } from '../../words/console-poll.ts'
import { consolePreparationWords } from '../../words/console-preparation.ts'
import { shellWords } from '../../words/console-shell.ts'
import { fullDeadline, fullMoment } from '../../words/console-time.ts'
import { useWords } from '../language.tsx'

export const AssemblyFacts = ({ assembly }: { assembly: NonNullable<PollFile['assembly']> }) => {
  const words = useWords(consoleAssemblyWords)
  const prepared = useWords(consolePreparationWords)
  const { scope, topic, caller, regime, basis, opensAt, closesAt, preparation = UNPREPARED } = assembly
  const { proposal, parking, told, paper } = preparation
  const filed = [
    [prepared.parking, parking],
    [prepared.told, told],
    [prepared.paper, paper],
    [
      prepared.proposed,
      proposal ? `${prepared.noticeProposal(proposal.owners.heads, proposal.owners.area)} ${proposal.evidence}` : '',
    ],
  ] as const
  const facts = [
    [words.scope, scope.name || words.scopes.units],
    [words.topic, words.topics[topic]],
    [words.caller, words.callers[caller]],
    [words.regime, [words.regimes[regime], basis].filter(Boolean).join(' · ')],
    [words.opensAt, fullMoment(opensAt)],
    [words.closesAt, fullDeadline(closesAt)],
    ...filed.filter(([, text]) => text !== ''),
  ] as const
  return facts.map(([name, text]) => (
    <div key={name}>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  ))
}

/** The declared one decides; the others are told so that everybody sees what silence has done (R1.32). */
export const ByRegime = ({ result: { regimes } }: { result: PollResult }) => {
  const words = useWords(consoleAssemblyWords)
  const { passed: yes, failed } = useWords(consolePollWords)
  const { said } = useWords(shellWords)
  if (regimes.length < 2) return null
  return (
    <>
      <h3>{words.byRegime}</h3>
      <ul className="sums">
        {regimes.map(({ regime, passed }) => (
          <li key={regime}>{said(words.regimes[regime], passed ? yes : failed)}</li>
        ))}
      </ul>
    </>
  )
}

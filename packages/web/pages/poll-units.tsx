// What stands beside the question of a vote: when it passes, what an owner's units weigh and how their ballots stand, and what silence means.
import type { PageContext, Pages } from '@yishi/contract/pages'
import { Card } from '../design/parts.tsx'
import { asksOwners } from '@yishi/domain/poll'
import { homeWords } from '../words/identity.ts'
import { deadlineInWords, momentInWords } from '../words/moments.ts'
import { ownersRightsWords } from '../words/owners-rights.ts'
import { pollAgendaWords } from '../words/poll-agenda.ts'
import { articlesOf, choicesText, optionsText, pollWords, ruleSentences } from '../words/poll.ts'
import { preferenceWords } from '../words/preference.ts'

type Given = { props: Pages['poll']; context: PageContext }
type Unit = Pages['poll']['units'][number]

const stateOf = (unit: Unit, { props: { question }, context: { lang } }: Given): string => {
  const { unitState } = pollWords[lang]
  if (!unit.mine) return unitState.other(unit.by ?? '')
  return unit.choice ? choicesText(question, unit.choice, lang) : unit.cast ? unitState.cast : unitState.blank
}

/** `90.00 m²`, its ballot, and a word for whoever shares it. */
export const UnitsCard = (given: Given) => {
  const { props, context } = given
  const words = pollWords[context.lang]
  const { units, weight, rule, agenda } = props
  if (units.length === 0) return null
  const byArea = rule.measures.includes('area')
  const shared = units.some(({ owners, mine, by, cast }) => owners > 1 && mine && by === null && !cast)
  return (
    <Card title={words.unitsTitle} className="poll-units">
      <table className="figures">
        {weight ? (
          <caption>{byArea ? words.weight(weight.heads, weight.area) : words.weightHeads(weight.heads)}</caption>
        ) : null}
        <tbody>
          {units.map((unit) => (
            <tr key={unit.ballot}>
              <th scope="row">{unit.name}</th>
              {unit.area === '' || !byArea ? null : <td>{words.unitArea(unit.area)}</td>}
              <td>{stateOf(unit, given)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {units.length > 1 && weight ? <p className="hint">{byArea ? words.weightHint : words.weightHeadsHint}</p> : null}
      {asksOwners(rule) ? null : <p className="hint">{words.householdHint}</p>}
      {shared ? <p>{asksOwners(rule) ? words.forOwners : words.forHousehold}</p> : null}
      {shared && agenda ? <p>{pollAgendaWords[context.lang].forOwners(agenda.questions.length)}</p> : null}
    </Card>
  )
}

export const AssemblyCard = ({ props: { assembly, asOf }, context: { lang } }: Given) => {
  if (!assembly) return null
  const words = pollWords[lang]
  const { scope, opensAt, closesAt, regime, basis, notice, resultNotice, preparation } = assembly
  const paper = asOf < closesAt ? (preparation?.paper ?? '') : ''
  return (
    <Card title={words.silenceTitle}>
      <p>{words.silence[regime]}</p>
      {basis ? <p className="hint">{words.basis(basis)}</p> : null}
      <p>{words.scope(scope.name)}</p>
      <p>{words.dates(whole(momentInWords(opensAt, asOf, lang)), whole(deadlineInWords(closesAt, asOf, lang)))}</p>
      {paper ? <p>{ownersRightsWords[lang].paper(paper)}</p> : null}
      <p className="poll-links">
        {notice ? (
          <a className="button" href={`/n/${notice}`}>
            {words.notice}
          </a>
        ) : null}
        {resultNotice ? (
          <a className="button" href={`/n/${resultNotice}`}>
            {words.resultNotice}
          </a>
        ) : null}
      </p>
    </Card>
  )
}

/** A moment is not torn apart at the end of a line. */
const whole = (moment: string): string => moment.replaceAll(' ', '\u00A0')

/** The order of lots is told before anybody votes, so that nobody has to take it on trust afterwards. */
const LotsOf = ({ props: { question, lots }, context: { lang } }: Given) => {
  const words = preferenceWords[lang]
  return lots ? (
    <>
      <p>{words.lots(optionsText(question, lots, lang))}</p>
      <p className="hint">{words.lotsHint}</p>
    </>
  ) : null
}

export const RuleCard = (given: Given) => {
  const {
    props: { rule, question },
    context: { lang },
  } = given
  const words = pollWords[lang]
  return (
    <Card title={rule.ties ? preferenceWords[lang].title : words.rule}>
      <ul className="rule-tests">
        {ruleSentences(rule, lang, question).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <LotsOf {...given} />
      <p className="hint">{`${words.ruleName(rule.names[lang])} · ${words.law(articlesOf(rule, lang))}`}</p>
      {rule.caution ? (
        <details>
          <summary>{words.caution}</summary>
          <p>{rule.caution[lang]}</p>
        </details>
      ) : null}
    </Card>
  )
}

/** Where somebody is not on a list of owners, or not yet known as the owner that they are. */
export const ToClaim = ({ props: { standing, rule, community }, context: { lang } }: Given) => {
  const waits = standing === 'unconfirmed'
  if (!waits && (standing !== 'not-listed' || rule.electorate !== 'owners')) return null
  return (
    <p>
      <a className="button" href={`/c/${community.id}/home`}>
        {waits ? homeWords[lang].pollWaiting : homeWords[lang].pollClaim}
      </a>
    </p>
  )
}

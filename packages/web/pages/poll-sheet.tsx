// The result of a poll on A4, to be signed and posted: totals, shares and the article relied on, and no name but those who sign (R1.63, R3.10).
import type { Language, Pages, PageContext } from '@yishi/contract/pages'
import { localDateOf } from '@yishi/domain/calendar'
import type { Instant } from '@yishi/domain/kernel'
import { isPreference } from '@yishi/domain/poll'
import { Frame } from '../design/frame.tsx'
import { Heading, Seal } from '../design/parts.tsx'
import { FiguresTable, ResultLine, Sums } from '../design/poll-result.tsx'
import { endDay } from '../words/moments.ts'
import { articlesOf, lawOf278, pollWords } from '../words/poll.ts'
import { preferenceWords } from '../words/preference.ts'
import type { Page } from './page.ts'

type Given = { props: Pages['poll-sheet']; context: PageContext }

const day = (at: string): string => localDateOf(at as Instant)

const datesOf = ({ assembly, openedAt, decidedAt }: Given['props'], lang: Language): string => {
  if (assembly) return pollWords[lang].from(day(assembly.opensAt), endDay(assembly.closesAt))
  return decidedAt ? pollWords[lang].from(day(openedAt), day(decidedAt)) : day(openedAt)
}

/** Who was asked, and what became of silence, with the clause that it rests on. */
const assemblyFacts = ({ scope, regime, basis }: NonNullable<Given['props']['assembly']>, lang: Language) => {
  const words = pollWords[lang]
  const silence = words.silence[regime]
  return [
    ...(scope.name ? [[words.sheetScope, scope.name] as const] : []),
    [words.sheetRegime, basis ? `${silence} ${words.basis(basis)}` : silence],
  ] as const
}

const Facts = ({ props, context: { lang } }: Given) => {
  const words = pollWords[lang]
  const { matter, question, rule, assembly } = props
  const law = lawOf278(rule, lang)
  const facts = [
    [words.sheetMatter, `${matter.code} ${matter.title}`],
    [words.sheetQuestion, question.text],
    [words.sheetRule, `${rule.names[lang]} (${articlesOf(rule, lang)})`],
    [words.sheetDates, datesOf(props, lang)],
    ...(assembly ? assemblyFacts(assembly, lang) : []),
    ...(law ? [[words.sheetLaw, law] as const] : []),
  ] as const
  return <SheetFacts facts={facts} />
}

export const SheetFacts = ({ facts }: { facts: readonly (readonly [string, string])[] }) => (
  <dl className="sheet-facts">
    {facts.map(([name, text]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{text}</dd>
      </div>
    ))}
  </dl>
)

export const Signing = ({ context: { lang } }: Pick<Given, 'context'>) => (
  <div className="sheet-sign">
    {pollWords[lang].sheetSign.map((line) => (
      <p key={line}>{line}</p>
    ))}
  </div>
)

export const PrintTools = ({ context: { lang } }: Pick<Given, 'context'>) => (
  <p className="screen-only sheet-tools">
    <button className="button button-main" type="button" data-print="" hidden>
      {pollWords[lang].print}
    </button>
    <span className="hint">{pollWords[lang].printHint}</span>
  </p>
)

/** What one question came to, with every figure and every sum. */
export const SheetResult = ({
  props,
  context: { lang },
}: { props: Omit<Given['props'], 'url'> } & Pick<Given, 'context'>) => {
  const words = pollWords[lang]
  const { result } = props
  if (!result) return <p>{words.sheetPending}</p>
  return (
    <>
      <h2>{words.sheetResult}</h2>
      <ResultLine shown={props} result={result} lang={lang} />
      <FiguresTable shown={props} result={result} lang={lang} />
      <h2>{isPreference(props.question) ? preferenceWords[lang].counting : words.arithmetic}</h2>
      <Sums shown={props} result={result} lang={lang} />
    </>
  )
}

export const PollSheetPage: Page<'poll-sheet'> = (given) => {
  const { props, context } = given
  const { lang } = context
  const words = pollWords[lang]
  return (
    <Frame context={context} title={words.sheetTitle} owner={props.community} layout="paper">
      <PrintTools context={context} />
      <article className="result-sheet">
        <div className="formal-head">
          <Seal mark={words.mark} />
          <Heading title={words.sheetTitle}>{props.community.name}</Heading>
        </div>
        <Facts {...given} />
        <SheetResult {...given} />
        <p className="sheet-small">{words.sheetDigest(props.digest)}</p>
        <p className="sheet-small">{words.sheetCheck(props.url)}</p>
        <Signing context={context} />
      </article>
    </Frame>
  )
}

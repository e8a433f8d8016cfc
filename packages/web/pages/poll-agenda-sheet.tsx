// What all questions of one assembly came to on A4, to be signed and posted: what they share once, then each by its own rule (R1.63, R3.10).
import { Frame } from '../design/frame.tsx'
import { Heading, Seal } from '../design/parts.tsx'
import { pollAgendaWords } from '../words/poll-agenda.ts'
import { pollWords } from '../words/poll.ts'
import { resultPaperWords } from '../words/result-paper.ts'
import type { Page } from './page.ts'
import { ownFactsOf, sharedFactsOf } from './papers/result-paper.ts'
import { PrintTools, SheetFacts, SheetResult, Signing } from './poll-sheet.tsx'

export const PollAgendaSheetPage: Page<'poll-agenda-sheet'> = ({ props, context }) => {
  const { lang } = context
  const [words, papers] = [pollWords[lang], resultPaperWords[lang]]
  const { questions, url } = props
  const first = questions[0]!
  const isPreliminary = questions.some(({ status }) => status === 'preliminary')
  return (
    <Frame context={context} title={words.sheetTitle} owner={first.community} layout="paper">
      <PrintTools context={context} />
      <article className="result-sheet">
        <div className="formal-head">
          <Seal mark={words.mark} />
          <Heading title={isPreliminary ? papers.preliminary : words.sheetTitle}>{first.community.name}</Heading>
        </div>
        <SheetFacts facts={sharedFactsOf(first, lang)} />
        {questions.map((question) => (
          <section key={question.poll}>
            <h2>{pollAgendaWords[lang].number(question.number)}</h2>
            <SheetFacts facts={ownFactsOf(question, lang)} />
            <SheetResult props={question} context={context} />
            <p className="sheet-small">{words.sheetDigest(question.digest)}</p>
          </section>
        ))}
        {isPreliminary && <p>{papers.objections}</p>}
        <p className="sheet-small">{words.sheetCheck(url)}</p>
        <Signing context={context} />
      </article>
    </Frame>
  )
}

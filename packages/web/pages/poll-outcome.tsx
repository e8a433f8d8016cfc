// What a poll came to: the figures, every sum, and the files with which anybody computes it again.
import type { Language, PageContext, Pages } from '@yishi/contract/pages'
import { isPreference } from '@yishi/domain/poll'
import { Dismissal } from '../design/dismissal.tsx'
import { Card } from '../design/parts.tsx'
import { FiguresTable, ResultLine, Sums } from '../design/poll-result.tsx'
import { pollWords } from '../words/poll.ts'
import { preferenceWords } from '../words/preference.ts'
import { resultPaperWords } from '../words/result-paper.ts'

type Given = { props: Pages['poll']; context: PageContext }

export const ResultCards = ({ props, context: { lang } }: Given) => {
  const words = pollWords[lang]
  if (!props.result) return null
  const given = { shown: props, result: props.result, lang }
  return (
    <>
      <Card title={words.figures} className="poll-result">
        <ResultLine {...given} />
        <FiguresTable {...given} />
        <Dismissal decided={props} lang={lang} />
      </Card>
      <Card title={isPreference(props.question) ? preferenceWords[lang].counting : words.arithmetic}>
        <Sums {...given} />
      </Card>
    </>
  )
}

/** The result as files, each with one tap: what is posted, and, once it stands, the certificate that anybody recomputes. */
const Papers = ({ poll, status, lang }: Pick<Given['props'], 'poll' | 'status'> & { lang: Language }) => {
  const words = resultPaperWords[lang]
  return (
    <>
      <p className="poll-links">
        <a className="button" href={`/polls/${poll}/result.pdf`} download="">
          {words.noticePdf}
        </a>
        {status === 'decided' && (
          <>
            <a className="button" href={`/polls/${poll}/certificate.pdf`} download="">
              {words.certificatePdf}
            </a>
            <a className="button" href={`/polls/${poll}/certificate.json`} download="">
              {words.certificateFile}
            </a>
          </>
        )}
      </p>
      {status === 'decided' && <p className="hint">{words.certificateHint}</p>}
    </>
  )
}

export const CheckCard = ({ props, context: { lang } }: Given) => {
  const words = pollWords[lang]
  return (
    <Card title={words.checkTitle}>
      <p>{words.checkLead}</p>
      <code className="proof">{`npx yishi ${isPreference(props.question) ? 'rank' : 'tally'} tally-${props.poll}.json`}</code>
      <p className="poll-links">
        <a className="button" href={`/polls/${props.poll}/tally.json`} download="">
          {words.download}
        </a>
        <a className="button button-formal" href={`/polls/${props.poll}/sheet`}>
          {words.sheet}
        </a>
      </p>
      <Papers {...props} lang={lang} />
    </Card>
  )
}

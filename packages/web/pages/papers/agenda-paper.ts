// What all questions of one assembly came to as one document: what they share once, then each with its figures, its sums and its sentence of the law (R1.63).
import type { DocumentBlock, DocumentSheet } from '@yishi/contract/document'
import type { AgendaPaper } from '@yishi/contract/poll-page'
import { localDateOf } from '@yishi/domain/calendar'
import type { Instant, Language } from '@yishi/domain/kernel'
import { pollAgendaWords } from '../../words/poll-agenda.ts'
import { pollWords } from '../../words/poll.ts'
import { resultPaperWords } from '../../words/result-paper.ts'
import { ownFactsOf, proofBlocks, resultBlocks, sharedFactsOf } from './result-paper.ts'

type Question = AgendaPaper['questions'][number]

const questionBlocks = (question: Question, lang: Language): readonly DocumentBlock[] => [
  { kind: 'head', text: pollAgendaWords[lang].number(question.number) },
  { kind: 'facts', rows: ownFactsOf(question, lang) },
  ...(question.result ? resultBlocks(question, question.result, lang) : []),
]

const isPreliminary = ({ questions }: AgendaPaper): boolean => questions.some(({ status }) => status === 'preliminary')

const objecting = (given: AgendaPaper, lang: Language): readonly DocumentBlock[] => {
  const words = resultPaperWords[lang]
  const head = words.day(localDateOf(given.questions[0]!.asOf as Instant))
  return isPreliminary(given) ? [{ kind: 'note', head, text: words.objections }] : []
}

const ending = (given: AgendaPaper, lang: Language): readonly DocumentBlock[] => {
  const [words, poll] = [resultPaperWords[lang], pollWords[lang]]
  const { questions, certificate, url, qr } = given
  const digests = questions.map(({ number, digest }) => [words.listOfQuestion(number), digest] as const)
  if (certificate) return proofBlocks({ url, qr, digests }, certificate, lang)
  return [
    { kind: 'small', text: digests.map(([name, digest]) => `${name}: ${digest}`).join('\n') },
    { kind: 'sign', lines: poll.sheetSign, svg: qr, note: words.scan(url) },
  ]
}

export const agendaPaper = (given: AgendaPaper, lang: Language): DocumentSheet => {
  const words = resultPaperWords[lang]
  const { questions, certificate } = given
  const first = questions[0]!
  const title = certificate ? words.certificate : isPreliminary(given) ? words.preliminary : words.notice
  return {
    lang,
    owner: first.community.name,
    title,
    running: `${title} · ${words.together(questions.length)}`,
    page: words.page,
    blocks: [
      { kind: 'facts', rows: sharedFactsOf(first, lang) },
      ...questions.flatMap((question) => questionBlocks(question, lang)),
      ...objecting(given, lang),
      ...ending(given, lang),
    ],
  }
}

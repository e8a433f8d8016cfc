// What is wrong with a choice, beside the boxes that it is about.
import type { PageContext, Pages } from '@yishi/contract/pages'
import { isPreference } from '@yishi/domain/poll'
import { AnswerSpot } from '../design/ballot.tsx'
import { ShapeIcon } from '../design/icons.tsx'
import { candidatesWords } from '../words/candidates.ts'
import { pollWords } from '../words/poll.ts'
import { problemSentence } from '../words/preference.ts'

type Given = { props: Pick<Pages['poll'], 'problem' | 'question'>; context: PageContext }

export const PollProblem = ({ props: { problem, question }, context: { lang } }: Given) => {
  if (!problem) return null
  const unfit = problem.code === 'choice-unfit' && !isPreference(question)
  const tooMany = problem.code === 'too-many-marks' && question.type === 'candidates'
  const said = unfit ? pollWords[lang].unfit : problemSentence(question, problem, lang)
  return (
    <p className="problem" id="choice-problem" role="alert">
      <AnswerSpot />
      <ShapeIcon shape="octagon" />
      {tooMany ? candidatesWords[lang].tooMany : said}
    </p>
  )
}

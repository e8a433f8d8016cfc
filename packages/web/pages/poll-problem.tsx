// What is wrong with a choice, beside the boxes that it is about.
import type { Pages, PageContext } from '@yishi/contract/pages'
import { ShapeIcon } from '../design/icons.tsx'
import { pollWords } from '../words/poll.ts'

type Given = { problem: Pages['poll']['problem']; lang: PageContext['lang'] }

export const PollProblem = ({ problem, lang }: Given) =>
  problem ? (
    <p className="problem" id="choice-problem">
      <ShapeIcon shape="octagon" />
      {pollWords[lang].problems[problem]}
    </p>
  ) : null

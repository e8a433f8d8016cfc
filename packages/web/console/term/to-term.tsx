// From the result of a committee's election to its term.
import type { PollFile } from '@yishi/contract/poll'
import { Link } from 'react-router'
import { consoleTermWords } from '../../words/console-term.ts'
import { useCommunity } from '../community.tsx'
import { answersForAll } from '../hats.ts'
import { useWords } from '../language.tsx'

export const ToTerm = ({ file }: { readonly file: PollFile }) => {
  const words = useWords(consoleTermWords)
  const { me } = useCommunity()
  const elects = file.status === 'decided' && file.question.type === 'candidates'
  return elects && answersForAll(me, ['staff', 'branch']) ? (
    <p>
      <Link to={`/terms/new?poll=${file.poll}`}>{words.toTerm}</Link>
    </p>
  ) : null
}

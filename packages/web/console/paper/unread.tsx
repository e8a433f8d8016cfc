// A warning before a count begins: sheets that are back and have not become ballots are not counted.
import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { Link } from 'react-router'
import { consolePaperWords } from '../../words/console-paper.ts'
import { useWords } from '../language.tsx'
import { deskQuery } from './queries.ts'

export const UnreadSheets = ({ poll }: { poll: string }) => {
  const words = useWords(consolePaperWords)
  const { data: desk } = useQuery(deskQuery(poll))
  const waiting = desk?.waiting.length ?? 0
  if (waiting === 0) return null
  const reading = <Link to={`/polls/${poll}/paper`}>{words.readThem}</Link>
  return <Alert type="warning" showIcon title={words.unread(waiting)} action={reading} />
}

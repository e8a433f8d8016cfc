// How long the item under discussion has been talked about; it counts by itself between two answers of the server.
import { useEffect, useState } from 'react'
import { meetingItemWords } from '../../words/console-meeting-item.ts'
import { useWords } from '../language.tsx'

const SECOND = 1000
const MINUTE = 60 * SECOND

const clockText = (ms: number): string => {
  const seconds = Math.max(0, Math.floor(ms / SECOND))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** Counted from the server's own moment: the desk's clock may be wrong. */
const useNow = (asOf: string): number => {
  const [arrived, setArrived] = useState({ asOf, at: Date.now() })
  const [, tick] = useState(0)
  if (arrived.asOf !== asOf) setArrived({ asOf, at: Date.now() })
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), SECOND)
    return () => clearInterval(timer)
  }, [])
  return Date.parse(arrived.asOf) + Date.now() - arrived.at
}

type Given = { readonly since: string; readonly minutes: number | null; readonly asOf: string }

export const Timer = ({ since, minutes, asOf }: Given) => {
  const words = useWords(meetingItemWords)
  const spent = useNow(asOf) - Date.parse(since)
  const over = minutes !== null && spent > minutes * MINUTE
  return (
    <span className={`chip ${over ? 'bad' : 'info'} num`} role="timer">
      {minutes === null
        ? words.spentOnly(clockText(spent))
        : words.spent(clockText(spent), clockText(minutes * MINUTE))}
      {over && ` · ${words.over}`}
    </span>
  )
}

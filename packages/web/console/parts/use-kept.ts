// What is typed into a long form outlives a reload, a link and a closed tab that is opened again; it goes with the tab, or once it was sent.
import { useEffect, useState } from 'react'

/** Storage may be switched off or full; then nothing is kept, and nothing else changes. */
const storage = <T>(use: (kept: Storage) => T): T | null => {
  try {
    return use(sessionStorage)
  } catch {
    return null
  }
}

const read = <T>(place: string): T | null => storage((kept) => JSON.parse(kept.getItem(place) ?? 'null') as T | null)

const askBeforeLeaving = (event: BeforeUnloadEvent) => event.preventDefault()

/** The caller leaves out names and numbers of people: those are not kept in a browser (ASVS V14.3.3). Until it is sent, whoever closes the tab is asked. */
export const useKept = <T extends object>(name: string) => {
  const place = `yishi-kept:${name}`
  const [kept, setKept] = useState(() => read<T>(place))
  const [unsent, setUnsent] = useState(kept !== null)
  useEffect(() => {
    if (unsent) addEventListener('beforeunload', askBeforeLeaving)
    return () => removeEventListener('beforeunload', askBeforeLeaving)
  }, [unsent])
  return {
    /** What was left the last time, if anything. */
    kept,
    keep(values: T) {
      storage((storing) => storing.setItem(place, JSON.stringify(values)))
      setUnsent(true)
    },
    forget() {
      storage((storing) => storing.removeItem(place))
      setKept(null)
      setUnsent(false)
    },
  }
}

// The phone rings: one key, from anywhere in the console, and what is said can be typed.
import { Suspense, lazy, useCallback, useEffect, useState } from 'react'
import type { Me } from '@yishi/contract/account'
import { noteWords } from '../../words/console-note.ts'
import { useCommunity } from '../community.tsx'
import { useWords } from '../language.tsx'
import '../styles/note.css'

const NoteDrawer = lazy(() => import('./note-drawer.tsx').then((m) => ({ default: m.NoteDrawer })))

/** Whose notes the rules take (see the rule of raising). */
const NOTE_TAKERS: readonly string[] = ['staff', 'branch', 'grid-worker', 'building-leader', 'volunteer']
const mayNote = ({ hats }: Me): boolean => hats.some(({ role }) => NOTE_TAKERS.includes(role))

const TYPING = 'input, textarea, select, [contenteditable=true], [role=dialog]'

const isCall = (event: KeyboardEvent): boolean =>
  event.key.toLowerCase() === 'n' &&
  !event.ctrlKey &&
  !event.metaKey &&
  !event.altKey &&
  !event.isComposing &&
  !(event.target instanceof Element && event.target.closest(TYPING))

const useCall = (able: boolean, open: () => void) =>
  useEffect(() => {
    if (!able) return undefined
    const answer = (event: KeyboardEvent) => {
      if (!isCall(event)) return
      // Else the letter itself would be the first of the note.
      event.preventDefault()
      open()
    }
    document.addEventListener('keydown', answer)
    return () => document.removeEventListener('keydown', answer)
  }, [able, open])

export const QuickNote = () => {
  const words = useWords(noteWords)
  const able = mayNote(useCommunity().me)
  const [state, setState] = useState<'never' | 'open' | 'closed'>('never')
  const open = useCallback(() => setState('open'), [])
  const close = useCallback(() => {
    // A field that is hidden must not swallow the key of the next call.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    setState('closed')
  }, [])
  useCall(able, open)
  if (!able) return null
  return (
    <>
      <button type="button" className="quick-note" title={words.openHint} aria-keyshortcuts="n" onClick={open}>
        {words.open} <kbd aria-hidden="true">{words.key}</kbd>
      </button>
      {state !== 'never' && (
        <Suspense fallback={null}>
          <NoteDrawer open={state === 'open'} onClose={close} />
        </Suspense>
      )}
    </>
  )
}

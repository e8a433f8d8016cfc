// The meeting on the screen, for all its parts: its file, and the one command that is under way.
import type { MeetingAct, MeetingFile } from '@yishi/contract/meeting'
import { type ReactNode, createContext, use, useMemo } from 'react'
import { useMeetingCommand } from './queries.ts'

type Give = (name: MeetingAct, body: object, done?: () => void) => void

type Held = {
  readonly file: MeetingFile
  readonly give: Give
  readonly may: (name: MeetingAct) => boolean
  readonly busy: boolean
  readonly error: unknown
}

const HeldContext = createContext<Held | null>(null)

export const MeetingInHand = ({ file, children }: { file: MeetingFile; children: ReactNode }) => {
  const command = useMeetingCommand(file.meeting)
  const { mutate, isPending, error } = command
  const held = useMemo<Held>(
    () => ({
      file,
      give: (name, body, done) => mutate({ name, body }, { onSuccess: () => done?.() }),
      may: (name) => file.may.includes(name),
      busy: isPending,
      error,
    }),
    [file, mutate, isPending, error],
  )
  return <HeldContext value={held}>{children}</HeldContext>
}

export const useMeeting = (): Held => {
  const held = use(HeldContext)
  if (!held) throw new Error('no meeting in hand')
  return held
}

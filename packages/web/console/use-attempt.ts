// Sending what was typed: one idempotency key for each attempt, kept as long as nobody knows whether it arrived, so that a second press does nothing twice.
import { type NetworkMode, useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { isProblem, newKey } from './api.ts'

type Attempt<Body, Answer> = {
  readonly send: (body: Body, key: string) => Promise<Answer>
  readonly onDone: (answer: Answer, body: Body) => unknown
  readonly onRefused?: (error: Error) => void
  readonly networkMode?: NetworkMode
}

export const useAttempt = <Body, Answer>({ send, onDone, onRefused, ...rest }: Attempt<Body, Answer>) => {
  const [key, setKey] = useState(newKey)
  return useMutation({
    ...rest,
    mutationFn: (body: Body) => send(body, key),
    onSuccess(answer, body) {
      setKey(newKey())
      return onDone(answer, body)
    },
    onError(error) {
      if (isProblem(error, 'unreachable')) return
      setKey(newKey())
      onRefused?.(error)
    },
  })
}

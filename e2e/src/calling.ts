// Asks the API of a hall as one of its people, where a journey only needs what a screen would have done.
import { expect } from 'vitest'
import type { Hall, Who } from './hall.ts'

/** Fails with what was answered, where that is no success. */
export const callingAs =
  (hall: () => Pick<Hall, 'url' | 'sessions'>) =>
  async <Answer>(who: Who, path: string, body?: object): Promise<Answer> => {
    const { url, sessions } = hall()
    const headers = { 'content-type': 'application/json', cookie: sessions[who].header }
    const init = body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers }
    const answer = await fetch(`${url}/api/${path}`, init)
    expect(answer.ok, `${path}: ${answer.status} ${answer.ok ? '' : await answer.clone().text()}`).toBe(true)
    return (await answer.json()) as Answer
  }

// What people of the town do with a poll: by its API, and by the form on the phone with as many marks as they make.
import type { Caller } from '../../../fences/people.ts'
import type { Town } from '../../../fences/town.ts'

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

export const votingIn = (town: () => Town) => ({
  act: async <T = { code: string }>(who: Caller, path: string, json: object = {}) => {
    const answer = await town().as(who, { method: 'POST', url: `/api/${path}`, json })
    return { status: answer.status, body: answer.json() as T }
  },
  get: (who: Caller, url: string) => town().as(who, { method: 'GET', url }),
  cast: (who: Caller, poll: string, ...choice: string[]) => {
    const payload = new URLSearchParams([
      ['step', 'cast'],
      ...choice.map((each): [string, string] => ['choice', each]),
    ]).toString()
    return town().as(who, { method: 'POST', url: `/polls/${poll}`, payload, headers: FORM })
  },
})

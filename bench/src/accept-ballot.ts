// How many ballots a second are taken over HTTP from people who are signed in, each durable with its ledger entry and its key, as a share of durable one-row inserts.
import type { Candidate, PollFile } from '@yishi/contract/poll'
import { besideRaw } from './beside-raw.ts'
import type { Figure } from './figure.ts'
import { load } from './load.ts'
import type { Scene } from './scene.ts'

/** An open vote of all who may stand on the list, about a matter that has come so far. */
const openVote = async ({ server, hall: { community, place, cookie } }: Scene): Promise<string> => {
  const ask = async <T>(path: string, body?: object): Promise<T> => {
    const headers = { cookie, ...(body && { 'content-type': 'application/json' }) }
    const answer = await fetch(`${server.url}/api/${path}`, {
      headers,
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}: ${await answer.text()}`)
    return answer.json() as Promise<T>
  }
  const { matter } = await ask<{ matter: string }>('matters', { text: '长椅装在哪里', place, channel: 'code' })
  const sorting = { level: 'II', colour: 'yellow', size: 'small', kind: 'facilities', procedure: 'four-affairs' }
  await ask(`matters/${matter}/sort`, sorting)
  const candidates = await ask<Candidate[]>(`candidates?community=${community}&role=volunteer`)
  const { poll } = await ask<PollFile>(`matters/${matter}/polls`, {
    rule: 'cn-residents-representatives',
    way: 'ballots',
    question: { type: 'for-against', text: '花园里装四把长椅，同意吗？' },
    electorate: { voters: candidates.map(({ person }) => ({ person })) },
  })
  await ask(`polls/${poll}/open`, {})
  return poll
}

export const acceptBallot = async (scene: Scene): Promise<Figure> => {
  const { database, server, hall } = scene
  const url = `${server.url}/polls/${await openVote(scene)}`
  const form = { step: 'cast', choice: 'for' }
  const vote = (seconds: number) => load({ url, seconds, cookies: hall.voters, form })
  const { share, p99, told } = await besideRaw(database, vote)
  return {
    name: 'accept a ballot',
    values: told,
    goal: 'share ≥ 0.22 (stretch 0.40), p99 < 60 ms',
    met: share >= 0.22 && p99 < 60,
  }
}

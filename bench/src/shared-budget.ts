// Shared budgets: how many ballots a second are taken over HTTP, each durable with its ledger entry, and how long an allocation takes on anybody's machine.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addDays, localDateOf } from '@yishi/domain/calendar'
import { toInstant } from '@yishi/domain/kernel'
import { besideRaw } from './beside-raw.ts'
import { type Figure, rounded } from './figure.ts'
import { load } from './load.ts'
import { type Scene, temporaryDirectory } from './scene.ts'

const BALLOTS = 1000

const PROJECTS = Array.from({ length: 13 }, (_, at) => ({ name: `项目${at + 1}`, cost: String(20_000 + 5000 * at) }))

type Round = { readonly url: string; readonly digest: string }

const openRound = async ({ server, hall: { community, cookie, voters } }: Scene): Promise<Round> => {
  const post = async (path: string, body: object): Promise<{ budget: string }> => {
    const headers = { cookie, 'content-type': 'application/json' }
    const answer = await fetch(server.url + path, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as { budget: string }
  }
  const lastDay = addDays(localDateOf(toInstant(Date.now())), 9)
  const plan = { title: '四十万怎么花', amount: '400000', lastDay, projects: PROJECTS, community }
  const { budget } = await post('/api/budgets', plan)
  await post(`/api/budgets/${budget}/open`, {})
  const url = `${server.url}/budgets/${budget}`
  const body = new URLSearchParams({ step: 'confirm', choice: '1' })
  const page = await fetch(url, { method: 'POST', headers: { cookie: voters[0] ?? '' }, body })
  const digest = /name="digest" value="([0-9a-f]+)"/u.exec(await page.text())?.[1]
  if (!digest) throw new Error('the page of the round has no digest')
  return { url, digest }
}

export const budgetBallots = async (scene: Scene): Promise<Figure> => {
  const { url, digest } = await openRound(scene)
  const form = { step: 'cast', digest, choice: '1' }
  const vote = (seconds: number) => load({ url, seconds, cookies: scene.hall.voters, form })
  const { perSecond, told } = await besideRaw(scene.database, vote)
  return { name: 'budget ballots', values: told, goal: `≥ ${BALLOTS} a second`, met: perSecond >= BALLOTS }
}

const VOTERS = 6000
const LISTED = 64

/** Numbers that look like chance and are the same on every machine (Numerical Recipes' generator). */
const likeChance = () => {
  let state = 20_261_128
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const largeFile = (): string => {
  const draw = likeChance()
  const projects = Array.from({ length: LISTED }, (_, at) => `${at + 1};${500 + draw(100_000)}`)
  const votes = Array.from({ length: VOTERS }, (_, at) => {
    // A few projects are known to everybody, most to their neighbours alone.
    const chosen = new Set(Array.from({ length: 1 + draw(4) }, () => 1 + Math.min(draw(LISTED), draw(LISTED))))
    return `${at + 1};${[...chosen].join(',')}`
  })
  const meta = ['key;value', 'budget;1000000', 'vote_type;approval', `num_votes;${VOTERS}`]
  return ['META', ...meta, 'PROJECTS', 'project_id;cost', ...projects, 'VOTES', 'voter_id;vote', ...votes, ''].join(
    '\n',
  )
}

const BOUND_SECONDS = 3

export const allocateBudget = (): Figure => {
  const { path, remove } = temporaryDirectory()
  const file = join(path, 'large.pb')
  writeFileSync(file, largeFile())
  const verifier = join(import.meta.dirname, '..', '..', 'packages', 'verify', 'dist', 'yishi-verify.mjs')
  const took = ['none', 'add1', 'add1u'].map((completion) => {
    const began = performance.now()
    const args = [verifier, 'allocate', file, '--completion', completion, '--ties', 'cost,votes,listed']
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    if (status !== 0) throw new Error(`the allocation ended with ${status}: ${stdout}`)
    return [completion, (performance.now() - began) / 1000] as const
  })
  remove()
  return {
    name: `allocation of ${VOTERS} ballots, ${LISTED} projects`,
    values: rounded(Object.fromEntries(took)),
    goal: `each < ${BOUND_SECONDS} s, with the program's start`,
    met: took.every(([, seconds]) => seconds < BOUND_SECONDS),
  }
}

// The console's way to the JSON API: typed by the contract, refusals as thrown problems (RFC 9457), writes with an idempotency key.
import type { Problem as FullProblem } from '@yishi/contract/problem'

/** Also the two that the browser makes itself: no answer, and an answer that is no problem document. */
export type Problem = Pick<FullProblem, 'code' | 'title' | 'status'> & Partial<FullProblem>

export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail ?? problem.title)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

export const isProblem = (error: unknown, code: string): boolean =>
  error instanceof ProblemError && error.problem.code === code

/** One key for each opening of a form. Not `randomUUID`, which browsers withhold on plain http in an office network. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')

const unreachable: Problem = { code: 'unreachable', title: 'unreachable', status: 0 }

const toProblem = async (answer: Response): Promise<Problem> => {
  const type = answer.headers.get('content-type') ?? ''
  if (type.includes('json')) return (await answer.json()) as Problem
  return { code: 'no-document', title: `HTTP ${answer.status}`, status: answer.status }
}

const toLogin = () => {
  const back = encodeURIComponent(location.pathname + location.search)
  location.assign(`/staff/login?back=${back}`)
}

const ask = async (path: string, init: RequestInit): Promise<Response> => {
  const answer = await fetch(`/api${path}`, { credentials: 'same-origin', ...init }).catch(() => {
    throw new ProblemError(unreachable)
  })
  if (answer.ok) return answer
  if (answer.status === 401) toLogin()
  throw new ProblemError(await toProblem(answer))
}

const call = async <T>(path: string, init: RequestInit): Promise<T> => {
  const answer = await ask(path, init)
  return (answer.status === 204 ? undefined : await answer.json()) as T
}

export const read = <T>(path: string): Promise<T> => call<T>(path, { headers: { accept: 'application/json' } })

export type WriteWith = { readonly key: string; readonly revision?: number | undefined }

const posting = (body: unknown, { key, revision }: WriteWith): RequestInit => ({
  method: 'POST',
  headers: {
    'content-type': 'application/json',
    'idempotency-key': key,
    ...(revision === undefined ? {} : { 'if-match': String(revision) }),
  },
  body: JSON.stringify(body),
})

export const write = <T>(path: string, body: unknown, given: WriteWith): Promise<T> =>
  call<T>(path, posting(body, given))

/** A write that is answered with a file, under the name that the server gave it. */
export const writeForFile = async (path: string, body: unknown, given: WriteWith) => {
  const answer = await ask(path, posting(body, given))
  const name = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? 'yishi.xlsx'
  return { file: await answer.blob(), name }
}

/** The files go in a multipart form under one field name, behind the words that go with them. */
export const upload = <T>(
  path: string,
  field: string,
  files: readonly File[],
  words: Readonly<Record<string, string>> = {},
): Promise<T> => {
  const body = new FormData()
  for (const [name, value] of Object.entries(words)) body.append(name, value)
  for (const file of files) body.append(field, file)
  return call<T>(path, { method: 'POST', headers: { 'idempotency-key': newKey() }, body })
}

// The application works as `yishi_app`: neither owner of the tables nor exempt from their row level security.
import { createHmac } from 'node:crypto'
import { Client } from 'pg'
import { startupProblem } from '../startup-problem.ts'

export const APP_ROLE = 'yishi_app'

/** Every server process that knows the owner's password derives the same one; nothing more has to be stored. */
const derivedPassword = (ownerUrl: URL): string =>
  createHmac('sha256', decodeURIComponent(ownerUrl.password)).update(`yishi/${APP_ROLE}`).digest('base64url')

const withClient = async <T>(url: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const canLogIn = (url: string) => withClient(url, () => Promise.resolve(true)).catch(() => false)

const refused = (cause: unknown) =>
  startupProblem(
    `数据库里没有角色 ${APP_ROLE}，而 DATABASE_URL 的用户也无权建立。请管理员执行：create role ${APP_ROLE} nologin; grant ${APP_ROLE} to <该用户>;`,
    `The database has no role ${APP_ROLE} and the user of DATABASE_URL may not create it. Ask its administrator for: create role ${APP_ROLE} nologin; grant ${APP_ROLE} to <that user>;`,
    cause,
  )

const makeRole = (ownerUrl: string, password: string) =>
  withClient(ownerUrl, async (client) => {
    const { rows } = await client.query('select 1 from pg_roles where rolname = $1', [APP_ROLE])
    if (rows.length === 0)
      await client
        .query(`create role ${APP_ROLE} login nobypassrls password ${client.escapeLiteral(password)}`)
        .catch((error: { code?: string }) => {
          if (error.code !== '42710') throw refused(error)
        })
  })

/** Where the application connects: as its own role, or as the given user who at once takes that role. */
export const applicationUrl = async (ownerUrl: string): Promise<string> => {
  const own = new URL(ownerUrl)
  const password = derivedPassword(own)
  await makeRole(ownerUrl, password)
  const asRole = new URL(ownerUrl)
  asRole.username = APP_ROLE
  asRole.password = password
  if (own.password && (await canLogIn(asRole.href))) return asRole.href
  own.searchParams.set('options', `-c role=${APP_ROLE}`)
  if (await canLogIn(own.href)) return own.href
  throw refused(null)
}

// Puts the capabilities together into one application: which routes there are, who is asking, and which jobs run.
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PagesModule } from '@yishi/contract/pages'
import type { Language, PersonId } from '@yishi/domain/kernel'
import { type Routes, buildApp } from './app.ts'
import { besideOf } from './beside.ts'
import {
  type Accounts,
  accountRoutes,
  openAccounts,
  openAuthSecret,
  peopleRoutes,
  type Session,
  sweepAccounts,
  whoAsks,
} from './capabilities/account/index.ts'
import { alertJobs, alertPages, alertRoutes } from './capabilities/alert/index.ts'
import { boardExportRoutes } from './capabilities/board-export/index.ts'
import { budgetJobs, budgetPages, budgetRoutes } from './capabilities/budget/index.ts'
import { type CourtBundleWork, courtBundleRoutes, courtBundleWork } from './capabilities/court-bundle/index.ts'
import { electionJobs, electionPages, electionRoutes } from './capabilities/election/index.ts'
import { cardJobs, cardRoutes } from './capabilities/card/index.ts'
import { excerptRoutes } from './capabilities/excerpt/index.ts'
import { groupRoutes } from './capabilities/group/index.ts'
import { drawJobs, drawPages, drawRoutes } from './capabilities/draw/index.ts'
import { dutyRoutes } from './capabilities/duty/index.ts'
import { hotlineRoutes } from './capabilities/hotline/index.ts'
import {
  type IdentityCheck,
  claimJobs,
  claimRoutes,
  homePages,
  identityCheckJobs,
  standingsOf,
} from './capabilities/identity/index.ts'
import { joinMatter, joiningJobs, joiningPages } from './capabilities/joining/index.ts'
import { ledgerRoutes } from './capabilities/ledger/index.ts'
import {
  matterPages,
  matterRoutes,
  mattersHelped,
  mattersOf,
  openMatters,
  recountClocks,
} from './capabilities/matter/index.ts'
import { meetingJobs, meetingPages, meetingRoutes } from './capabilities/meeting/index.ts'
import { localOutbox, messageJobs, messageRoutes, readInbox, sendCodeBy } from './capabilities/message/index.ts'
import { patrolPages, patrolRoutes } from './capabilities/patrol/index.ts'
import { noticeJobs, noticePages, noticeRoutes } from './capabilities/notice/index.ts'
import { photoRoutes } from './capabilities/photo/index.ts'
import { paperPages, paperRoutes, walkPages } from './capabilities/paper-ballot/index.ts'
import {
  lookupPages,
  pollJobs,
  pollPages,
  pollRoutes,
  unitChoiceRoutes,
  votesWaiting,
} from './capabilities/poll/index.ts'
import { procedureRoutes } from './capabilities/procedure/index.ts'
import { projectRoutes } from './capabilities/project/index.ts'
import { openLive, publicBoardRoutes } from './capabilities/public-board/index.ts'
import { type Transcriber, recordingRoutes, sweepRecordings, transcriberJobs } from './capabilities/recording/index.ts'
import { rosterRoutes } from './capabilities/roster/index.ts'
import { termJobs, termPages, termRoutes } from './capabilities/term/index.ts'
import { tipRoutes } from './capabilities/tip/index.ts'
import { type FoundPlace, foundingRoutes, territoryRoutes } from './capabilities/territory/index.ts'
import { foundingDoor } from './founding-door.ts'
import type { Assembly } from './index.ts'
import type { Context } from './kernel/context.ts'
import { inCommunities } from './kernel/database/tenancy.ts'
import { type App, allowStyles } from './kernel/http/app.ts'
import type { Served } from './kernel/http/served.ts'
import { type JobHandlers, oneByOne } from './kernel/jobs.ts'
import { inviteStaff } from './inviting.ts'
import { votedTwiceJobs } from './voted-twice.ts'
import { performer } from './wiring.ts'

export const WEB_DIRECTORY = join(import.meta.dirname, '..', '..', 'web', 'dist')

const mine =
  ({ ctx }: Served) =>
  async ({ persons }: Pick<Session, 'persons'>, lang: Language) => {
    const communities = persons.map(({ community }) => community)
    if (communities.length === 0) return { matters: [], helped: [], inbox: [], homes: [], votes: [] }
    const people = [...new Set<PersonId>(persons.map(({ person }) => person))]
    return inCommunities(ctx.db, communities, async (trx) => ({
      matters: await mattersOf(ctx, trx, persons),
      helped: await mattersHelped(ctx, trx, persons),
      homes: await standingsOf(trx, persons),
      votes: await votesWaiting(trx, persons),
      inbox: await readInbox(trx, people, lang),
    }))
  }

/** The console is one page for all its addresses; each answer carries a fresh nonce for the styles that it makes itself. */
const consolePages = async (app: App, { webDirectory }: Served) => {
  const page = await readFile(join(webDirectory, 'console', 'index.html'), 'utf8').catch(() => null)
  if (page === null) return
  app.get('/console', { schema: { hide: true } }, (_, reply) => reply.redirect('/console/', 308))
  app.get('/console/*', { schema: { hide: true } }, (_, reply) => {
    const nonce = randomBytes(16).toString('hex')
    allowStyles(reply, nonce)
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(page.replaceAll('CSP_NONCE', nonce))
  })
}

const openAt = (ctx: Context) => (found: FoundPlace) =>
  inCommunities(ctx.db, [found.community], (trx) =>
    openMatters(trx, { community: found.community, path: found.path, limit: 5 }, ctx.clock.now()),
  )

const DECIDING: readonly Routes[] = [drawRoutes, drawPages, budgetRoutes, budgetPages, electionRoutes, electionPages]
/** Who somebody is as an owner, and who sits for the owners. */
const OWNERS: readonly Routes[] = [claimRoutes, homePages, termRoutes, termPages]
const GROUP_CHAT: readonly Routes[] = [groupRoutes, excerptRoutes, cardRoutes, tipRoutes]

type House = {
  readonly ctx: Context
  readonly demo: boolean
  readonly accounts: Accounts
  readonly live: ReturnType<typeof openLive>
}

const VOTES: readonly Routes[] = [
  pollRoutes,
  unitChoiceRoutes,
  pollPages,
  lookupPages,
  paperRoutes,
  paperPages,
  walkPages,
  courtBundleRoutes,
]

const routesOf = ({ ctx, demo, accounts, live }: House): readonly Routes[] => [
  matterRoutes,
  (app, served) => matterPages(app, served, { beside: besideOf(served), join: joinMatter }),
  joiningPages,
  ...GROUP_CHAT,
  projectRoutes,
  meetingRoutes,
  meetingPages,
  noticeRoutes,
  noticePages,
  photoRoutes,
  recordingRoutes,
  ...VOTES,
  ...OWNERS,
  ...DECIDING,
  messageRoutes(demo),
  procedureRoutes,
  ledgerRoutes,
  rosterRoutes,
  boardExportRoutes,
  alertRoutes,
  alertPages,
  dutyRoutes,
  publicBoardRoutes(live),
  hotlineRoutes,
  patrolRoutes,
  patrolPages,
  (app, served) => territoryRoutes(app, served, openAt(ctx)),
  (app, served) => foundingRoutes(app, served, foundingDoor(accounts)),
  (app, served) => peopleRoutes(app, served, accounts),
  (app, served) => accountRoutes(app, { served, accounts, mine: mine(served) }),
  consolePages,
]

type Engines = Pick<AssemblyOptions, 'transcriber' | 'identityCheck'>
type Working = Engines & { readonly bundles: CourtBundleWork }

const jobsBy = (pages: PagesModule, { transcriber, identityCheck, bundles }: Working): JobHandlers => {
  const telling = { pages, channel: localOutbox }
  return {
    ...messageJobs(telling),
    ...alertJobs(telling),
    ...joiningJobs(telling),
    ...meetingJobs(telling),
    ...noticeJobs(telling),
    ...pollJobs(telling),
    ...budgetJobs(telling),
    ...votedTwiceJobs(telling),
    ...bundles.jobs,
    ...electionJobs(telling),
    ...drawJobs(telling),
    ...cardJobs(telling),
    ...claimJobs(telling),
    ...termJobs(telling),
    ...transcriberJobs(transcriber ?? null),
    ...identityCheckJobs(identityCheck ?? null),
    'invite-staff': oneByOne(inviteStaff(localOutbox)),
  }
}

export type AssemblyOptions = {
  readonly demo: boolean
  readonly accounts?: (accounts: Accounts) => void
  /** The house's speech engine; without one people type what they hear. */
  readonly transcriber?: Transcriber
  /** The house's engine for face or city identity; without one people compare with the roster. */
  readonly identityCheck?: IdentityCheck
}

export const assemble =
  ({ demo, accounts: meet, ...engines }: AssemblyOptions) =>
  async (ctx: Context): Promise<Assembly> => {
    const pages = (await import(pathToFileURL(join(WEB_DIRECTORY, 'pages.js')).href)) as PagesModule
    const served: Served = { ctx, performer, pages, webDirectory: WEB_DIRECTORY, whoAsks: whoAsks(ctx) }
    const sendCode = sendCodeBy(ctx, { channel: localOutbox, demo })
    const accounts = openAccounts(ctx, { secret: openAuthSecret(ctx.settings.dataDirectory), demo, sendCode })
    meet?.(accounts)
    const live = openLive(ctx, pages)
    const app = await buildApp(served, routesOf({ ctx, demo, accounts, live }))
    const bundles = courtBundleWork({ performer, pages })
    const begin = async () => {
      await Promise.all([recountClocks(ctx, performer), bundles.begin(ctx)])
    }
    const hourly = () => Promise.all([sweepAccounts(ctx), sweepRecordings(ctx)])
    return {
      app,
      performer,
      begin,
      hourly,
      release() {
        bundles.stop()
        return live.release()
      },
      jobs: jobsBy(pages, { ...engines, bundles }),
    }
  }

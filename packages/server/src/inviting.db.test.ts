// Who is invited after a roster import, and that nobody is invited twice.
import type { CommunityId, PersonId, Role } from '@yishi/domain/kernel'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localOutbox } from './capabilities/message/index.ts'
import { addPerson } from './capabilities/territory/index.ts'
import { inviteStaff } from './inviting.ts'
import { inCommunities } from './kernel/database/tenancy.ts'
import { foundCommunity, testContext } from './testing/context.ts'
import { freshDatabase } from './testing/database.ts'

const HOME: CommunityId = 'com_home'
let fresh: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => {
  fresh = await freshDatabase()
  await foundCommunity(fresh.db, HOME, '晴川社区')
})
afterAll(() => fresh.drop())

const settle = (id: PersonId, phone: string | null, role: Role) =>
  inCommunities(fresh.db, [HOME], (trx) => {
    const hats = [{ role, node: null, party: null }]
    return addPerson(trx, HOME, { id, name: '沈立', phone, hats }, '2026-03-01T00:00:00.000Z')
  })

test('staff with a phone and no account are invited once; residents and people without a phone are not', async () => {
  const { ctx } = testContext(fresh.db)
  await settle('per_staff', '13800138000', 'staff')
  await settle('per_silent', null, 'police')
  await settle('per_resident', '13900139000', 'resident')
  const invite = inviteStaff(localOutbox)
  await invite(ctx, { community: HOME })
  await invite(ctx, { community: HOME })
  const messages = await inCommunities(fresh.db, [HOME], (trx) => trx.selectFrom('message').selectAll().execute())
  expect(messages.map(({ address, channel }) => ({ address, channel }))).toEqual([
    { address: '13800138000', channel: 'sms' },
  ])
  expect(messages[0]!.body).toContain('晴川社区')
  expect(messages[0]!.sent_at).not.toBeNull()
  expect(new URL(messages[0]!.link!).pathname).toMatch(/^\/staff\/invitation\/[\w-]{20,}$/)
})

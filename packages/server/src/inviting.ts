// After a roster import: everybody who works for the community and has no account yet gets a link to set a password.
import { needsSecondFactor } from '@yishi/domain/account'
import { type CommunityId, type PersonId, ROLES } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import { createInvitation } from './capabilities/account/index.ts'
import { type Channel, sendOnce } from './capabilities/message/index.ts'
import { rosterImport } from './capabilities/roster/index.ts'
import type { Context } from './kernel/context.ts'
import { inCommunities } from './kernel/database/tenancy.ts'
import { enqueue, on } from './kernel/react.ts'

export const inviteAfterImport = on(rosterImport, ({ subject, event }) =>
  event.type === 'RosterImported' ? [enqueue('invite-staff', { community: subject.community })] : [],
)

type Invitee = { person: PersonId; name: string; phone: string; community: string }

/** Only a password opens these roles, so a code to the phone would not be enough. */
const STAFF = ROLES.filter(needsSecondFactor)

const messageId = (person: PersonId): string => `msg_invite_${person.slice(4)}`

const notYetInvited = (ctx: Context, community: CommunityId) =>
  inCommunities(ctx.db, [community], async (trx) => {
    const { rows } = await sql<Invitee>`
      select distinct p.person_id as person, p.name, p.phone, c.name as community
      from app.person p join app.membership held using (community_id, person_id) join app.community c on c.id = p.community_id
      where p.community_id = ${community} and p.account_id is null and p.phone is not null and held.ends is null
        and held.role = any(${STAFF}::text[])
        and not exists (select from app.message m where m.community_id = p.community_id
          and m.message_id = 'msg_invite_' || substr(p.person_id, 5))`.execute(trx)
    return rows
  })

export const inviteStaff =
  (channel: Channel) =>
  async (ctx: Context, data: Readonly<Record<string, string>>): Promise<void> => {
    const community = data['community'] as CommunityId
    for (const { person, name, phone, community: called } of await notYetInvited(ctx, community)) {
      const link = await createInvitation(ctx, { community, person })
      await sendOnce(ctx, channel, {
        community_id: community,
        message_id: messageId(person),
        person_id: null,
        matter_id: null,
        address: phone,
        title: '一事：设置登录密码',
        body: `${name}您好，${called}请您用“一事”办事。七天内打开链接，设好密码和第二重验证就能用。链接只给您本人。`,
        title_en: null,
        body_en: null,
        link,
      })
    }
  }

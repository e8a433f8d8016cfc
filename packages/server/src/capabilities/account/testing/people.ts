// Two communities of one street office, some people in them, and their authenticators, for the tests of this capability.
import { createHmac } from 'node:crypto'
import type { CommunityId, PersonId, Role } from '@yishi/domain/kernel'
import type { Context } from '../../../kernel/context.ts'
import { inCommunities } from '../../../kernel/database/tenancy.ts'
import { TEST_START } from '../../../testing/context.ts'
import { addPerson, foundCommunity, foundStreetOffice } from '../../territory/index.ts'

export const SUN: CommunityId = 'com_sun'
export const MOON: CommunityId = 'com_moon'

const found = (ctx: Context, id: CommunityId) =>
  inCommunities(ctx.db, [id], (trx) =>
    foundCommunity(
      trx,
      {
        id,
        name: `社区${id}`,
        kind: 'residential',
        streetOffice: 'sto_lake',
        place: ctx.ids('plc'),
        committee: { id: ctx.ids('pty'), name: '居委会', phone: null },
      },
      TEST_START,
    ),
  )

export const foundTwoCommunities = async (ctx: Context): Promise<void> => {
  await inCommunities(ctx.db, [], (trx) =>
    foundStreetOffice(trx, { id: 'sto_lake', name: '翠湖街道', district: '湖区' }),
  )
  await found(ctx, SUN)
  await found(ctx, MOON)
}

type Newcomer = { readonly name: string; readonly phone: string | null; readonly role: Role }

export const settle = async (
  ctx: Context,
  community: CommunityId,
  { name, phone, role }: Newcomer,
): Promise<{ readonly community: CommunityId; readonly person: PersonId }> => {
  const id = ctx.ids('per')
  const hats = [{ role, node: null, party: null }]
  await inCommunities(ctx.db, [community], (trx) => addPerson(trx, community, { id, name, phone, hats }, TEST_START))
  return { community, person: id }
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const STEP_SECONDS = 30

const bytesOf = (base32: string): Buffer => {
  const bits = [...base32].map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/gu) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

/** As an authenticator shows it (RFC 6238), `steps` half minutes from now. */
export const authenticatorCode = (secret: string, steps = 0): string => {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 1000 / STEP_SECONDS) + steps))
  const mac = createHmac('sha1', bytesOf(secret)).update(counter).digest()
  const at = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

// The plates that hang in the street: each place's name and code, and the QR code of its address.
import type { Plate } from '@yishi/contract/place'
import type { CommunityId } from '@yishi/domain/kernel'
import { sql } from 'kysely'
import { toString as qrText } from 'qrcode'
import type { Transaction } from '../../kernel/database/tables.ts'
import { communityTitle } from './place-query.ts'
import './tables.ts'

export type PlateChoice = {
  readonly community: CommunityId
  readonly kind?: Plate['kind'] | undefined
  /** Only what lies in this node. */
  readonly path?: string | undefined
  readonly most?: number
}

const MOST = 500

export const plateUrl = (publicUrl: string, code: string): string => `${publicUrl}/p/${code}`

/** Quartile correction: a plate in the rain loses a quarter of its modules and still reads. */
export const qrSvg = (text: string): Promise<string> =>
  qrText(text, { type: 'svg', errorCorrectionLevel: 'Q', margin: 4 })

export const platesOf = async (
  trx: Transaction,
  publicUrl: string,
  { community, kind, path = '', most = MOST }: PlateChoice,
): Promise<readonly Plate[]> => {
  const { rows } = await sql<Pick<Plate, 'code' | 'kind' | 'name'>>`
    select code, kind, name from app.place where community_id = ${community}
      and (${kind ?? null}::text is null or kind = ${kind ?? null})
      and (${path} = '' or path = ${path} or starts_with(path, ${path} || '.'))
    order by path, kind, name, code limit ${most}`.execute(trx)
  const { name: title } = await communityTitle(trx, community)
  return Promise.all(
    rows.map(async ({ code, kind, name }) => {
      const url = plateUrl(publicUrl, code)
      return { code, kind, name, community: title, url, svg: await qrSvg(url) }
    }),
  )
}

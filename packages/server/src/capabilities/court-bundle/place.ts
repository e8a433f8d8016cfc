// Where court bundles lie: below the data directory, for the program's own account alone; while one is made in a folder of its own, afterwards as one archive.
import { mkdir, readdir, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { Context } from '../../kernel/context.ts'

type At = Pick<Context, 'settings'>

export const placeOf = ({ settings }: At): string => join(settings.dataDirectory, 'court-bundles')
export const archiveNameOf = (bundle: string): string => `${bundle}.zip`
export const archiveOf = (ctx: At, bundle: string): string => join(placeOf(ctx), archiveNameOf(bundle))
export const workshopOf = (ctx: At, bundle: string): string => join(placeOf(ctx), bundle)

/** Names and choices are in it. */
export const OWN_FOLDER = 0o700
export const OWN_FILE = 0o600

export const openPlace = async (ctx: At): Promise<string> => {
  const place = placeOf(ctx)
  await mkdir(place, { recursive: true, mode: OWN_FOLDER })
  return place
}

const gone = (path: string): Promise<void> => rm(path, { recursive: true, force: true })

export const clearWorkshop = (ctx: At, bundle: string): Promise<void> => gone(workshopOf(ctx, bundle))

export const removeBundle = async (ctx: At, bundle: string): Promise<void> => {
  await clearWorkshop(ctx, bundle)
  await gone(archiveOf(ctx, bundle))
}

export const isThere = (ctx: At, bundle: string): Promise<boolean> =>
  stat(archiveOf(ctx, bundle)).then(
    () => true,
    () => false,
  )

/** Removes everything but these archives. */
export const clearAllBut = async (ctx: At, kept: ReadonlySet<string>): Promise<void> => {
  const place = await openPlace(ctx)
  const names = new Set([...kept].map(archiveNameOf))
  for (const name of await readdir(place)) if (!names.has(name)) await gone(join(place, name))
}

/** Bytes that are free where bundles lie. */
export type Room = (ctx: At) => Promise<number>

export const freeRoom: Room = async (ctx) => {
  const { bavail, bsize } = await statfs(placeOf(ctx))
  return bavail * bsize
}

// Those who look at one board in one language: a new picture is made into bytes once and handed to all of them.
import type { ServerResponse } from 'node:http'

type Picture = { readonly version: string; readonly bytes: Buffer }

/** Whoever takes in less than this is behind by several pictures: it begins anew when it comes back. */
const MOST_BEHIND = 512 * 1024

export const eventOf = (version: string, html: string): Buffer =>
  Buffer.from(
    `id: ${version}\nevent: board\n${html
      .split('\n')
      .map((line) => `data: ${line}\n`)
      .join('')}\n`,
  )

const HEARTBEAT = Buffer.from(': still here\n\n')

export type Viewers = {
  /** `has`: the version that the viewer's page shows already. */
  readonly add: (viewer: ServerResponse, has: string) => void
  /** The picture is made only where it is new. */
  readonly show: (version: string, make: () => Buffer) => void
  readonly beat: () => void
  readonly end: () => void
  readonly size: () => number
}

const hand = (viewer: ServerResponse, bytes: Buffer): void => {
  if (viewer.writableLength > MOST_BEHIND) viewer.destroy()
  else viewer.write(bytes)
}

export const newViewers = (): Viewers => {
  const all = new Map<ServerResponse, string>()
  let current: Picture | null = null
  const update = (viewer: ServerResponse, picture: Picture) => {
    if (all.get(viewer) === picture.version) return
    all.set(viewer, picture.version)
    hand(viewer, picture.bytes)
  }
  return {
    add: (viewer, has) => {
      all.set(viewer, has)
      viewer.once('close', () => all.delete(viewer))
      if (current) update(viewer, current)
    },
    show: (version, make) => {
      if (version === current?.version) return
      current = { version, bytes: make() }
      for (const viewer of all.keys()) update(viewer, current)
    },
    beat: () => {
      for (const viewer of all.keys()) hand(viewer, HEARTBEAT)
    },
    end: () => {
      for (const viewer of all.keys()) viewer.end()
    },
    size: () => all.size,
  }
}

// Invented pictures for the samples: a stairway, a door, and a pattern that looks like a QR code but holds nothing.
import type { PhotoView } from '@yishi/contract/matter'

const svgData = (inner: string): string =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120"><rect width="120" height="120" fill="#444b45"/>${inner}</svg>`)}`

const photo = (id: string, inner: string): PhotoView => ({ id, thumb: svgData(inner), full: svgData(inner) })

export const STAIRS = photo(
  'pho_stairs',
  '<path d="M0 70h22V58h22V46h22V22h54V120H0z" fill="#3a423c"/><circle cx="30" cy="20" r="9" fill="#6d756e"/>',
)
export const DOOR = photo(
  'pho_door',
  '<rect x="36" y="14" width="48" height="94" fill="#5b4c40"/><rect x="92" y="40" width="14" height="20" fill="#8b918c"/>',
)

const SIDE = 25
const inFinder = (x: number, y: number): boolean | null => {
  const [dx, dy] = [Math.min(x, SIDE - 1 - x), Math.min(y, SIDE - 1 - y)]
  if (dx > 7 || dy > 7 || (x > SIDE - 9 && y > SIDE - 9)) return null
  const ring = Math.max(Math.abs(dx - 3), Math.abs(dy - 3))
  return ring === 3 || ring < 2
}

/** The same text always gives the same pattern. */
export const patternOf = (text: string): string => {
  let state = [...text].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 2147483647, 7)
  const dark: string[] = []
  for (let y = 0; y < SIDE; y += 1)
    for (let x = 0; x < SIDE; x += 1) {
      state = (state * 48271) % 2147483647
      if (inFinder(x, y) ?? state % 2 === 0) dark.push(`M${x + 2} ${y + 2}h1v1h-1z`)
    }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 29 29" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h29v29H0z"/><path d="${dark.join('')}"/></svg>`
}

// Which node of the territory an address names: `翠鑫苑3号楼2单元` is the stairway, unless another building could be meant as well.
import { covers } from '../kernel/index.ts'
import { wordOf } from '../sheet/index.ts'

export type Named = { readonly name: string; readonly path: string }

/** `3号楼` is not named by `13号楼`. */
const names = (address: string, name: string): boolean => {
  const wanted = wordOf(name)
  if (wanted === '') return false
  for (let at = address.indexOf(wanted); at >= 0; at = address.indexOf(wanted, at + 1))
    if (!/\d/u.test(wanted[0]!) || !/[\da-z-]/u.test(address[at - 1] ?? '')) return true
  return false
}

/** The path of the node that is named together with most of what it lies in; `''`, the whole community, where that is not one. */
export const pathOfAddress = (address: string, nodes: readonly Named[]): string => {
  const here = wordOf(address)
  const named = nodes.filter(({ name }) => names(here, name))
  const weighed = named.map(({ path }) => ({ path, weight: named.filter((above) => covers(above.path, path)).length }))
  const most = Math.max(0, ...weighed.map(({ weight }) => weight))
  const best = weighed.filter(({ weight }) => weight === most)
  return best.length === 1 ? best[0]!.path : ''
}

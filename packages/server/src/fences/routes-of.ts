// All routes of an application as `METHOD /path`, from the tree that Fastify prints of itself.
import type { App } from '../kernel/http/app.ts'

const LINE = /^((?:[│ ] {3})*)[├└]── (.*?) \(([A-Z, ]+)\)(?: .*)?$/u
const BRANCH = /^((?:[│ ] {3})*)[├└]── (.*)$/u

export const routesOf = (app: App): readonly string[] => {
  const above: string[] = []
  return app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const found = LINE.exec(line) ?? BRANCH.exec(line)
      if (!found) return []
      const [, indent = '', part = '', methods] = found
      const depth = indent.length / 4
      const path = `${depth === 0 ? '' : above[depth - 1]}${part}`
      above.splice(depth, above.length, path)
      const url = path.replace(/^\/\//u, '/')
      return (methods ?? '')
        .split(', ')
        .flatMap((method) => (method === '' || method === 'HEAD' ? [] : [`${method} ${url}`]))
    })
    .toSorted()
}

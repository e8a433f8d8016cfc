// One forbidden import per arrow, planted in a small tree of its own, and each is caught; the same tree without them is clean.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { brokenArrows } from './arrows.ts'

let tree = ''
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(tree, path)), { recursive: true })
  writeFileSync(join(tree, path), text)
}

const PACKAGES = ['domain', 'contract', 'methods', 'server', 'web', 'verify', 'cli']

beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), 'yishi-arrows-'))
  for (const name of PACKAGES) write(`packages/${name}/src/index.ts`, `export const ${name} = 1\n`)
  write('packages/server/src/capabilities/notice/index.ts', 'export const notice = 1\n')
  write('packages/server/src/capabilities/notice/store.ts', 'export const store = 1\n')
  write('packages/server/src/kernel/perform.ts', 'export const perform = 1\n')
  write('node_modules/lodash/package.json', '{"name":"lodash","main":"index.js"}')
  write('node_modules/lodash/index.js', 'module.exports = {}\n')
  write('package.json', '{"dependencies":{"lodash":"1"}}')
})
afterEach(() => rmSync(tree, { recursive: true }))

const PLANTED: readonly (readonly [rule: string, from: string, to: string])[] = [
  ['domain-imports-only-itself', 'packages/domain/src/planted.ts', '../../contract/src/index.ts'],
  ['contract-imports-only-domain', 'packages/contract/src/planted.ts', '../../server/src/index.ts'],
  ['methods-imports-only-domain', 'packages/methods/src/planted.ts', '../../contract/src/index.ts'],
  ['web-imports-only-contract-domain', 'packages/web/src/planted.tsx', '../../server/src/index.ts'],
  ['server-imports-only-contract-domain-methods-web/dist', 'packages/server/src/planted.ts', '../../web/src/index.ts'],
  ['verify-imports-only-domain', 'packages/verify/src/planted.ts', '../../contract/src/index.ts'],
  ['cli-not-web', 'packages/cli/src/planted.ts', '../../web/src/index.ts'],
  ['domain-imports-only-pure-libraries', 'packages/domain/src/planted.ts', 'lodash'],
  ['domain-without-node', 'packages/domain/src/planted.ts', 'node:fs'],
  ['kernel-knows-no-capability', 'packages/server/src/kernel/planted.ts', '../capabilities/notice/index.ts'],
  ['capability-through-its-door', 'packages/server/src/capabilities/poll/planted.ts', '../notice/store.ts'],
  ['resolvable', 'packages/server/src/planted.ts', './missing.ts'],
]

test('a tree that keeps to the arrows is clean', async () => {
  write(
    'packages/contract/src/good.ts',
    "import { domain } from '../../domain/src/index.ts'\nexport const good = domain\n",
  )
  write(
    'packages/web/src/good.tsx',
    "import type { contract } from '../../contract/src/index.ts'\nexport const good = (_: typeof contract) => <p>1</p>\n",
  )
  expect(await brokenArrows(['packages'], tree)).toEqual([])
})

test.each(PLANTED)('%s is caught', async (rule, from, to) => {
  const body = from.endsWith('.tsx') ? '<p>{String(planted)}</p>' : 'planted'
  write(from, `import * as planted from '${to}'\nexport const it = ${body}\n`)
  const broken = await brokenArrows(['packages'], tree)
  expect(broken.map((line) => line.split(':')[0])).toContain(rule)
})

test('an import of types only is an arrow too', async () => {
  write(
    'packages/domain/src/planted.ts',
    "import type { server } from '../../server/src/index.ts'\nexport type It = typeof server\n",
  )
  expect(await brokenArrows(['packages'], tree)).toHaveLength(1)
})

test('a circle is caught', async () => {
  write('packages/domain/src/a.ts', "import { b } from './b.ts'\nexport const a = () => b\n")
  write('packages/domain/src/b.ts', "import { a } from './a.ts'\nexport const b = () => a\n")
  expect((await brokenArrows(['packages'], tree)).join()).toContain('no-circles')
})

// A small console of its own, in which each screen brings the sheets of what it wears; a screen that lacks one is found, and so is a sheet that nobody wears.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { idleSheets, undrawnClasses } from './styles.ts'

let tree = ''
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(tree, path)), { recursive: true })
  writeFileSync(join(tree, path), text)
}
beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), 'yishi-styles-'))
  write('styles/ground.css', 'body { margin: 0.5rem }\n')
  write('styles/frame.css', '.chip, .chip.ok { color: green }\n')
  write('styles/poll.css', "@import './sums.css';\n@media (width < 60rem) { .sheet > .line { margin: 0 } }\n")
  write('styles/sums.css', '/* .planted is drawn nowhere */ .sum { white-space: nowrap }\n')
  write('app.tsx', "import './styles/ground.css'\nimport './styles/frame.css'\nlazy(() => import('./poll/page.tsx'))\n")
  write(
    'poll/page.tsx',
    "import '../styles/poll.css'\nimport { Line } from './line.tsx'\n<p className=\"chip\"><Line /></p>\n",
  )
  write('poll/line.tsx', "<li className={`line ${tone}`}><b className={held === 'idle' ? 'sum' : ''} /></li>\n")
})
afterEach(() => rmSync(tree, { recursive: true }))

test('where every screen brings the sheets of what it wears, and wears something of each, nothing is found', () => {
  expect([...undrawnClasses(tree), ...idleSheets(tree)]).toEqual([])
})

test.each([
  ['in the screen', 'poll/page.tsx', '<p className="draw" />'],
  ['in a part of it', 'poll/line.tsx', '<p className="line draw" />'],
  ['as a choice', 'poll/page.tsx', "<p className={told ? 'draw' : 'chip'} />"],
  ['among what is put together', 'poll/page.tsx', '<p className={`draw ${tone}`} />'],
  ['where something is so', 'poll/page.tsx', "<p className={`chip${told ? ' draw' : ''}`} />"],
  ['on the row of a table', 'poll/page.tsx', "<Table rowClassName={() => 'draw'} />"],
])('worn %s, a class whose sheet the screen does not bring is found', (_, path, text) => {
  write('styles/draw.css', '.draw { margin: 0 }\n')
  write(path, text)
  expect(undrawnClasses(tree)).toEqual(['poll/page.tsx wears .draw without styles/draw.css'])
})

test('a sheet that another screen brings is none of this one', () => {
  write('draw/page.tsx', 'import \'../styles/draw.css\'\n<p className="draw" />\n')
  write('styles/draw.css', '.draw { margin: 0 }\n')
  write('app.tsx', "import './styles/frame.css'\nimport('./draw/page.tsx')\nimport('./poll/page.tsx')\n")
  write('poll/line.tsx', 'import type { Draw } from \'../draw/page.tsx\'\n<p className="draw" />\n')
  expect(undrawnClasses(tree)).toEqual(['poll/page.tsx wears .draw without styles/draw.css'])
})

test('the frame around all screens brings its own', () => {
  write('shell.tsx', '<nav className="line" />\n')
  write('app.tsx', "import './styles/frame.css'\nimport { Shell } from './shell.tsx'\nimport('./poll/page.tsx')\n")
  expect(undrawnClasses(tree)).toEqual(['app.tsx wears .line without styles/poll.css'])
})

test('what nothing draws, and what is only compared, is no matter of sheets', () => {
  write('poll/page.tsx', "<p className={state === 'line' ? 'ant-table' : 'chip'} />\n")
  expect(undrawnClasses(tree)).toEqual([])
})

test('a sheet of which nothing is worn is found', () => {
  write('styles/draw.css', '.draw { margin: 0 }\n')
  write('poll/page.tsx', "import '../styles/draw.css'\nimport './line.tsx'\n<p className=\"chip\" />\n")
  expect(idleSheets(tree)).toEqual(['poll/page.tsx wears nothing of styles/draw.css'])
})

// Files as they come: read whole, written back without loss, and refused with the line where something is wrong.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefused } from '../kernel/index.ts'
import { type PbFile, allocate, electionIn, fraction, isTie, plainShare, readPb, writePb } from './index.ts'

const FILE = `META
key; value
description; "Trees; benches and ""lights"""
budget; 2500.50
vote_type; approval
num_projects; 2
num_votes; 3
PROJECTS
project_id; cost; name
1; 600; Planting
2; 0.9; "A name
over two lines"
VOTES
voter_id; age; vote
1; 34; 1,2
2; 51; 2
3; 23;
`
const read = (text: string) => {
  const file = readPb(text)
  return isRefused(file) ? file : electionIn(file)
}

test('R7.20: a file is read with its quotes, its spaces and its line breaks', () => {
  for (const text of [FILE, `\uFEFF${FILE.replaceAll('\n', '\r\n')}`]) {
    const found = read(text)
    if (isRefused(found)) throw new Error(found.refused)
    expect(fraction(found.budget)).toBe('5001/2')
    expect(found.voters).toBe(3)
    expect(found.worth).toBe('cost')
    expect(
      found.projects.map(({ id, cost, supports }) => [id, fraction(cost), supports.map(({ voter }) => voter)]),
    ).toEqual([
      ['1', '600', [0]],
      ['2', '9/10', [0, 1]],
    ])
  }
  const file = readPb(FILE)
  expect(isRefused(file) ? file : file.projects.rows[1]).toEqual({
    line: 11,
    cells: ['2', '0.9', 'A name\nover two lines'],
  })
})

test('R7.20: lines that a spreadsheet padded are read, and a value of META with semicolons of its own', () => {
  const padded = FILE.replaceAll('\n', ';;\n')
    .replace('"A name;;', '"A name')
    .replace('key; value;;', 'key; value')
    .replace('vote_type', 'comment; one; two\nvote_type')
  const found = read(padded)
  if (isRefused(found)) throw new Error(`${found.refused} ${JSON.stringify(found.detail)}`)
  expect(found.voters).toBe(3)
  const file = readPb(padded)
  expect(isRefused(file) ? file : file.meta.rows[2]?.cells).toEqual(['comment', 'one;two'])
})

test('an amount of nothing is shared too: only what costs nothing is bought', () => {
  const found = read(FILE.replace('2500.50', '0').replace('600', '0'))
  if (isRefused(found)) throw new Error(found.refused)
  const all = allocate(found, { completion: 'add1u', stop: 'exhaustive', ties: [] })
  if (isTie(all)) throw new Error('no tie here')
  expect(all.winners.map(({ project }) => project.id)).toEqual(['1'])
  expect(plainShare(found, all.share)).toBe('0')
})

const points = (type: string, row: string) => `META
key;value
budget;10
vote_type;${type}
PROJECTS
project_id;cost
a;5
b;5
VOTES
voter_id;vote;points
${row}
`

test('R7.20: points are whole numbers that stand to one another as they were given; nothing given is no support', () => {
  const found = read(points('cumulative', '1;a,b;0.5,2'))
  if (isRefused(found)) throw new Error(found.refused)
  expect(found.worth).toBe('points')
  expect(found.projects.map(({ supports }) => supports[0]?.points)).toEqual([1n, 4n])
  const fine = read(points('cumulative', '1;a,b;0.3333333333,0.6666666666'))
  expect(isRefused(fine) ? fine : fine.projects.map(({ supports }) => supports[0]?.points)).toEqual([
    3_333_333_333n,
    6_666_666_666n,
  ])
  const none = read(points('scoring', '1;a,b;0,2'))
  expect(isRefused(none) ? none : none.projects[0]?.supports).toEqual([])
})

test.each([
  ['no section', '1;2\n', 'pb-text-before-sections', { line: 1 }],
  ['nothing at all', '', 'pb-section-missing', { section: 'META' }],
  ['no votes', FILE.slice(0, FILE.indexOf('VOTES')), 'pb-section-missing', { section: 'VOTES' }],
  ['a section twice', FILE.replace('VOTES', 'PROJECTS'), 'pb-section-twice', { line: 13, section: 'PROJECTS' }],
  ['a quote that stays open', FILE.replace('lines"', 'lines'), 'pb-quote-open', { line: 11 }],
  ['a cell too few', FILE.replace('2; 51; 2', '2; 51'), 'pb-columns-differ', { line: 16, expected: 3, found: 2 }],
  ['no amount', FILE.replace('budget;', 'money;'), 'pb-key-missing', { key: 'budget' }],
  ['an amount in words', FILE.replace('2500.50', 'much'), 'pb-amount-unreadable', { line: 4, value: 'much' }],
  ['an amount with a sign', FILE.replace('2500.50', '-1'), 'pb-amount-unreadable', { line: 4, value: '-1' }],
  ['a cost in words', FILE.replace('600', '6e2'), 'pb-amount-unreadable', { line: 10, value: '6e2' }],
  ['a key twice', FILE.replace('num_votes', 'budget'), 'pb-key-twice', { line: 7, key: 'budget' }],
  ['no kind of ballot', FILE.replace('vote_type', 'votes'), 'pb-key-missing', { key: 'vote_type' }],
  ['ranked ballots', FILE.replace('approval', 'ordinal'), 'pb-vote-type-unknown', { line: 5, value: 'ordinal' }],
  ['no costs', FILE.replace('cost', 'price'), 'pb-column-missing', { line: 9, column: 'cost' }],
  ['a project twice', FILE.replace('2; 0.9', '1; 0.9'), 'pb-project-twice', { line: 11, project: '1' }],
  ['a project without an id', FILE.replace('1; 600', '; 600'), 'pb-project-unnamed', { line: 10 }],
  ['a vote for what is not there', FILE.replace('51; 2', '51; 7'), 'pb-project-unknown', { line: 16, project: '7' }],
  ['a voter twice', FILE.replace('2; 51', '1; 51'), 'pb-voter-twice', { line: 16, voter: '1' }],
  ['a project named twice on a ballot', FILE.replace('1,2', '1,1'), 'pb-vote-twice', { line: 15 }],
  ['two choices of one', FILE.replace('approval', 'choose-1'), 'pb-votes-too-many', { line: 15, most: 1 }],
  [
    'a file cut short',
    FILE.replace('3; 23;\n', ''),
    'pb-count-differs',
    { line: 7, key: 'num_votes', expected: '3', found: 2 },
  ],
  ['a project cut out', FILE.replace('1; 600; Planting\n', ''), 'pb-project-unknown', { line: 14, project: '1' }],
  ['nobody', points('approval', ''), 'pb-nobody-voted', { line: 10 }],
  ['no points', points('scoring', '').replace('points', 'score'), 'pb-column-missing', { line: 10, column: 'points' }],
  ['points too few', points('scoring', '1;a,b;3'), 'pb-points-differ', { line: 11, expected: 2, found: 1 }],
  ['points below zero', points('scoring', '1;a;-3'), 'pb-points-unreadable', { line: 11, value: '-3' }],
])('R7.20: refused, and where: %s', (_, text, refused, detail) => {
  expect(read(text)).toEqual({ refused, detail })
})

const text = fc
  .string({ unit: fc.constantFrom('a', '1', ';', '"', '\n', ' ', '议', ',', '.') })
  .map((each) => `x${each.trim()}`.trim())

test('R7.20: whatever is written is read again as it was', () => {
  const table = fc
    .integer({ min: 1, max: 3 })
    .chain((width) => fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }))
  const asTable = ([columns = [], ...rows]: string[][]) => ({
    line: 0,
    columns: columns.map((name) => name.toLowerCase()),
    rows: rows.map((cells) => ({ line: 0, cells })),
  })
  const plain = ({ columns, rows }: PbFile['meta']) => ({ columns, rows: rows.map(({ cells }) => cells) })
  fc.assert(
    fc.property(table, table, table, (...tables) => {
      const [meta, projects, votes] = tables.map(asTable) as unknown as [PbFile['meta'], PbFile['meta'], PbFile['meta']]
      const back = readPb(writePb({ meta, projects, votes }))
      if (isRefused(back)) throw new Error(back.refused)
      expect([back.meta, back.projects, back.votes].map(plain)).toEqual([meta, projects, votes].map(plain))
    }),
    { numRuns: 300 },
  )
})

test('no text, however spoilt, throws', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('META', 'PROJECTS', 'VOTES', 'key;value', 'budget;5', '"', ';', '\n', 'a;1', 'vote'), {
        maxLength: 12,
      }),
      (parts) => {
        const file = readPb(parts.join('\n'))
        if (!isRefused(file)) electionIn(file)
      },
    ),
  )
})

test('a cell of millions of characters is a cell like any other, closed or not', () => {
  const long = 'a'.repeat(12_000_000)
  const file = (cell: string) =>
    `META\nkey;value\nbudget;1\nPROJECTS\nproject_id;cost\n1;1\nVOTES\nvoter_id;vote\n1;${cell}`
  const found = readPb(file(`"${long}""x"`))
  expect(isRefused(found) ? found : found.votes.rows[0]!.cells[1]!.length).toBe(long.length + 2)
  expect(readPb(file(`"${long}`))).toEqual({ refused: 'pb-quote-open', detail: { line: 9 } })
})

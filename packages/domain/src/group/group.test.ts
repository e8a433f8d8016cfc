import { expect, test } from 'vitest'
import { type Actor, type Role, isRefused } from '../kernel/index.ts'
import { type Group, type GroupCommand, groupEntry, groupRules } from './group.ts'

const STANDING = { community: 'com_a', node: 'nod_1', path: 'A.B1', name: '3号楼群', keeper: null } as const
const kept: Group = { status: 'kept', ...STANDING }
const worker = (role: Role, path = ''): Actor => ({
  kind: 'person',
  person: 'per_a',
  hats: [{ role, community: 'com_a', path, party: null }],
})
const decide = (group: Group, command: GroupCommand, actor: Actor) => {
  const answer = groupRules.decide(group, command, { actor, now: '2026-03-02T01:00:00.000Z', ids: (p) => `${p}_1` })
  return isRefused(answer) ? answer.refused : answer.events.map(({ type }) => type)
}
const OPEN: GroupCommand = { type: 'OpenGroup', ...STANDING }
const CHANGE: GroupCommand = { type: 'ChangeGroup', name: '三号楼', keeper: 'per_b' }
const CLOSE: GroupCommand = { type: 'CloseGroup' }

test.each([
  [worker('staff'), true],
  [worker('branch'), true],
  [worker('grid-worker', 'A'), true],
  [worker('building-leader', 'A.B1'), true],
  [worker('building-leader', 'A.B1.S1'), false],
  [worker('grid-worker', 'C'), false],
  [worker('resident'), false],
  [worker('street-office'), false],
])('a group is kept by the desk and by who looks after its place', (actor, may) => {
  for (const [group, command, event] of [
    [{ status: 'absent' }, OPEN, 'GroupOpened'],
    [kept, CHANGE, 'GroupChanged'],
    [kept, CLOSE, 'GroupClosed'],
  ] as const)
    expect(decide(group, command, actor)).toEqual(may ? [event] : 'not-yours-to-do')
})

test('a closed group is changed no more; its name is sealed', () => {
  const closed: Group = { status: 'closed', ...STANDING }
  for (const command of [CHANGE, CLOSE]) expect(decide(closed, command, worker('staff'))).toBe('not-in-this-state')
  expect(groupEntry.GroupOpened({ ...STANDING, type: 'GroupOpened' }).facts).toEqual({ node: 'nod_1' })
})

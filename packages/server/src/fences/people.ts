// Who lives and works in the town of the fence tests: one person in every role, with names and numbers that must not leak.
import type { NodeId, PartyId, PersonId, Role } from '@yishi/domain/kernel'

export type Who = {
  readonly name: string
  readonly phone: string | null
  readonly role: Role
  /** Key of the node that the hat covers; absent: the whole community. */
  readonly node?: 'G1' | 'G2' | 'B1'
  readonly party?: keyof typeof PARTIES
}

export const PARTIES = {
  committee: { role: 'staff', name: '晨光居委会' },
  branch: { role: 'branch', name: '晨光党总支' },
  owners: { role: 'owners-committee', name: '晨光业委会' },
  property: { role: 'property', name: '安居物业' },
  otherProperty: { role: 'property', name: '乐居物业' },
  police: { role: 'police', name: '晨光派出所' },
  counsel: { role: 'counsel', name: '明理律师所' },
  department: { role: 'department', name: '绿化市容所' },
  partner: { role: 'partner', name: '共建银行' },
  streetOffice: { role: 'street-office', name: '翠湖街道办' },
} as const satisfies Record<string, { role: Role; name: string }>

export const PEOPLE = {
  raiser: { name: '皇甫静姝', phone: '13911110001', role: 'resident' },
  neighbour: { name: '慕容海棠', phone: '13911110002', role: 'resident' },
  'building-leader': { name: '楼组钱森', phone: '13911110003', role: 'building-leader', node: 'B1' },
  'grid-worker-here': { name: '格员孙淼', phone: '13911110004', role: 'grid-worker', node: 'G1', party: 'committee' },
  'grid-worker-elsewhere': {
    name: '格员李焱',
    phone: '13911110005',
    role: 'grid-worker',
    node: 'G2',
    party: 'committee',
  },
  staff: { name: '社工周垚', phone: '13911110006', role: 'staff', party: 'committee' },
  branch: { name: '书记吴鑫', phone: '13911110007', role: 'branch', party: 'branch' },
  'owners-committee': { name: '业委郑众', phone: '13911110008', role: 'owners-committee', party: 'owners' },
  'property-with-order': { name: '物业王磊', phone: '13911110009', role: 'property', party: 'property' },
  'property-without-order': { name: '物业冯磊', phone: '13911110010', role: 'property', party: 'otherProperty' },
  police: { name: '民警陈犇', phone: '13911110011', role: 'police', party: 'police' },
  counsel: { name: '律师褚晶', phone: '13911110012', role: 'counsel', party: 'counsel' },
  department: { name: '科员卫骉', phone: '13911110013', role: 'department', party: 'department' },
  partner: { name: '行员蒋淼', phone: '13911110014', role: 'partner', party: 'partner' },
  'self-management': { name: '自管沈焱', phone: '13911110015', role: 'self-management' },
  volunteer: { name: '志愿韩垚', phone: '13911110016', role: 'volunteer' },
  'repair-worker': { name: '维修杨森', phone: '13911110017', role: 'repair-worker', party: 'property' },
  'street-office': { name: '街道朱鑫', phone: '13911110018', role: 'street-office', party: 'streetOffice' },
  disabled: { name: '离职秦磊', phone: '13911110019', role: 'staff', party: 'committee' },
} as const satisfies Record<string, Who>

export type Resident = keyof typeof PEOPLE
/** Everybody who may stand before the door: also who is nobody, who holds the link, and who is at home elsewhere. */
export type Caller = Resident | 'visitor' | 'link-holder' | 'staff-elsewhere'
export const CALLERS: readonly Caller[] = [
  'visitor',
  'link-holder',
  ...(Object.keys(PEOPLE) as Resident[]),
  'staff-elsewhere',
]

export const STAFF_ELSEWHERE: Who = { name: '外区尤晶', phone: '13922220001', role: 'staff' }
export const partyId = (name: keyof typeof PARTIES): PartyId => `pty_${name.toLowerCase()}`
export const nodeId = (key: string): NodeId => `nod_${key.toLowerCase()}`
export const personId = (name: string): PersonId => `per_${name.replaceAll('-', '')}`

// What may stand in a cell, and how each value is read: as itself, or as the code of the problem that it has.
import { ROLES, type Role } from '../kernel/index.ts'
import { isServiceNumber, readPhone } from '../privacy/index.ts'
import { NODE_KINDS, type NodeKind, UNIT_USES, type UnitUse, isNodeKey, nodeKeyOf } from '../territory/index.ts'
import type { ProblemCode } from './problem.ts'
import { wordOf } from '../sheet/index.ts'

type Wrong = { readonly wrong: ProblemCode }
export type Reader = (text: string) => string | Wrong

type Words<Value extends string> = Readonly<Record<Value, readonly string[]>>

/** The first word of each value is the one that the template shows. */
export const kindWords: Words<NodeKind> = {
  compound: ['小区', '自然村'],
  zone: ['片区', '块区'],
  grid: ['网格', '微网格'],
  building: ['楼', '楼栋', '幢', '栋'],
  stairway: ['楼道', '单元', '门洞'],
}
export const useWords: Words<UnitUse> = {
  flat: ['住宅', '住房', '居住'],
  shop: ['商铺', '商业', '店铺'],
  parking: ['车位', '车库'],
  other: ['其他', '其它'],
}
export const pointWords: Words<'lamp-post' | 'point'> = { 'lamp-post': ['灯杆', '路灯'], point: ['点位', '点'] }
export const roleWords: Words<Role> = {
  resident: ['居民'],
  'building-leader': ['楼组长', '楼长'],
  'grid-worker': ['网格员', '网格长'],
  staff: ['居委会', '居委会工作人员', '社工', '村委会'],
  branch: ['党总支', '党支部', '党组织'],
  'owners-committee': ['业委会', '业主委员会'],
  property: ['物业', '物业公司'],
  police: ['社区民警', '民警'],
  counsel: ['法律顾问'],
  department: ['职能部门', '部门'],
  partner: ['共建单位'],
  'self-management': ['自管会'],
  volunteer: ['志愿者'],
  'repair-worker': ['维修师傅'],
  'street-office': ['街镇', '街道', '镇'],
}
export const yesWords: Words<'yes' | 'no'> = { yes: ['是', 'y', 'true', '√', '✓'], no: ['否', 'n', 'false', '×'] }

const CODED: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  kind: { ...kindWords, ...pointWords },
  use: useWords,
  role: roleWords,
  first: yesWords,
}

/** The word that stands in a cell for a value, where its column knows only some values. */
export const cellWord = (column: string, value: string): string => CODED[column]?.[value]?.[0] ?? value

const oneOf = <Value extends string>(values: readonly Value[], words: Words<Value>, wrong: ProblemCode): Reader => {
  const known = new Map(values.flatMap((value) => [value, ...words[value]].map((word) => [wordOf(word), value])))
  return (text) => known.get(wordOf(text)) ?? { wrong }
}

export const readKind = oneOf(NODE_KINDS, kindWords, 'unknown-kind')
export const readUse = oneOf(UNIT_USES, useWords, 'unknown-use')
export const readPointKind = oneOf(['lamp-post', 'point'], pointWords, 'unknown-point-kind')
export const readRole = oneOf(ROLES, roleWords, 'unknown-role')
export const readYes = oneOf(['yes', 'no'], yesWords, 'not-yes-or-no')

export const readKey: Reader = (text) => {
  const key = nodeKeyOf(text)
  return isNodeKey(key) ? key : { wrong: 'bad-key' }
}

/** Eight digits before the point are more than any community has in square metres. */
export const readArea: Reader = (text) => {
  const area = /^(\d{1,8})(?:\.(\d{1,2}))?$/u.exec(text.normalize('NFKC').trim())
  return area ? `${area[1]!.replace(/^0+(?=\d)/u, '')}.${(area[2] ?? '').padEnd(2, '0')}` : { wrong: 'bad-area' }
}

export const readPhoneCell: Reader = (text) => readPhone(text) ?? { wrong: 'bad-phone' }

/** Of one person, who is known and signs in by it. */
export const readOwnPhone: Reader = (text) => {
  const phone = readPhone(text)
  return phone !== null && !isServiceNumber(phone) ? phone : { wrong: 'bad-phone' }
}

export const readShare: Reader = (text) => {
  const compact = text.normalize('NFKC').replaceAll(/\s/gu, '').replaceAll('⁄', '/')
  const [, part, whole] = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/u.exec(compact === '1' ? '1/1' : compact) ?? []
  return part && whole && Number(part) <= Number(whole) ? `${part}/${whole}` : { wrong: 'bad-share' }
}

export const readText: Reader = (text) => text

// What a 12345 list says of each ticket and what it wants back; recognised by the names that such lists give their columns.
import { wordOf } from '../sheet/index.ts'

export const INCOMING = [
  'number',
  'calledAt',
  'caller',
  'phone',
  'title',
  'text',
  'topic',
  'kind',
  'place',
  'due',
] as const
export const OUTGOING = ['outcome', 'answer', 'doneAt', 'satisfied'] as const
export const HOTLINE_FIELDS = [...INCOMING, ...OUTGOING] as const

export type IncomingField = (typeof INCOMING)[number]
export type OutgoingField = (typeof OUTGOING)[number]
export type HotlineField = (typeof HOTLINE_FIELDS)[number]

/** Without these two a row is no ticket. */
export const NEEDED = ['number', 'text'] as const satisfies readonly IncomingField[]

/** What says nothing to us goes back as it came. */
export const CARRIED = 'carried'
/** From the header of a column to what it says. */
export type Mapping = Readonly<Record<string, HotlineField | typeof CARRIED>>

/** A header may be called like a property that every object has. */
export const saysIn = (mapping: Mapping, header: string): Mapping[string] | undefined =>
  Object.hasOwn(mapping, header) ? mapping[header] : undefined

/** The first name is the one that a column of answers gets where the list has none. */
export const HEADERS: Readonly<Record<HotlineField, readonly [string, ...string[]]>> = {
  number: ['工单编号', '工单号', '编号', '受理编号', '案件编号', '流水号', '工单流水号', 'Ticket number'],
  calledAt: ['来电时间', '受理时间', '登记时间', '反映时间', '诉求时间', '创建时间', 'Called at'],
  caller: ['来电人', '来电人姓名', '诉求人', '反映人', '联系人', '市民姓名', '姓名', 'Caller'],
  phone: ['联系电话', '来电号码', '来电电话', '联系方式', '手机号', '手机号码', '电话', 'Phone'],
  title: ['诉求标题', '工单标题', '标题', '主题', 'Title'],
  text: ['诉求内容', '反映内容', '工单内容', '诉求描述', '问题描述', '事项内容', '内容', 'Text'],
  topic: ['诉求类型', '诉求分类', '问题类别', '归口类别', '事项分类', 'Topic'],
  kind: ['工单类型', '工单性质', '办件类型', 'Kind'],
  place: ['事发地', '事发地址', '诉求地址', '发生地点', '发生地址', '地址', '地点', 'Place'],
  due: ['办理时限', '处理时限', '办结时限', '截止时间', '要求办结时间', '到期时间', 'Due'],
  outcome: ['办理结果', '处理结果', '解决情况', 'Outcome'],
  answer: ['答复内容', '回复内容', '反馈内容', '办理情况', '处理情况', 'Answer'],
  doneAt: ['办结时间', '完成时间', '办理完成时间', '回复时间', 'Done at'],
  satisfied: ['是否满意', '满意度', '满意情况', 'Satisfied'],
}

const FIELD_OF = new Map(
  HOTLINE_FIELDS.flatMap((field) => HEADERS[field].map((name) => [wordOf(name), field] as const)),
)

export const fieldOf = (header: string): HotlineField | undefined => FIELD_OF.get(wordOf(header))

/** What was kept counts; of the other columns the first of each field, and a second one that could be it is left to a person. */
export const suggestMapping = (headers: readonly string[], kept: Mapping = {}): Mapping => {
  const names = [...new Set(headers)].filter((header) => header !== '')
  const taken = new Set(names.map((header) => saysIn(kept, header)))
  const meant = names.map((header) => {
    const known = saysIn(kept, header)
    const field = known ?? fieldOf(header) ?? CARRIED
    const free = known !== undefined || !taken.has(field)
    taken.add(field)
    return [header, free ? field : CARRIED] as const
  })
  return Object.fromEntries(meant)
}

// The sheets of the roster workbook and their columns; template, import and its messages all read from here.
import {
  type Reader,
  readArea,
  readKey,
  readKind,
  readOwnPhone,
  readPhoneCell,
  readPointKind,
  readRole,
  readShare,
  readText,
  readUse,
  readYes,
} from './values.ts'

export const SHEET_KEYS = ['nodes', 'units', 'owners', 'staff', 'parties', 'points'] as const
export type SheetKey = (typeof SHEET_KEYS)[number]

export type Column = {
  readonly key: string
  readonly zh: string
  readonly en: string
  readonly needed: boolean
  readonly longest: number
  readonly read: Reader
  readonly example: string
}
export type Form = {
  readonly key: SheetKey
  readonly zh: string
  readonly en: string
  readonly about: { readonly zh: string; readonly en: string }
  readonly columns: readonly Column[]
}

const LONGEST = 40

type Shape = Partial<Pick<Column, 'longest' | 'read'>>
const column =
  (needed: boolean) =>
  (key: string, [zh, en]: readonly [string, string], example: string, shape: Shape = {}): Column => ({
    key,
    zh,
    en,
    needed,
    example,
    longest: LONGEST,
    read: readText,
    ...shape,
  })
const needed = column(true)
const optional = column(false)

/** A row whose first cell begins so is an example and is never imported. */
export const EXAMPLE = '例：'
export const isExample = (text: string): boolean => /^(?:例|示例|e\.g\.)\s*[:：]/iu.test(text)

const nodes: Form = {
  key: 'nodes',
  zh: '小区网格',
  en: 'Territory',
  about: {
    zh: '小区、片区、网格、楼、楼道，一行一个；编号在本居民区内不重复，以后不要再改。',
    en: 'Compounds, zones, grids, buildings and stairways, one a row; a key is unique in the community and stays.',
  },
  columns: [
    needed('key', ['编号', 'Key'], 'A-12-1', { read: readKey }),
    needed('name', ['名称', 'Name'], '1单元'),
    needed('kind', ['类型', 'Kind'], '楼道', { read: readKind }),
    optional('parent', ['上级编号', 'Parent key'], 'A-12', { read: readKey }),
  ],
}

const units: Form = {
  key: 'units',
  zh: '户',
  en: 'Units',
  about: {
    zh: '每户一行；专有面积按产权证，单位平方米，最多两位小数。',
    en: 'One unit a row; the exclusive area as in the title deed, in square metres, two decimals at most.',
  },
  columns: [
    needed('node', ['所在编号', 'Node key'], 'A-12-1', { read: readKey }),
    needed('door', ['门牌', 'Door'], '101', { longest: 20 }),
    optional('use', ['用途', 'Use'], '住宅', { read: readUse }),
    needed('area', ['专有面积', 'Exclusive area'], '89.60', { read: readArea }),
    optional('undelivered', ['未售或未交付', 'Unsold or undelivered'], '否', { read: readYes }),
  ],
}

const owners: Form = {
  key: 'owners',
  zh: '业主',
  en: 'Owners',
  about: {
    zh: '每位业主每户一行；几人共有一户就写几行，份额写成 1/2。同名同号算同一人。',
    en: 'One owner of one unit a row; co-owners have a row each with a share such as 1/2. Same name and number is one person.',
  },
  columns: [
    needed('node', ['所在编号', 'Node key'], 'A-12-1', { read: readKey }),
    needed('door', ['门牌', 'Door'], '101', { longest: 20 }),
    needed('name', ['姓名', 'Name'], '张三'),
    optional('phone', ['手机号', 'Phone'], '13800138000', { read: readOwnPhone }),
    optional('share', ['份额', 'Share'], '1/1', { read: readShare }),
  ],
}

const staff: Form = {
  key: 'staff',
  zh: '工作人员',
  en: 'Staff',
  about: {
    zh: '居委会、网格员、楼组长和各方人员，一人一个身份一行；负责范围留空就是整个居民区。公开电话给居民看。',
    en: 'Committee, grid workers, building leaders and all others, one role a row; no area means the whole community. Residents see the public phone.',
  },
  columns: [
    needed('name', ['姓名', 'Name'], '李四'),
    needed('phone', ['手机号', 'Phone'], '13900139000', { read: readOwnPhone }),
    needed('role', ['身份', 'Role'], '网格员', { read: readRole }),
    optional('node', ['负责范围编号', 'Area key'], 'A-G1', { read: readKey }),
    optional('party', ['所属单位', 'Party'], '第一居委会', { longest: 60 }),
    optional('contact', ['公开电话', 'Public phone'], '021-57651234', { read: readPhoneCell }),
  ],
}

const parties: Form = {
  key: 'parties',
  zh: '单位',
  en: 'Parties',
  about: {
    zh: '可以接单的单位，一行一个；同一身份有几家时，首选写“是”的那家默认接单。',
    en: 'Those who take orders, one a row; where several have one role, the first choice is asked by default.',
  },
  columns: [
    needed('name', ['名称', 'Name'], '安居物业', { longest: 60 }),
    needed('role', ['身份', 'Role'], '物业', { read: readRole }),
    optional('phone', ['电话', 'Phone'], '021-57654321', { read: readPhoneCell }),
    optional('first', ['首选', 'First choice'], '是', { read: readYes }),
  ],
}

const points: Form = {
  key: 'points',
  zh: '点位',
  en: 'Points',
  about: {
    zh: '灯杆和其他要贴码的点位；网格、楼和楼道会自动有码，不用写在这里。',
    en: 'Lamp-posts and other spots that carry a code; grids, buildings and stairways get theirs by themselves.',
  },
  columns: [
    needed('key', ['编号', 'Key'], 'L-017', { read: readKey }),
    needed('kind', ['类型', 'Kind'], '灯杆', { read: readPointKind }),
    optional('name', ['名称', 'Name'], '北门灯杆'),
    optional('node', ['所在编号', 'Node key'], 'A-G1', { read: readKey }),
    optional('label', ['位置说明', 'Where'], '北门进来左手边', { longest: 60 }),
  ],
}

export const FORMS: Readonly<Record<SheetKey, Form>> = { nodes, units, owners, staff, parties, points }

/** The sheet with explanations; the import passes over it. */
export const INSTRUCTIONS = { zh: '填写说明', en: 'Instructions' }

// Words of the console about the duty roster.
import type { Repeating } from '@yishi/domain/duty'
import { dictionary } from './dictionary.ts'

export const repeatingWords = dictionary<Record<Repeating, string>>(
  { daily: '每天', mon: '周一', tue: '周二', wed: '周三', thu: '周四', fri: '周五', sat: '周六', sun: '周日' },
  {
    daily: 'Every day',
    mon: 'Monday',
    tue: 'Tuesday',
    wed: 'Wednesday',
    thu: 'Thursday',
    fri: 'Friday',
    sat: 'Saturday',
    sun: 'Sunday',
  },
)

const zh = {
  title: '值班表',
  intro: '每天或每周固定排班；节假日写一个具体日期，那一天就不按平时的排。居民看到的是单位、姓（名字打码）和值班电话。',
  whole: '整个居民区',
  now: (who: string) => `现在值班：${who}`,
  nobody: '现在没有人值班',
  day: '哪一天',
  oneDay: '某一天',
  date: '日期',
  begins: '从',
  ends: '到',
  endsHint: '到第二天的，照写钟点就行',
  person: '谁',
  party: '单位',
  phone: '值班电话',
  phoneHint: '居民都能看到和拨打：请填值班的号码，不要填个人的手机。',
  none: '不写',
  add: '添一班',
  remove: (index: number) => `删去第 ${index} 班`,
  removeShort: '删去',
  save: '保存',
  saved: '已保存',
  node: '给哪一处另排一张',
  shift: (index: number) => `第 ${index} 班`,
}
const en: typeof zh = {
  title: 'Duty roster',
  intro:
    'Shifts repeat daily or weekly; for a holiday write its date, and that day no longer follows the week. Residents see the party, the surname (the rest masked) and the number on duty.',
  whole: 'The whole community',
  now: (who) => `On call now: ${who}`,
  nobody: 'Nobody is on call now',
  day: 'Day',
  oneDay: 'One day',
  date: 'Date',
  begins: 'From',
  ends: 'To',
  endsHint: 'Past midnight, simply write the hour',
  person: 'Who',
  party: 'Party',
  phone: 'Number on duty',
  phoneHint: 'Residents see it and call it: a number of the duty, never somebody’s own.',
  none: 'none',
  add: 'Add a shift',
  remove: (index) => `Remove shift ${index}`,
  removeShort: 'Remove',
  save: 'Save',
  saved: 'Saved',
  node: 'A roster of its own for',
  shift: (index) => `Shift ${index}`,
}
export const dutyWords = dictionary(zh, en)

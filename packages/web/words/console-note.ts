// Words of noting down a matter for somebody who calls, comes in, or is met at the door.
import { dictionary } from './dictionary.ts'

const zh = {
  title: '登记事项',
  open: '记一件事',
  key: 'N',
  openHint: '在任何页面按 N 键',
  intro: '替来电、来访的居民记下一件事。一路用 Tab，按 Ctrl + Enter 提交，接着记下一件。',
  text: '什么事',
  textHint: '照居民的话写，例如：三楼楼道灯不亮，老人晚上回家怕摔',
  spot: '在哪里',
  spotHint: '输入 3-2 就是 3 号楼 2 单元；也可输入地名',
  elsewhere: '不在这些地方',
  where: '位置补充',
  whereHint: '例如：501 室、北门快递柜旁',
  channel: '怎么来的',
  channels: { phone: '来电', visit: '来访', door: '上门', hall: '议事厅' },
  name: '称呼',
  phone: '电话',
  publicity: '公开方式',
  submit: '登记',
  submitHint: 'Ctrl + Enter',
  done: '已登记，请把编号告诉居民',
  openFile: '打开卷宗',
}

const en: typeof zh = {
  title: 'Take down a matter',
  open: 'Take down',
  key: 'N',
  openHint: 'Press N on any screen',
  intro: 'For somebody who calls or comes in. Tab leads through, Ctrl + Enter sends, and the next one can follow.',
  text: 'What is the matter',
  textHint: 'In their words, for example: the light on the third floor is out and my mother is afraid to fall',
  spot: 'Where',
  spotHint: '3-2 is building 3, stairway 2; or type a name',
  elsewhere: 'None of these',
  where: 'More on the place',
  whereHint: 'For example: flat 501, next to the parcel lockers',
  channel: 'How it came',
  channels: { phone: 'Phone', visit: 'Visit', door: 'At the door', hall: 'In the hall' },
  name: 'Name',
  phone: 'Phone number',
  publicity: 'What may be public',
  submit: 'Take down',
  submitHint: 'Ctrl + Enter',
  done: 'Taken down; please tell the resident this code',
  openFile: 'Open the file',
}

export const noteWords = dictionary(zh, en)

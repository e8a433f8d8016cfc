// Words of the minutes of a meeting, and of who signs them.
import { dictionary } from './dictionary.ts'

const zh = {
  chair: '主持',
  minutes: '会议纪要',
  minutesText: '纪要正文',
  version: (n: number, at: string) => `第 ${n} 稿（${at}）`,
  versions: '历次稿',
  saveMinutes: '保存新一稿',
  minutesHint: '按会上记的起草好了，改好后请主持人和另一位到会的人签字。改了正文要重新签。',
  signatures: '签字',
  signBy: (name: string) => `${name}签字`,
  signed: '已签',
  noted: '纸上已签，代登记',
  standing: '纪要已签定',
}

const en: typeof zh = {
  chair: 'In the chair',
  minutes: 'Minutes',
  minutesText: 'Text of the minutes',
  version: (n, at) => `Version ${n} (${at})`,
  versions: 'All versions',
  saveMinutes: 'Save a new version',
  minutesHint:
    'Drafted from what was noted. Once they are right, whoever presided and one more sign; a changed text is signed anew.',
  signatures: 'Signatures',
  signBy: (name) => `${name} signs`,
  signed: 'signed',
  noted: 'signed on paper, noted',
  standing: 'The minutes stand',
}

export const meetingMinutesWords = dictionary(zh, en)

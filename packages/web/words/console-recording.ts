// Words of listening to a recording and typing what was said.
import { dictionary } from './dictionary.ts'

const zh = {
  title: '录音',
  length: (n: number) => `${Math.floor(n / 60)}:${String(n % 60).padStart(2, '0')}`,
  waiting: '待转写',
  noted: '每次收听都会留下记录。',
  transcript: '听到的话',
  transcriptHint: '照原话写下来',
  becomesText: '写下后就是这件事的内容，标题也随着改。',
  save: '存下文字',
  correct: '更正文字',
  saved: '文字已存下',
  heardBy: (engine: string) => `机器听写（${engine}），请核对：`,
  take: '填进来再改',
  keys: 'F2 播放或停 · F4 退回 5 秒 · F8 慢 · F9 快',
  speed: (rate: number) => `${rate} 倍速`,
}

const en: typeof zh = {
  title: 'Recording',
  length: (n) => `${Math.floor(n / 60)}:${String(n % 60).padStart(2, '0')}`,
  waiting: 'to be transcribed',
  noted: 'Every listening is noted.',
  transcript: 'What is said',
  transcriptHint: 'In the words that were used',
  becomesText: 'This becomes the text of the matter, and its title follows.',
  save: 'Keep the text',
  correct: 'Correct the text',
  saved: 'The text is kept',
  heardBy: (engine) => `Heard by a machine (${engine}), please check:`,
  take: 'Take it over and edit',
  keys: 'F2 play or stop · F4 back 5 s · F8 slower · F9 faster',
  speed: (rate) => `${rate}× speed`,
}

export const recordingWords = dictionary(zh, en)

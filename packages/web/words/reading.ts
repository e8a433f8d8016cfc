// The words with which a page reads itself aloud: the buttons, and what is said of fields and buttons that one cannot see by listening.
import { dictionary } from './dictionary.ts'

export const readingWords = dictionary(
  {
    controls: '朗读',
    read: '读给我听',
    pause: '停一停',
    goOn: '接着读',
    again: '从头读',
    speed: '快慢',
    speeds: ['慢一点', '正常', '快一点'],
    button: '按钮',
    link: '可以点开',
    field: '要填',
    written: '已经写了',
    chosen: '已选',
  },
  {
    controls: 'Reading aloud',
    read: 'Read aloud',
    pause: 'Pause',
    goOn: 'Go on',
    again: 'From the start',
    speed: 'Speed',
    speeds: ['Slower', 'Normal', 'Faster'],
    button: 'Button',
    link: 'Link',
    field: 'To fill in',
    written: 'Already written',
    chosen: 'Chosen',
  },
)

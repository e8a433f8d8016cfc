// The words of saying it aloud instead of typing.
import { dictionary } from './dictionary.ts'

const zhSeconds = (n: number) =>
  n < 60 ? `${n} 秒` : `${Math.floor(n / 60)} 分${n % 60 === 0 ? '钟' : ` ${n % 60} 秒`}`
const enSeconds = (n: number) => (n < 60 ? `${n} s` : `${Math.floor(n / 60)} min${n % 60 === 0 ? '' : ` ${n % 60} s`}`)

export const recordingWords = dictionary(
  {
    label: '不想打字？说出来',
    hint: '最多 2 分钟。只有办这件事的人能听，谁听过都有记录。',
    start: '按一下，开始说',
    running: '正在录，已经录了',
    running2: '秒，最多 120 秒',
    stop: '说完了，停',
    done: '录好了，听一听：',
    again: '重新录',
    drop: '不要这段录音',
    play: '播放录音',
    refused: '手机没有让我们用麦克风。可以在下面用手机自带的录音，或者打字。',
    choose: '用手机录音，或选一段录音',
    kept: (n: number) => `已经收好的一段录音（${zhSeconds(n)}）`,
    voice: (n: number) => `录音 ${zhSeconds(n)}`,
  },
  {
    label: 'Rather not type? Say it',
    hint: 'Up to 2 minutes. Only those who handle it can listen, and every listening is noted.',
    start: 'Press once and speak',
    running: 'Recording, so far',
    running2: 'seconds, 120 at most',
    stop: 'I have said it, stop',
    done: 'Recorded; listen to it:',
    again: 'Record again',
    drop: 'Without this recording',
    play: 'Play the recording',
    refused: 'The phone did not let us use the microphone. Use its own recorder below, or type.',
    choose: 'Record with the phone, or choose a recording',
    kept: (n: number) => `A recording already received (${enSeconds(n)})`,
    voice: (n: number) => `Recording, ${enSeconds(n)}`,
  },
)

// What is refused about recordings.
import { type Problems, problem } from './entry.ts'

export const recordingProblems = {
  'recording-unknown': problem(
    422,
    ['录音没有传上来', '请重新录一段再提交，文字和照片还在。'],
    ['The recording is missing', 'Record it again and send; your text and photos are kept.'],
  ),
  'not-a-recording': problem(
    422,
    ['这个文件不是录音', '请重新录一段，或者换成手机录的声音文件（M4A、MP3、WAV、WebM、OGG），文字和照片还在。'],
    [
      'Not a recording',
      'Record it again, or use a sound file of your phone (M4A, MP3, WAV, WebM, OGG); your text and photos are kept.',
    ],
  ),
  'recording-too-large': problem(
    413,
    ['录音太大', '不超过 4 兆，请录短一些，文字和照片还在。'],
    ['Recording too large', 'At most 4 MB: make it shorter; your text and photos are kept.'],
  ),
  'recording-too-long': problem(
    422,
    ['录音太长', '一段最多 2 分钟，请分开说，文字和照片还在。'],
    ['Recording too long', 'At most 2 minutes at once: say it in parts; your text and photos are kept.'],
  ),
} as const satisfies Problems

// What is refused about photos.
import { type Problems, problem } from './entry.ts'

export const photoProblems = {
  'photo-unknown': problem(
    422,
    ['有照片没有传上来', '请重新选照片再提交，文字还在。'],
    ['A photo is missing', 'Choose the photos again and send; your text is kept.'],
  ),
  'not-a-photo': problem(
    422,
    ['有一张不是照片', '请换成手机拍的照片（JPG、PNG、WebP），文字还在。'],
    ['Not a photo', 'Use a photo taken with a phone (JPG, PNG, WebP); your text is kept.'],
  ),
  'photo-too-large': problem(
    413,
    ['照片太大', '每张不超过 10 兆，请换小一点的，文字还在。'],
    ['Photo too large', 'At most 10 MB each: choose a smaller one; your text is kept.'],
  ),
  'too-many-photos': problem(
    422,
    ['照片太多', '一次最多 6 张，请少选几张。'],
    ['Too many photos', 'At most 6 at once: choose fewer.'],
  ),
} as const satisfies Problems

// The words of “I have met this too”: beside the form, and on the page of whoever joined.
import { dictionary } from './dictionary.ts'

/** How many have met a matter; nothing where it is one alone. */
export const voicesWords = dictionary(
  { metBy: (n: number) => `${n} 户都遇到了` },
  { metBy: (n: number) => `${n} households have met it` },
)

export const joiningWords = dictionary(
  {
    ask: '这里有人说过差不多的事，是同一件吗？',
    askHint: '是同一件，就算您一份，进展一样告诉您；不是，就照样提交。您写的都还在。',
    same: '这件我也遇到了',
    another: '是另一件事',
    anotherHint: '照样提交，单独办',
    yours: '您写的',
    closedMeanwhile: '那件事刚刚办结了。如果还没好，请再点一次提交，我们当新的事接着办。',
    title: '您也遇到的这件事',
    receiptTitle: '收到了，算您一份',
    receiptHint: '和邻居说的是同一件，一起办。这个链接一直能打开，有进展也告诉您。',
    receiptLink: '您的链接',
    receiptQr: '换台手机，扫码也能看',
    receiptProof: '收件凭证',
    receiptProofHint: '这段签名证明我们收到了您说的，丢了赖不掉。',
    again: '办结了还是没好？请再扫码说一次，我们接着办。',
    stage: '现在这一步',
  },
  {
    ask: 'Somebody has said something like this. Is it the same?',
    askHint: 'If it is, you are counted and hear how it goes. If not, yours is sent as it is.',
    same: 'I have met this too',
    another: 'It is another thing',
    anotherHint: 'Send it as it is, to be handled by itself',
    yours: 'What you wrote',
    closedMeanwhile:
      'That matter has just been closed. If it is not solved, press send once more and it is taken in anew.',
    title: 'A matter that you have met too',
    receiptTitle: 'Received: you are counted',
    receiptHint:
      'It is the same as your neighbours said and handled together. This link always opens, and you hear how it goes.',
    receiptLink: 'Your link',
    receiptQr: 'Scan this to see it on another phone',
    receiptProof: 'Proof of receipt',
    receiptProofHint: 'This signature proves that we received it; nobody can deny it.',
    again: 'Closed and still not solved? Scan the code once more and say so; we go on with it.',
    stage: 'The step now',
  },
)

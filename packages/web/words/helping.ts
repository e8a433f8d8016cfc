// The words of acting for a neighbour: the form, and the consent itself.
import type { Consent } from '@yishi/domain/helping'
import { dictionary } from './dictionary.ts'

export const helpWords = dictionary(
  {
    title: '替邻居说一件事',
    offer: '邻居没有智能手机？',
    offerHint: '家里老人、隔壁邻居不方便，您可以替他们说，替他们跟进。',
    offerLink: '替邻居办',
    who: '替谁说？',
    whoHint: '只给办这件事的人看，网上不会显示',
    name: '怎么称呼这位邻居',
    phone: '邻居的电话',
    phoneHint: '有进展用短信告诉邻居；没有就不填',
    unit: '住哪里',
    unitHint: '比如：3 号楼 501 室',
    way: '邻居是怎么同意的？',
    ways: {
      'in-person': '当面同意',
      'by-phone': '电话里同意',
      'on-paper': '写了纸条，有照片',
    } as Readonly<Record<Consent['way'], string>>,
    paper: '同意纸条的照片',
    paperHint: '写了纸条才要拍',
    paperKept: '纸条的照片已经收好。',
    consentTitle: '请把这段话读给邻居听',
    agreed: '读给邻居听过了，邻居同意',
    send: '替邻居提交',
    helper: (name: string) => `${name}在替您跟进这件事`,
    helperSelf: '您在替邻居跟进这件事',
    withdrawHint: '不想让人代办了，点一下就行。事情照样办，以后只有您自己能看。',
    withdrawHintSelf: '不再代办的话，点一下就行。事情照样办，您就看不到了。',
    withdraw: '不要代办了',
    withdrawSelf: '我不再代办',
    helped: '替邻居办的事',
  },
  {
    title: 'Say it for a neighbour',
    offer: 'A neighbour without a smartphone?',
    offerHint: 'You can say it for them and follow it for them.',
    offerLink: 'Do it for a neighbour',
    who: 'For whom?',
    whoHint: 'Shown only to those who handle it, never in public',
    name: 'Name of the neighbour',
    phone: 'The neighbour’s phone',
    phoneHint: 'They hear how it goes by text message; leave it empty if there is none',
    unit: 'Where they live',
    unitHint: 'Such as: building 3, flat 501',
    way: 'How did the neighbour agree?',
    ways: { 'in-person': 'In person', 'by-phone': 'On the phone', 'on-paper': 'On paper, of which there is a photo' },
    paper: 'Photo of the paper',
    paperHint: 'Only where it was written down',
    paperKept: 'The photo of the paper has been received.',
    consentTitle: 'Please read this to your neighbour',
    agreed: 'I have read it to them, and they agree',
    send: 'Send it for the neighbour',
    helper: (name: string) => `${name} follows this matter for you`,
    helperSelf: 'You follow this matter for a neighbour',
    withdrawHint: 'One press ends it. The matter goes on, and only you will see it.',
    withdrawHintSelf: 'One press ends it. The matter goes on, and you will see it no more.',
    withdraw: 'Nobody is to act for me',
    withdrawSelf: 'I stop acting for them',
    helped: 'Followed for neighbours',
  },
)

/** What the neighbour agrees to. A version never changes: other words get a name of their own in the domain, and a line here. */
export const consentTexts = dictionary<Readonly<Record<string, string>>>(
  {
    'help-1':
      '我同意请这位邻居替我把这件事告诉居委会，替我看办得怎么样，替我催办、补充和评价。我的称呼、电话和住处由居委会保管，只给办这件事的人看，只用来办这件事。我随时可以不要代办：给居委会打个电话，或者点开短信里的链接按一下。不要代办了，事情照样办。',
  },
  {
    'help-1':
      'I ask this neighbour to tell the residents’ committee about this matter for me, to see how it goes, and to nudge, add and rate for me. My name, phone number and address are kept by the committee, shown only to those who handle this matter, and used for nothing else. I can end this at any time: by calling the committee, or by one press behind the link in the text message. The matter goes on all the same.',
  },
)

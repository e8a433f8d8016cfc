// The words of the public ledger: what a checkpoint is, in plain terms, and how anyone checks it.
import { dictionary } from './dictionary.ts'

export const ledgerWords = dictionary(
  {
    title: '公开台账',
    lead: '这里每办一步，就在账上记一行。账只能往后加，不能改，不能删；谁都可以查，不用相信任何人。',
    sealMark: '账',
    checkpoint: '最新校验点',
    size: (n: number) => `到此共 ${n} 行`,
    signedAt: (moment: string) => `${moment} 签出`,
    none: '账上还没有签过校验点。等第一件事记上，就会有。',
    meaningTitle: '这是什么意思',
    meaning: [
      '校验点是整本账的指纹，由居民区的密钥签名。账上动一个字，指纹就对不上。',
      '今天抄下指纹，明天再来对：旧账都还在，只多了新行，就说明没有人动过手脚。',
      '账上没有姓名、电话、住址，也没有说的话；只有步骤、时间和加了密的印记。',
    ],
    note: '签名全文',
    key: '验签用的公钥',
    checkTitle: '自己动手查',
    checkLead: '在电脑上“一事”程序的文件夹里，运行下面这一行：',
    checkAfter: '它会自己下载校验点和账目，在您的电脑上重新算一遍，不依赖我们的服务器。',
    entries: '账目',
    entriesNone: '还没有账目。',
    columns: { index: '行号', at: '时间', type: '记了什么', subject: '哪件事', hash: '印记' },
  },
  {
    title: 'Public ledger',
    lead: 'Every step taken here is one line in this book. Lines are only added, never changed or deleted; anyone can check, and need trust nobody.',
    sealMark: '账',
    checkpoint: 'Latest checkpoint',
    size: (n: number) => `${n} ${n === 1 ? 'line' : 'lines'} up to here`,
    signedAt: (moment: string) => `signed ${moment}`,
    none: 'No checkpoint has been signed yet. It comes with the first line in the book.',
    meaningTitle: 'What this means',
    meaning: [
      'The checkpoint is the fingerprint of the whole book, signed with the key of the community. Change one letter in the book and the fingerprint no longer fits.',
      'Copy it today and come back tomorrow: if all old lines are still there and only new ones were added, nobody has tampered with it.',
      'The book holds no names, numbers, addresses or words that anyone wrote; only steps, times and sealed marks.',
    ],
    note: 'Signed text',
    key: 'Public key to check it with',
    checkTitle: 'Check it yourself',
    checkLead: 'On a computer, in the folder of the Yishi program, run:',
    checkAfter:
      'It fetches the checkpoint and the lines and computes everything again on your own computer, without relying on our server.',
    entries: 'Lines',
    entriesNone: 'No lines yet.',
    columns: { index: 'Line', at: 'Time', type: 'What', subject: 'Matter', hash: 'Mark' },
  },
)

// Words of the console for pictures of paper ballots: handing them in, and what became of each.
import type { ScanOutcome } from '@yishi/contract/paper-scan'
import { dictionary } from './dictionary.ts'

export const consoleScanWords = dictionary(
  {
    scans: '票的照片',
    hint: '拍照或扫描都行，一张照片或 PDF 的一页只放一张票，二维码要全；一张票有几页的，每页都拍。系统按二维码放到那张票旁边；选的是什么，仍由两个人各看各录。',
    choose: '选照片或 PDF 上传',
    progress: (done: number, of: number) => `已传 ${done} 个文件，共 ${of} 个`,
    paging: '正在一页一页看 PDF，每页约一秒，请稍等。',
    count: (matched: number, all: number) => `对上 ${matched} 张，共 ${all} 张`,
    outcomes: {
      matched: '对上了',
      replaced: '是已经作废的旧票',
      unreadable: '认不出二维码：请擦净镜头、拍正、拍全再传一次；照片留着，可以点开看',
      foreign: '二维码不是这次印发的票：请核对是哪次表决的',
      several: '一张照片里不止一张票：请一张一张拍或扫',
    } satisfies Record<ScanOutcome, string>,
    look: '看照片',
    failed: (name: string, why: string) => `${name}：${why}`,
    beside: '这张票的照片',
    picture: (n: number) => `照片 ${n}`,
    old: '已作废的旧票',
    noted: '谁看过照片，都有记录。',
  },
  {
    scans: 'Pictures of ballots',
    hint: 'Photograph or scan them: on each picture, or page of a PDF, one sheet with its whole QR code; of a sheet of several pages, each page. Pictures are laid beside their sheet; what is marked on it two people still read for themselves.',
    choose: 'Choose pictures or PDFs',
    progress: (done, of) => `${done} of ${of} files sent`,
    paging: 'The PDF is looked through page by page, about a second each.',
    count: (matched, all) => `${matched} of ${all} matched`,
    outcomes: {
      matched: 'matched',
      replaced: 'of an old sheet that is void',
      unreadable:
        'no code could be read: clean the lens, take it straight and whole, and send it again; the picture is kept and can be opened',
      foreign: 'the code is of no sheet of this vote: see which vote it belongs to',
      several: 'more than one sheet: take them one by one',
    },
    look: 'Open the picture',
    failed: (name, why) => `${name}: ${why}`,
    beside: 'Pictures of this sheet',
    picture: (n) => `Picture ${n}`,
    old: 'of a void sheet',
    noted: 'It is kept who has opened a picture.',
  },
)

// The words of what is printed: plates for walls and lamp-posts.
import { dictionary } from './dictionary.ts'

export const plateWords = dictionary(
  {
    title: '打印二维码牌',
    lead: '用 A4 纸打印，裁开，塑封后贴在一人高的地方。',
    onlyHere:
      '先别印：这些码现在只有这台电脑打得开，手机扫不开。请管电脑的人先设好居民用的网址（启动时的 PUBLIC_URL），再来打印。',
    count: (plates: number, sheets: number) => `${plates} 块牌，${sheets} 张纸`,
    kind: '哪一种',
    allKinds: '全部',
    per: '每张纸几块',
    perSheet: (n: number) => `${n} 块`,
    show: '重新排',
    print: '打印',
    printHint: '没有反应时，请用浏览器菜单里的“打印”。',
    none: '这里还没有可以打印的码。',
    scan: '扫码说事',
    steps: ['微信扫一扫', '写一句，拍张照', '有人接，有回音'],
    call: '打电话也行',
    qr: (place: string) => `${place}的二维码`,
  },
  {
    title: 'Print code plates',
    lead: 'Print on A4, cut apart, laminate, and put up at eye level.',
    onlyHere:
      'Do not print yet: these codes open on this computer alone, and no phone can read them. Set the address that residents use (PUBLIC_URL, see README) first.',
    count: (plates: number, sheets: number) =>
      `${plates} ${plates === 1 ? 'plate' : 'plates'} on ${sheets} ${sheets === 1 ? 'sheet' : 'sheets'}`,
    kind: 'Which kind',
    allKinds: 'All',
    per: 'Plates on a sheet',
    perSheet: (n: number) => String(n),
    show: 'Lay out again',
    print: 'Print',
    printHint: 'If nothing happens, use “Print” in the menu of the browser.',
    none: 'There are no codes to print here yet.',
    scan: 'Scan and say it',
    steps: ['Scan with your phone', 'One sentence, one photo', 'Somebody takes it on and answers'],
    call: 'Or call',
    qr: (place: string) => `QR code of ${place}`,
  },
)

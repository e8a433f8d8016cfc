import { assert, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefused } from '../kernel/index.ts'
import { type Draft, type ExcerptRead, readExcerpt } from './reading.ts'
import { MOST_CHARACTERS, MOST_LINES } from './lines.ts'
import type { Ground } from './whereabouts.ts'

const GROUND: readonly Ground[] = [
  { path: 'LT', kind: 'compound', name: '蓝天苑' },
  { path: 'LT.G1', kind: 'grid', name: '第1网格' },
  ...[1, 2, 3, 12].flatMap((number): Ground[] => [
    { path: `LT.G1.B${number}`, kind: 'building', name: `${number}号楼` },
    { path: `LT.G1.B${number}.S1`, kind: 'stairway', name: '1单元' },
    { path: `LT.G1.B${number}.S2`, kind: 'stairway', name: '2单元' },
  ]),
]
const read = (text: string, base = 'LT'): ExcerptRead => {
  const answer = readExcerpt(text, GROUND, base)
  if (isRefused(answer)) throw new Error(answer.refused)
  return answer
}
const drafts = (text: string, base = 'LT') => read(text, base).drafts
const shown = ({ speaker, text }: Draft) => `${speaker ?? '-'}|${text}`

const LAMP = '楼道灯坏了，三楼到五楼都不亮'
const PC = `张三 2026/11/20 19:32:05
${LAMP}

李四 2026/11/20 19:33:10
收到，谢谢

王五 2026/11/20 19:40:00
北门垃圾没人清`

describe('people are told apart however their words were copied', () => {
  test.each([
    ['a computer', PC],
    ['a computer, with dashes in the date', PC.replaceAll('2026/11/20', '2026-11-20')],
    ['a computer that says yesterday', PC.replaceAll('2026/11/20 ', '昨天 ')],
    ['a computer with Windows line ends', PC.replaceAll('\n', '\r\n')],
    ['a forwarded record', `群聊的聊天记录\n${PC.replaceAll('2026/11/20', '11-20').replaceAll(/:\d\d\n/gu, '\n')}`],
    ['WeCom', PC.replaceAll('2026/11/20', '11/20').replace('张三 ', '张三@微信 ')],
    ['another order of name and time', PC.replaceAll(/(\S+) (2026\S+ \S+)/gu, '$2 $1(10086)')],
    [
      'a mail from a telephone',
      `亲爱的用户：\n你与“三号楼群”的聊天记录如下：\n\n—————  2026-11-20  —————\n\n${PC.replaceAll('2026/11/20 ', ' ').replaceAll(/:\d\d\n/gu, '\n\n')}`,
    ],
    ['several chosen on a telephone', `张三: ${LAMP}\n李四: 收到，谢谢\n王五: 北门垃圾没人清`],
    ['the same with a wide colon and a date', `2026年11月20日 19:32\n张三：${LAMP}\n李四：收到\n王五：北门垃圾没人清`],
  ])('by %s', (_, text) => {
    expect(drafts(text).map(shown)).toEqual([`张三|${LAMP}`, '王五|北门垃圾没人清'])
  })

  test('times stay as they stand there', () => {
    expect(drafts(PC)[0]!.at).toBe('2026/11/20 19:32:05')
    expect(drafts(`张三：${LAMP}`)[0]!.at).toBeNull()
  })

  test('a colon within what somebody said begins nobody’s words', () => {
    const text = '张三 11-20 19:32\n反映一个问题：3号楼门口积水\n电话：13800138000\n时间: 下雨天'
    expect(drafts(text).map(shown)).toEqual(['张三|反映一个问题：3号楼门口积水\n电话：13800138000\n时间: 下雨天'])
    expect(drafts('张三: 门口积水\n地点：3号楼北面').map(shown)).toEqual(['张三|门口积水\n地点：3号楼北面'])
  })

  test('words without any name are drafts of nobody', () => {
    expect(drafts('楼道灯坏了\n北门垃圾没人清').map(shown)).toEqual(['-|楼道灯坏了', '-|北门垃圾没人清'])
  })
})

describe('chatter is no draft', () => {
  test.each([
    '谢谢',
    '收到',
    '👍',
    '👍🏻👍🏻',
    '早',
    '早上好！',
    '好的好的',
    'OK',
    '[强][强]',
    '[动画表情]',
    '辛苦了，谢谢居委会',
    '@李敏 收到',
    '谢谢大家🙏',
    '哈哈哈哈',
    '嗯嗯',
    '……',
    '1',
    'https://mp.weixin.qq.com/s/abc',
    '“张三”撤回了一条消息',
    '你撤回了一条消息',
    '"王五"邀请"李四"加入了群聊',
    '张三 拍了拍 我',
    '以上是打招呼的内容',
  ])('%s', (words) => {
    const { drafts: found, passed } = read(`张三 11-20 19:32\n${words}`)
    expect([found, passed]).toEqual([[], 1])
  })

  test('what begins with courtesy and goes on is one', () => {
    expect(drafts('张三: 大家好，请问3号楼什么时候来水？')[0]).toMatchObject({ title: '3号楼什么时候来水' })
    expect(drafts('张三: 好的，那楼道灯什么时候修好呢')).toHaveLength(1)
  })
})

describe('one thing that somebody says is one draft', () => {
  test('lines that follow one another, chatter between them, pictures before and after', () => {
    const text = `张三: [图片]\n张三: ${LAMP}\n李四: 收到\n张三: [图片]\n张三: 晚上老人看不见台阶\n张三: [语音] 12"`
    const found = drafts(text)
    expect(found.map(shown)).toEqual([`张三|${LAMP}\n晚上老人看不见台阶`])
    expect(found[0]).toMatchObject({ pictures: 2, voices: 1, kind: 'lighting' })
  })

  test('another kind of thing is another draft, and so is what comes much later', () => {
    expect(drafts(`张三: ${LAMP}\n张三: 垃圾房门口臭得很`)).toHaveLength(2)
    const between = Array.from({ length: 9 }, (_, index) => `邻居${index}: 早上好`).join('\n')
    expect(drafts(`张三: ${LAMP}\n${between}\n张三: 四楼也没修`)).toHaveLength(2)
  })

  test('neighbours who say that it is the same with them stand beside it, each once', () => {
    const text = `张三: ${LAMP}\n李四: +1\n王五: 我家也是\n李四: 同感\n张三: 我也是\n赵六: 我们楼也一样`
    expect(drafts(text)).toHaveLength(1)
    expect(drafts(text)[0]!.also).toEqual(['李四', '王五', '赵六'])
    expect(drafts('李四: +1')).toEqual([])
  })

  test('a quotation and a mention are not the words of who answers', () => {
    const text = `张三 11-20 19:32\n「李四：楼道灯坏了」\n- - - - - - - - - - - - - - -\n@李敏 我们楼的门禁也坏了`
    expect(drafts(text).map(shown)).toEqual(['张三|我们楼的门禁也坏了'])
    expect(drafts('张三: 「李四：楼道灯坏了」\n收到')).toEqual([])
  })
})

describe('where it is', () => {
  test.each([
    ['3-201王阿姨', '灯不亮了啊', { path: 'LT.G1.B3', door: '201', from: 'nickname' }],
    ['12#502', '灯不亮了啊', { path: 'LT.G1.B12', door: '502', from: 'nickname' }],
    ['三号楼二单元李', '灯不亮了啊', { path: 'LT.G1.B3.S2', door: null, from: 'nickname' }],
    ['十二号楼老周', '灯不亮了啊', { path: 'LT.G1.B12', door: null, from: 'nickname' }],
    ['2-1-301 小陈', '灯不亮了啊', { path: 'LT.G1.B2.S1', door: '301', from: 'nickname' }],
    ['３号楼２单元', '灯不亮了啊', { path: 'LT.G1.B3.S2', door: null, from: 'nickname' }],
    ['王阿姨', '3号楼2单元503室漏水了', { path: 'LT.G1.B3.S2', door: '503', from: 'text' }],
    ['3-201王阿姨', '12幢门口积水了', { path: 'LT.G1.B12', door: null, from: 'text' }],
    ['王阿姨', '1栋楼上漏水', { path: 'LT.G1.B1', door: null, from: 'text' }],
  ])('%s: %s', (speaker, text, where) => {
    expect(drafts(`${speaker} 11-20 19:32\n${text}`)[0]!.where).toEqual(where)
  })

  test('in a building’s own group a stairway or a door alone is enough', () => {
    const inGroup = (text: string, base: string) => drafts(`张三: ${text}`, base)[0]!.where?.path
    expect(inGroup('二单元门坏了关不上', 'LT.G1.B3')).toBe('LT.G1.B3.S2')
    expect(inGroup('502室楼上漏水', 'LT.G1.B3.S1')).toBe('LT.G1.B3.S1')
    expect(inGroup('门口的灯坏了', 'LT.G1.B3')).toBeUndefined()
  })

  test.each([
    ['王阿姨', '19号楼门口积水'],
    ['小李138', '灯不亮了啊'],
    ['王阿姨', '要等到3号早上才来水吗'],
    ['王阿姨', '3楼上面漏水一直滴'],
    ['王阿姨', '三楼到五楼的灯都不亮'],
    ['王阿姨', '修了2026年还没好'],
  ])('%s: %s says it not', (speaker, text) => {
    expect(drafts(`${speaker} 11-20 19:32\n${text}`)[0]!.where).toBeNull()
  })

  test('of two houses with one number the one near the group is meant, or none', () => {
    const twice = [...GROUND, { path: 'XH.B3', kind: 'building', name: '3号楼' } as const]
    const where = (base: string) => {
      const answer = readExcerpt('张三: 3号楼门口积水', twice, base)
      return isRefused(answer) ? null : answer.drafts[0]!.where?.path
    }
    expect([where('XH'), where('LT.G1'), where('')]).toEqual(['XH.B3', 'LT.G1.B3', undefined])
  })

  test('no door stands in a title', () => {
    const titles = ['3-201楼上漏水', '12#502门口堆东西', '3号楼503室漏水', '503室漏水', '2单元603一直有水声'].map(
      (text) => drafts(`张三: ${text}`)[0]!.title,
    )
    for (const title of titles) expect(title).not.toMatch(/201|502|503|603/u)
    expect(titles[0]).toBe('3号楼**室楼上漏水')
  })
})

describe('whatever is pasted gets a clear answer', () => {
  test.each([
    ['a megabyte', 'a'.repeat(1_000_000), 'excerpt-too-long'],
    ['a megabyte of Chinese', `张三: ${'灯'.repeat(400_000)}`, 'excerpt-too-long'],
    ['ten thousand lines', '张三: 灯坏了\n'.repeat(10_000), 'excerpt-too-long'],
    ['nothing', ' \n\u0000\n\t', 'excerpt-empty'],
    [
      'more things than anybody looks through',
      Array.from({ length: 80 }, (_, n) => `邻居${n}: 楼道灯坏了${n}盏`).join('\n'),
      'too-many-drafts',
    ],
  ])('%s', (_, text, refused) => {
    const answer = readExcerpt(text, GROUND, 'LT')
    expect(answer).toMatchObject({ refused })
    if (refused === 'excerpt-too-long')
      expect(answer).toMatchObject({ detail: { most: MOST_CHARACTERS, lines: MOST_LINES } })
  })

  test('as much as may be is read in a moment, whatever it is made of', () => {
    const heaps = ['「', ' ', '好的', '张', '1 ', '\n', '@', '[', '3-', '：', '撤回', '　']
    for (const heap of heaps) {
      const begun = performance.now()
      readExcerpt(`张三: x${heap.repeat(Math.floor(MOST_CHARACTERS / heap.length) - 9)}x`, GROUND, 'LT')
      expect(performance.now() - begun, JSON.stringify(heap)).toBeLessThan(2000)
    }
  })

  test('scripts and controls stay words, without what cannot be seen', () => {
    const found = drafts('张三: 楼道灯坏了<script>alert(1)</script>\u0000\u202e\u200b\ud800，三楼')
    expect(found[0]!.text).toBe('楼道灯坏了<script>alert(1)</script>，三楼')
  })

  test('any text at all is read or refused, and no line of anybody is invented', () => {
    assert(
      property(string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const answer = readExcerpt(text, GROUND, '')
        return isRefused(answer) || answer.drafts.every((draft) => draft.text !== '' && [...draft.title].length <= 40)
      }),
    )
  })
})

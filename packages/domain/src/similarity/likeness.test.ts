import { assert, constantFrom, property, string, stringMatching } from 'fast-check'
import { expect, test } from 'vitest'
import { ALIKE, CLEARLY_ALIKE, classesOf, gistOf, likeness, mostAlike, pairsIn } from './index.ts'

const HERE = 'LT.G1.B3.S2'
const said = (title: string, path = HERE, text = title) => gistOf({ title, text, path })

test.each([
  ['楼道灯不亮了', '3号楼二单元楼道灯不亮'],
  ['二单元楼道灯坏了三天了', '楼道灯不亮'],
  ['电梯又停了', '3号楼电梯坏了'],
  ['井盖松了', '井盖松动，走过会响'],
  ['北门路灯不亮', '北门的路灯一闪一闪'],
  ['长椅坏了一条腿', '花园长椅坏了'],
  ['单元门关不上', '单元门坏了关不严'],
  ['健身器材坏了', '健身器材松动'],
  ['楼上漏水到我家卫生间', '卫生间天花板漏水'],
])('“%s” and “%s” in one place are clearly alike', (one, other) => {
  expect(likeness(said(one), said(other))).toBeGreaterThanOrEqual(CLEARLY_ALIKE)
})

test.each([
  ['狗屎没人清', '遛狗不牵绳'],
  ['花园长椅坏了一条腿', '北门的路灯不亮了'],
  ['车位被占', '什么时候来水'],
  ['3号楼二单元', '3号楼二单元'],
  ['谢谢大家', '谢谢大家'],
  ['', ''],
])('“%s” and “%s” are not', (one, other) => {
  expect(likeness(said(one), said(other))).toBeLessThan(ALIKE)
})

test('the same words count the less, the further away they are said', () => {
  const paths = [HERE, 'LT.G1.B3.S1', 'LT.G1.B4', 'LT.G2.B9', 'XH.G1']
  const scores = paths.map((path) => likeness(said('楼道灯不亮'), said('楼道灯不亮', path)))
  expect(scores).toEqual([1, 0.9, 0.8, 0.7, 0.6])
  expect(likeness(said('楼道灯不亮'), said('楼道灯不亮', ''))).toBe(0.6)
  expect(likeness(said('楼道灯不亮'), said('楼道灯不亮', 'LT.G1.B3'))).toBe(1)
})

test('it does not matter who is compared with whom, and nothing is more like itself', () => {
  const text = stringMatching(/^[楼道灯不亮电梯坏了漏水 3号]{0,12}$/u)
  const path = constantFrom('', 'A', 'A.B', 'A.B.C', 'D')
  assert(
    property(text, text, path, path, (a, b, here, there) => {
      const [one, other] = [said(a, here), said(b, there)]
      const score = likeness(one, other)
      return score === likeness(other, one) && score >= 0 && score <= 1
    }),
  )
  assert(property(string(), (text) => new Set(pairsIn(text)).size === pairsIn(text).length))
})

test('the most alike come first, and no more than were asked for', () => {
  const others = ['楼道灯不亮', '楼道灯不亮了好几天', '狗屎没人清', '楼道灯坏了'].map((title) => ({
    title,
    gist: said(title),
  }))
  const found = mostAlike(said('楼道灯不亮'), others, { most: 2 })
  expect(found[0]!.title).toBe('楼道灯不亮')
  expect(found).toHaveLength(2)
  expect(mostAlike(said('楼道灯不亮'), others, { least: 0.9 })).toHaveLength(2)
})

const told = (...titles: string[]) => titles.map((title) => ({ id: title, gist: said(title, `A.${title.length}`) }))

test('what is alike stands in one class, wherever it is; a link brings in what no word would', () => {
  const matters = told('楼道灯不亮', '二单元楼道灯不亮了', '楼道灯坏了不亮', '狗屎没人清', '井盖松了', '遛狗不牵绳')
  expect(classesOf(matters, [])).toEqual([['楼道灯不亮', '二单元楼道灯不亮了', '楼道灯坏了不亮']])
  expect(classesOf(matters, [['狗屎没人清', '遛狗不牵绳'] as const])[1]).toEqual(['狗屎没人清', '遛狗不牵绳'])
  expect(classesOf(matters, [['狗屎没人清', '不在这里'] as const])).toHaveLength(1)
})

test('a word in common makes no kind', () => {
  expect(
    classesOf(
      told('电梯停在三楼不动', '想给25号楼装电梯', '电梯里想装摄像头', '小花园想添个廊架', '花园想添两把椅子'),
      [],
    ),
  ).toEqual([])
})

test('a thousand matters with the same words in them are put together in a moment', () => {
  const things = ['灯', '门', '窗', '树', '车', '墙', '梯', '井']
  const matters = Array.from({ length: 1000 }, (_, index) => ({
    id: `mat_${index}`,
    gist: said(`小区里面第${index}个${things[index % 8]}${things[(index * 3) % 8]}坏了要修一修`),
  }))
  const begun = performance.now()
  expect(classesOf(matters, []).flat().length).toBe(1000)
  expect(performance.now() - begun).toBeLessThan(3000)
})

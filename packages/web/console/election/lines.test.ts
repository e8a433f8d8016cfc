// Lists as people type them.
import { expect, test } from 'vitest'
import { candidateLines, candidatesIn, linesIn, namedTwice, votersIn } from './lines.ts'

test('one a line, blank lines and edges aside', () => {
  expect(linesIn(' 东片 \n\n西片\n')).toEqual(['东片', '西片'])
  expect(linesIn()).toEqual([])
})
test('a group or a profile comes after the first space, whatever kind of space it is', () => {
  expect(votersIn('王五\t一组\n李四')).toEqual([
    { name: '王五', group: '一组' },
    { name: '李四', group: '' },
  ])
  expect(candidatesIn('赵国强 支部委员 办过合作社')).toEqual([
    { name: '赵国强', profile: '支部委员 办过合作社', woman: false },
  ])
})
test('a woman is noted as lists have it, whatever the brackets and the spaces around them', () => {
  expect(candidatesIn('钱桂芳（女） 会计\n周敏(女)\n李桂兰 （女）村医\n女娲\n王五 会计（女）')).toEqual([
    { name: '钱桂芳', profile: '会计', woman: true },
    { name: '周敏', profile: '', woman: true },
    { name: '李桂兰', profile: '村医', woman: true },
    { name: '女娲', profile: '', woman: false },
    { name: '王五', profile: '会计（女）', woman: false },
  ])
})
test('a name that is in both lists is said once', () => {
  const drawn = votersIn('王五 一组\n李四 一组')
  expect(namedTwice(drawn, votersIn('李四 二组\n李四\n赵六'))).toEqual(['李四'])
  expect(namedTwice(drawn, [])).toEqual([])
})
test('candidates come back as they were typed', () => {
  const typed = '赵国强 支部委员\n钱桂芳（女） 会计\n周敏（女）'
  expect(candidateLines(candidatesIn(typed))).toBe(typed)
})

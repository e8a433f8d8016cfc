// What somebody is told of a `.pb` file that they have chosen, in both languages.
import { expect, test } from 'vitest'
import { readPbBytes } from './pb-upload.tsx'

const bytes = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer as ArrayBuffer
const GOOD = 'META\nkey;value\nbudget;9\nPROJECTS\nproject_id;cost;name\na;1;长椅\nb;2;花\nVOTES\nvoter_id;vote\n'

test('a file that can be read has its projects with a verdict each', () => {
  expect(readPbBytes(bytes(GOOD), 'zh')).toMatchObject({
    draft: { amount: '9', projects: [{ name: '长椅', verdict: 'fits' }, { verdict: 'fits' }] },
  })
})

test.each([
  [GOOD.replace('b;2;花', 'b;二;花'), '第 7 行：“二”不是数字。', 'Line 7: “二” is no number.'],
  [
    GOOD.replace('b;2;花', 'b;2'),
    '第 7 行：这一行有 2 格，表头有 3 格。',
    'Line 7: this row has 2 cells, its header 3.',
  ],
  [GOOD.slice(0, GOOD.indexOf('PROJECTS')), '缺少 PROJECTS 这一段。', 'The section PROJECTS is missing.'],
])('a file that cannot be read is refused with its line and the reason', (text, zh, en) => {
  expect(readPbBytes(bytes(text), 'zh')).toMatchObject({ wrong: expect.stringContaining(zh) as string })
  expect(readPbBytes(bytes(text), 'en')).toMatchObject({ wrong: expect.stringContaining(en) as string })
})

test('a file in another encoding is told apart from one that is wrong', () => {
  const gbk = new Uint8Array([0xb3, 0xa4, 0xd2, 0xce]).buffer
  expect(readPbBytes(gbk, 'zh')).toEqual({ wrong: '文件不是 UTF-8 的文本。请另存为 UTF-8 再选。' })
  expect(readPbBytes(new ArrayBuffer(20_000_001), 'zh')).toEqual({ wrong: '文件太大，最多 20 MB。' })
})

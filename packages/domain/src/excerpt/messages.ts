// Who said what in a pasted piece of chat, in the ways that WeChat and WeCom copy it on telephones and computers.

/** `speaker` null: the text was copied without names. `at` is as it stands there: a date and time, or a time alone. */
export type Message = {
  readonly speaker: string | null
  readonly at: string | null
  readonly text: string
}

const DATE = String.raw`(?:\d{2,4}[年/.-])?\d{1,2}[月/.-]\d{1,2}日?|今天|昨天|前天|星期[一二三四五六日天]|周[一二三四五六日]`
const TIME = String.raw`(?:上午|下午|凌晨|早上|中午|晚上)?\s?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?`
const MOMENT = String.raw`(?:(?:${DATE})\s*(?:${TIME})|${TIME})`
/** `昵称 2026/11/20 19:32:05`, `昵称  11-20 19:32`, `昵称 19:32`: the words follow below. */
const NAME_FIRST = new RegExp(String.raw`^\s*(\S.{0,39}?)\s+(${MOMENT})\s*$`, 'u')
/** `2026-11-20 19:32:05 昵称(12345)`. */
const MOMENT_FIRST = new RegExp(String.raw`^\s*(${MOMENT})\s+(\S.{0,39}?)(?:[(<（]\d+[)>）])?\s*$`, 'u')
/** A moment alone, between dashes or not: no words of anybody. */
const DATE_LINE = new RegExp(
  String.raw`^[\s—–-]*(?:${DATE}|${MOMENT})(?:\s*(?:星期|周)[一二三四五六日天])?[\s—–-]*$`,
  'u',
)
/** `张三: 楼道灯坏了`. */
const INLINE = /^\s*([^\s:：][^:：]{0,23}?)\s*[:：]\s*(.*)$/u
/** What stands before a colon and is no name. */
const LABEL =
  /^(?:\d+|https?|时间|地点|地址|电话|手机|联系人|联系电话|原因|通知|公告|提醒|温馨提示|注|注意|备注|ps|位置|内容|主题|问题|诉求|情况|例如|比如|如下|.*(?:如下|以下))$/iu
const HEAD_OF_COPY =
  /^(?:.{0,40}的聊天记录(?:如下)?[:：]?|群聊的聊天记录|聊天记录|亲爱的用户[:：]?|你与.{0,60}聊天记录.*)$/u

type Marked =
  | { readonly is: 'head'; readonly speaker: string; readonly at: string }
  | { readonly is: 'nothing' | 'line' }

const marked = (line: string): Marked => {
  const text = line.trim()
  if (text === '' || HEAD_OF_COPY.test(text) || DATE_LINE.test(text)) return { is: 'nothing' }
  const name = NAME_FIRST.exec(text)
  if (name) return { is: 'head', speaker: tidy(name[1]!), at: name[2]! }
  const moment = MOMENT_FIRST.exec(text)
  return moment ? { is: 'head', speaker: tidy(moment[2]!), at: moment[1]! } : { is: 'line' }
}

/** The mark that WeCom puts behind people from WeChat is not part of their name. */
const tidy = (name: string): string =>
  name
    .replace(/[@＠]微信$/u, '')
    .replace(/[:：]$/u, '')
    .trim()

const underHeads = (lines: readonly string[]): readonly Message[] => {
  const messages: { speaker: string | null; at: string | null; lines: string[] }[] = []
  for (const line of lines) {
    const mark = marked(line)
    if (mark.is === 'head') messages.push({ speaker: mark.speaker, at: mark.at, lines: [] })
    else if (mark.is === 'line') {
      const last = messages.at(-1)
      if (last) last.lines.push(line.trim())
      else messages.push({ speaker: null, at: null, lines: [line.trim()] })
    }
  }
  return messages.map(({ speaker, at, lines }) => ({ speaker, at, text: lines.join('\n') }))
}

/** A quotation runs over lines, and the name in it is not who speaks now. */
const QUOTED = /^\s*「/u

const named = (line: string): Message | null => {
  const found = QUOTED.test(line) ? null : INLINE.exec(line)
  return found && !LABEL.test(found[1]!.trim()) ? { speaker: tidy(found[1]!), at: null, text: found[2]!.trim() } : null
}

const byName = (lines: readonly string[]): readonly Message[] => {
  const messages: Message[] = []
  for (const line of lines) {
    if (marked(line).is === 'nothing') continue
    const begun = named(line)
    const last = messages.at(-1)
    if (begun) messages.push(begun)
    else if (last && last.speaker !== null) messages.splice(-1, 1, { ...last, text: `${last.text}\n${line.trim()}` })
    else messages.push({ speaker: null, at: null, text: line.trim() })
  }
  return messages
}

/** Where names stand above what they said, a colon in a text begins nobody's words. */
export const messagesOf = (lines: readonly string[]): readonly Message[] =>
  (lines.some((line) => marked(line).is === 'head') ? underHeads(lines) : byName(lines)).filter(
    ({ text }) => text.trim() !== '',
  )

// What of a message is somebody's own words: without quotations, mentions, pictures, emoticons; and whether anything is left to act on.

/** `「张三：原文」` and the dashes below it, as WeChat quotes. */
const QUOTE = /「[^「」]{0,500}」\s*(?:\n?[-—\s]{5,}\n?)?/gu
const MENTION = /[@＠][^\s@＠:：，,。]{1,20}[\s\u2005]?/gu
const LINK = /https?:\/\/\S+/giu
const PICTURE = /\[(?:图片|照片|Photo|Image)\]/giu
const VOICE = /\[(?:语音|Voice)[^\]]{0,10}\](?:\s*\d{1,2}["″秒]?)?/giu
/** Stickers, films, cards, calls, and emoticons that are copied as words. */
const STAND_IN =
  /\[(?:动画表情|表情|视频|位置|链接|文件|红包|转账|名片|小程序|音乐|接龙|聊天记录|语音通话|视频通话|不支持的消息类型?|Sticker|Video|Location|Link|File|[\p{Script=Han}]{1,4}|[A-Z][a-zA-Z]{1,11})\]/gu
const SYSTEM =
  /^["“”「]?.{0,40}["“”」]?\s*(?:撤回了?一条消息|邀请.{0,60}加入了?群聊|加入了?群聊|通过扫描.{0,80}加入群聊|修改群名为.*|移出了?群聊|退出了?群聊|拍了拍.{0,40}|领取了.{0,40}红包|开启了.{0,20}|关闭了.{0,20}|发起了.{0,6}(?:接龙|通话)|recalled a message.*|.{0,60} joined the group chat.*)$/u
const NOTICE_LINE = /^(?:以上是?打招呼的内容|以下为?新消息|-{3,}.*-{3,}|查看更多消息|你已添加了.{0,40})$/u

const EMOJI = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200D|\uFE0F|\u20E3/gu

/** Courtesy that asks for nothing. */
const CHATTER =
  /^(?:谢谢|感谢|多谢|辛苦|收到|好|好的|好滴|行|可以|嗯|哦|噢|啊|哈|呵|嘿|早|早安|早上好|上午好|中午好|下午好|晚上好|晚安|大家好|你好|您好|赞|棒|厉害|给力|顶|支持|同意|知道了?|了解|明白|清楚|ok|okay|yes|no|thanks|不客气|没事|没关系|对|是|是的|真的|恭喜|祝|节日快乐|新年快乐|加油|大家|各位|邻居|了|啦|呀|呢|吧|您|你|们|社区|居委会?|物业|老师|书记|主任|师傅|阿姨|叔叔|群主|管理员|的|都)+$/iu
/** Neighbours who say that it is the same with them. */
const AGREEING =
  /^(?:\+1|＋1|加一|同问|同感|同上|同求|一样|顶|我也是?|我家也是?|我们家也是?|我们(?:楼|单元|这)也是?|这边也是?|也是|也遇到了?|我也遇到了?|是的我家也是|附议|确实)(?:一样|这样|的|有|遇到|了|啊|呢)*$/u

const bare = (text: string): string => text.replaceAll(EMOJI, '').replaceAll(/[\s\p{P}\p{S}]/gu, '')
const bareButPlus = (text: string): string => text.replaceAll(EMOJI, '').replaceAll(/[\s，。！!？?~～、.…]/gu, '')

export type Words = {
  readonly text: string
  readonly pictures: number
  readonly voices: number
  readonly kind: 'said' | 'agreeing' | 'chatter' | 'system'
}

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length

const ownLines = (text: string): string =>
  text
    .replaceAll(QUOTE, '')
    .split('\n')
    .filter((line) => !SYSTEM.test(line.trim()) && !NOTICE_LINE.test(line.trim()))
    .map((line) => line.trimEnd())
    .join('\n')

/** Three characters of Chinese or a dozen of another script can say what is wrong; less cannot. */
const saysSomething = (text: string): boolean =>
  count(text, /\p{Script=Han}/gu) >= 3 || count(text, /\p{Letter}/gu) >= 12

/** Courtesy is short; longer words are read by a person. */
const LONGEST_COURTESY = 20
const isCourtesy = (text: string): boolean => text.length <= LONGEST_COURTESY && CHATTER.test(text)

const kindOf = (own: string, text: string): Words['kind'] => {
  if (own.trim() === '') return 'system'
  if (AGREEING.test(bareButPlus(text))) return 'agreeing'
  return isCourtesy(bare(text)) || !saysSomething(text.replaceAll(LINK, '')) ? 'chatter' : 'said'
}

export const wordsIn = (message: string): Words => {
  const own = ownLines(message)
  const text = own
    .replaceAll(MENTION, '')
    .replaceAll(PICTURE, '')
    .replaceAll(VOICE, '')
    .replaceAll(STAND_IN, '')
    .replaceAll(/[ \t]{2,}/gu, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
  return { text, pictures: count(own, PICTURE), voices: count(own, VOICE), kind: kindOf(own, text) }
}

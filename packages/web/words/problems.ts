// What is wrong with a field, and what to do about it; and the pages for things that went wrong altogether.
import type { FieldProblem } from '@yishi/contract/pages'
import { dictionary } from './dictionary.ts'

export const problemWords = dictionary<Record<FieldProblem, string>>(
  {
    missing: '这里还没有填',
    'nothing-said': '请写一句，或者录一段',
    'not-a-recording': '这个文件不是录音，请重新录一段；文字和照片都还在',
    'recording-too-large': '这段录音太大（超过 4 兆），请录短一些；文字和照片都还在',
    'recording-too-long': '这段录音超过 2 分钟，请分开说；文字和照片都还在',
    'consent-missing': '要邻居本人同意才能代办，请先读给邻居听',
    'too-long': '写得太长了，请短一些',
    'too-short': '太短了，请再多写几个字',
    malformed: '看不懂这里写的，请检查一下',
    'not-a-phone': '电话号码好像不对，请再看一眼',
    'not-a-photo': '这个文件不是照片，请换一张',
    'photo-too-large': '这张照片太大，请换一张小一些的',
    'too-many-photos': '照片最多 6 张，请去掉几张',
    'disk-full': '服务器的磁盘满了，照片没有存下；文字还在，可以先不带照片提交，或过一会儿再试',
    'wrong-code': '验证码不对，请再看一眼',
    'code-over': '验证码过期了，请重新取一个',
    'too-often': '试得太快了，请过几分钟再来',
    'wrong-password': '号码或密码不对',
    'weak-password': '密码太容易被猜到，请换一个别人想不到的，至少 8 个字',
    taken: '这个名字已经有了，请换一个',
    'seat-taken': '这个席位已经有人签到了，请换一个，或到签到台问一声',
    'signed-in-already': '这个名字签过到了；如果是同名，请写上门牌',
    'wrong-door-code': '签到码不对，请看会场里贴的六位数字',
  },
  {
    missing: 'This is still empty',
    'nothing-said': 'Please write a sentence, or record one',
    'not-a-recording': 'This file is not a recording; please record again. Your text and photos are kept',
    'recording-too-large': 'This recording is larger than 4 MB; please make it shorter. Your text and photos are kept',
    'recording-too-long':
      'This recording is longer than 2 minutes; please say it in parts. Your text and photos are kept',
    'consent-missing': 'The neighbour has to agree first; please read it to them',
    'too-long': 'This is too long; please shorten it',
    'too-short': 'This is too short; please write a little more',
    malformed: 'This cannot be read; please check it',
    'not-a-phone': 'This does not look like a phone number; please check it',
    'not-a-photo': 'This file is not a photo; please choose another',
    'photo-too-large': 'This photo is too large; please choose a smaller one',
    'too-many-photos': 'Six photos at most; please take some away',
    'disk-full':
      'The server’s disk is full and the photos were not kept; your text is: send it without photos, or try again later',
    'wrong-code': 'The code is not right; please look again',
    'code-over': 'The code has expired; please ask for a new one',
    'too-often': 'Too many tries; please wait a few minutes',
    'wrong-password': 'The number or the password is not right',
    'weak-password': 'Too easy to guess; choose at least 8 characters that nobody would think of',
    taken: 'This name is taken; please choose another',
    'seat-taken': 'Somebody has signed in here: choose another, or ask at the desk',
    'signed-in-already': 'This name has signed in; if you are a namesake, add your household',
    'wrong-door-code': 'Not the right code: see the six digits in the room',
  },
)

type Trouble = { readonly title: string; readonly detail: string }

export const errorWords = dictionary(
  {
    byStatus: {
      400: { title: '这一步没有看懂', detail: '请返回上一页再试一次。' },
      403: { title: '这一页不对您开放', detail: '如果您是办理人，请先登录。' },
      404: { title: '没有找到这一页', detail: '码或者链接可能抄错了。请对一对，或者回首页重新找。' },
      409: { title: '这件事刚刚有了变化', detail: '请刷新看看最新的情况，再决定要不要继续。' },
      413: { title: '东西太大，传不上来', detail: '照片请少选几张，或者选小一些的。' },
      429: { title: '来得太快了', detail: '请过几分钟再试。' },
      500: { title: '我们这边出了错', detail: '不是您的问题。请过一会儿再试；写的话还在手机里。' },
      503: { title: '现在暂时办不了', detail: '系统正在恢复，请过几分钟再试。急事请直接打电话。' },
    } as Readonly<Record<number, Trouble>>,
    other: { title: '没有办成', detail: '请过一会儿再试。' } as Trouble,
    reference: '报修编号',
    referenceHint: '打电话来问时，请把这个编号告诉我们。',
    again: '再试一次',
    home: '回首页',
  },
  {
    byStatus: {
      400: { title: 'This step was not understood', detail: 'Please go back and try again.' },
      403: { title: 'This page is not open to you', detail: 'If you handle matters here, please sign in first.' },
      404: {
        title: 'There is no such page',
        detail: 'The code or link may be mistyped. Please check it, or start from the home page.',
      },
      409: {
        title: 'This matter has just changed',
        detail: 'Please reload to see how it stands now, then decide whether to go on.',
      },
      413: { title: 'This is too large to send', detail: 'Please choose fewer or smaller photos.' },
      429: { title: 'That was too fast', detail: 'Please try again in a few minutes.' },
      500: {
        title: 'Something broke on our side',
        detail: 'It is not your fault. Please try again later; what you wrote is kept on your phone.',
      },
      503: {
        title: 'Not possible right now',
        detail: 'The system is recovering; please try again in a few minutes. If it is urgent, please call.',
      },
    },
    other: { title: 'This did not work', detail: 'Please try again later.' },
    reference: 'Reference',
    referenceHint: 'If you call us about this, please tell us this reference.',
    again: 'Try again',
    home: 'To the home page',
  },
)

export const endedWords = dictionary(
  {
    'signed-out': { title: '您已退出', detail: '这台设备上不再保留您的登录。', action: '重新登录' },
    'session-over': { title: '登录过期了', detail: '为了安全，隔一段时间要重新登录一次。', action: '重新登录' },
    'link-expired': { title: '这个链接过期了', detail: '请用事项编号查进度，或者重新登录。', action: '用编号查' },
    'link-unknown': {
      title: '这个链接打不开',
      detail: '链接可能没有复制完整。请对一对，或者用事项编号查进度。',
      action: '用编号查',
    },
  },
  {
    'signed-out': {
      title: 'You are signed out',
      detail: 'This device no longer holds your sign-in.',
      action: 'Sign in again',
    },
    'session-over': {
      title: 'Your sign-in has run out',
      detail: 'For safety you sign in again from time to time.',
      action: 'Sign in again',
    },
    'link-expired': {
      title: 'This link has expired',
      detail: 'Please look the matter up by its code, or sign in again.',
      action: 'Look up by code',
    },
    'link-unknown': {
      title: 'This link does not open',
      detail: 'It may not have been copied whole. Please check it, or look the matter up by its code.',
      action: 'Look up by code',
    },
  },
)

// The words of a first password and of the second factor, for whoever founds an installation and for whoever was invited.
import { dictionary } from './dictionary.ts'

export const factorWords = dictionary(
  {
    welcome: (name: string) => `${name}，您好`,
    passwordLead: (phone: string) => `以后用手机号 ${phone} 和这个密码登录工作台。`,
    password: '设一个密码',
    passwordHint: '至少 8 个字，自己好记、别人想不到',
    next: '下一步',
    title: '给登录加一道锁',
    lead: '用手机上的验证器扫这个码，再填它显示的 6 位数字。以后每次登录都要填一次。',
    appHint: '没有验证器？在应用商店搜“身份验证器”装一个，哪家的都行。',
    secret: '扫不了码，就手工输入这串字',
    code: '6 位数字',
    confirm: '确认',
    doneTitle: '锁加好了',
    doneLead: '手机丢了就靠下面的备用码登录，每个只能用一次。请抄下来收好，这一页不会再出现。',
    codes: '备用码',
    open: '进入工作台',
  },
  {
    welcome: (name: string) => `Welcome, ${name}`,
    passwordLead: (phone: string) => `From now on you sign in with ${phone} and this password.`,
    password: 'Choose a password',
    passwordHint: 'At least 8 characters that you remember and nobody would think of',
    next: 'Next',
    title: 'A second lock for your sign-in',
    lead: 'Scan this with the authenticator on your phone, then enter the 6 digits that it shows. You do so at each sign-in.',
    appHint: 'No authenticator yet? Any app of that kind from the app store will do.',
    secret: 'If you cannot scan, type this in by hand',
    code: '6 digits',
    confirm: 'Confirm',
    doneTitle: 'The lock is on',
    doneLead:
      'If you lose your phone, these codes let you sign in, each of them once. Write them down and keep them safe; this page is not shown again.',
    codes: 'Recovery codes',
    open: 'Open the console',
  },
)

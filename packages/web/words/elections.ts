// The words of the list of secret elections that everybody may look at.
import type { ElectionPhase } from '@yishi/contract/election-pages'
import { dictionary } from './dictionary.ts'

const zh = {
  title: '无记名选举',
  lead: '名单、候选人、结果和每一步的算法都在里面，不用登录。',
  none: '这里还没有无记名选举。',
  phases: {
    now: '正在进行',
    roll: '名单公布中，可以提意见',
    ahead: '就要投票',
    held: '已经选过',
    withdrawn: '撤回的',
  } as Readonly<Record<ElectionPhase, string>>,
  kicker: (day: string, status: string | null) => `投票：${day}${status ? ` · ${status}` : ''}`,
  objectUntil: (day: string) => `对名单有意见，${day} 24:00 前可以提`,
  short: '还有空缺',
  doubled: '有人当选不止一项，等确认',
  unclear: '另选的人还要核对',
  but: '；',
  back: '回到本居民区',
}

const en: typeof zh = {
  title: 'Secret elections',
  lead: 'Rolls, candidates, results and every sum are here; nobody has to sign in.',
  none: 'There has been no secret election here yet.',
  phases: {
    now: 'Under way',
    roll: 'The roll lies open: say if something is wrong',
    ahead: 'To come',
    held: 'Held',
    withdrawn: 'Withdrawn',
  },
  kicker: (day, status) => `Vote: ${day}${status ? ` · ${status}` : ''}`,
  objectUntil: (day) => `Something wrong on the roll? Please say so until ${day}, 24:00`,
  short: 'seats stay open',
  doubled: 'somebody elected twice',
  unclear: 'a written name has to be looked at',
  but: '; ',
  back: 'Back to the community',
}

export const electionsWords = dictionary(zh, en)

// Words for who people are in a community, and whether they can sign in.
import type { PersonAct } from '@yishi/contract/people'
import type { Access } from '@yishi/domain/account'
import type { Role } from '@yishi/domain/kernel'
import { dictionary } from './dictionary.ts'

export const roleWords = dictionary<Record<Role, string>>(
  {
    resident: '居民',
    'building-leader': '楼组长',
    'grid-worker': '网格员',
    staff: '居委会',
    branch: '党总支',
    'owners-committee': '业委会',
    property: '物业',
    police: '社区民警',
    counsel: '法律顾问',
    department: '职能部门',
    partner: '共建单位',
    'self-management': '自管会',
    volunteer: '志愿者',
    'repair-worker': '维修师傅',
    'street-office': '街镇',
  },
  {
    resident: 'Resident',
    'building-leader': 'Building leader',
    'grid-worker': 'Grid worker',
    staff: 'Committee staff',
    branch: 'Party branch',
    'owners-committee': 'Owners’ committee',
    property: 'Property company',
    police: 'Police',
    counsel: 'Legal counsel',
    department: 'Department',
    partner: 'Partner',
    'self-management': 'Self-management group',
    volunteer: 'Volunteer',
    'repair-worker': 'Repair worker',
    'street-office': 'Street office',
  },
)

const zh = {
  title: '人员',
  intro: '在这里办事的人：居委会、网格员、楼组长和各单位的人。居民不在这里。增减人员请用“导入”。',
  search: '搜索姓名、身份、单位、网格',
  none: '没有符合条件的人',
  name: '姓名',
  phone: '手机',
  hats: '身份',
  access: '登录',
  actions: '操作',
  accesses: {
    account: '已开通',
    'by-phone': '手机验证码',
    invited: '已邀请，还没设密码',
    none: '还没开通',
    closed: '已停用',
  } as Readonly<Record<Access, string>>,
  factor: '有第二重验证',
  acts: { invite: '邀请', 'remove-factor': '取消第二重验证', 'close-account': '停用账号' } as Readonly<
    Record<PersonAct, string>
  >,
  actOn: (act: string, name: string) => `${act}：${name}`,
  sure: {
    invite: '生成一个邀请链接，七天有效，用一次。',
    'remove-factor': '这个人的手机和备用码都丢了才这样做。下次登录要重新设置，现在的登录全部失效。请先当面核对是本人。',
    'close-account': '立即失效，不能再登录。花名册里的身份不变。目前不能在这里恢复。',
  } as Readonly<Record<PersonAct, string>>,
  confirm: '确定',
  invitation: (name: string) => `${name}的邀请链接`,
  onlyOnce: '只显示这一次。请当面或用可靠的方式交给本人，谁打开谁就能设密码。',
  copy: '复制',
  copied: '已复制',
  done: (act: string, name: string) => `已办：${act}（${name}）`,
  community: '居民区',
}

const en: typeof zh = {
  title: 'People',
  intro:
    'Those who work here: the committee, grid workers, building leaders and members of the parties. Residents are not listed. “Import” adds and changes people.',
  search: 'Search name, role, party, grid',
  none: 'Nobody fits',
  name: 'Name',
  phone: 'Mobile',
  hats: 'Memberships',
  access: 'Signing in',
  actions: 'Actions',
  accesses: {
    account: 'Has an account',
    'by-phone': 'By a code to the phone',
    invited: 'Invited, no password yet',
    none: 'Cannot sign in',
    closed: 'Closed',
  },
  factor: 'with a second factor',
  acts: { invite: 'Invite', 'remove-factor': 'Remove second factor', 'close-account': 'Close account' },
  actOn: (act, name) => `${act}: ${name}`,
  sure: {
    invite: 'Makes an invitation link that works once, within seven days.',
    'remove-factor':
      'Only when both phone and recovery codes are lost. A new factor is asked for at the next sign-in, and all present sign-ins end. Make sure that it is really them.',
    'close-account':
      'Ends at once; no more signing in. The memberships in the roster stay. It cannot be undone here yet.',
  },
  confirm: 'Confirm',
  invitation: (name) => `Invitation for ${name}`,
  onlyOnce: 'Shown only now. Hand it over in person or by a way you trust: whoever opens it sets the password.',
  copy: 'Copy',
  copied: 'Copied',
  done: (act, name) => `Done: ${act} (${name})`,
  community: 'Community',
}

export const peopleWords = dictionary(zh, en)

// What the terminal says once the program serves: where it is, and in the demo the ways in.
import type { Entrance } from '@yishi/server/demo'
import { padded, widthOf } from './columns.ts'

const ROLE_WORDS: Readonly<Record<Entrance['role'], readonly [zh: string, en: string]>> = {
  resident: ['居民', 'resident'],
  'building-leader': ['楼组长', 'building leader'],
  'grid-worker': ['网格员', 'grid worker'],
  staff: ['居委会工作人员', 'committee staff'],
  branch: ['党总支', 'party branch'],
  'owners-committee': ['业委会', 'owners’ committee'],
  property: ['物业', 'property company'],
  police: ['社区民警', 'community police'],
  counsel: ['法律顾问', 'legal counsel'],
  department: ['职能部门', 'department'],
  partner: ['共建单位', 'partner'],
  'self-management': ['自管会', 'self-management'],
  volunteer: ['志愿者', 'volunteer'],
  'repair-worker': ['维修师傅', 'repair worker'],
  'street-office': ['街道办', 'street office'],
}

const tableOf = (rows: readonly (readonly string[])[]): string => {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))) + 2)
  return rows
    .map((row) => `  ${row.map((cell, column) => padded(cell, widths[column]!)).join('')}`.trimEnd())
    .join('\n')
}

export const running = (url: string): string => `\n一事已启动 / Yishi is running: ${url}`

export const waysIn = (publicUrl: string, plate: string, entrances: readonly Entrance[]): string => {
  const links = entrances.map(({ role, name, url }) => [...ROLE_WORDS[role], name, url])
  const pages = [
    ['扫码后看到的', 'what a scanned code opens', plate],
    ['首页', 'home', `${publicUrl}/`],
    ['工作台', 'console (sign in by a link first)', `${publicUrl}/console/`],
    ['码牌', 'plates to print (as staff)', `${publicUrl}/plates`],
    ['发件箱', 'outbox: messages and login codes', `${publicUrl}/outbox`],
  ]
  return [
    '\n示范社区：人名、事情都是编的。这些登录链接只能在本机用，每个一次；再次启动会有新的。',
    'The demo: all people are invented. These links work on this machine only, once each; every start prints new ones.\n',
    tableOf(links),
    '',
    tableOf(pages),
    '\n自己建社区 / A community of your own: DATA_DIR=./my-data npm start -- --empty\n',
  ].join('\n')
}

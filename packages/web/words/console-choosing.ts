// Words of noting whom the owners of a unit have chosen to vote for it, and of rows of a list that are one person.
import { dictionary } from './dictionary.ts'

export const consoleChoosingWords = dictionary(
  {
    several: '只列几人共有的户',
    votes: (name: string) => `由${name}来投`,
    nobody: '还没推选谁来投，谁先投就由谁来投',
    choose: '记推选',
    chooseFor: (unit: string) => `记推选：${unit}`,
    hint: '共有人书面推选一位来投，都签了字，才记。记下以后，这一户的票只由他投；一起表决的几题都由他投。',
    who: '推选的是',
    evidence: '推选书放在哪里',
    evidenceHint: '如：推选书第 3 号，居委会档案盒 2。台账上记着，不公开。',
    voted: (name: string) => `${name}已经投过了，他的票有效。换人以后，新的投票人改投，才换成新的票。`,
    replaces: '已投的那位也签了字，同意换人来投',
    replacesNeeded: '没有他的签字，不能换人',
    done: (unit: string, name: string) => `记下了：${unit}由${name}来投`,
    none: '没有几人共有的户',
    same: (names: string) => `和${names}是同一个人，只算一票`,
    row: (name: string, group: string, voted: boolean) =>
      `“${name}${group && ` · ${group}`}”${voted ? '（那一行已投）' : ''}`,
  },
  {
    several: 'Only units with several owners',
    votes: (name) => `${name} votes`,
    nobody: 'nobody chosen yet: whoever casts first votes',
    choose: 'Note the choice',
    chooseFor: (unit) => `Note who votes: ${unit}`,
    hint: 'Only what all owners have signed. From then on this owner alone casts for the unit, on every question that is asked together.',
    who: 'They chose',
    evidence: 'Where the signed choice is kept',
    evidenceHint: 'Such as: choice no. 3, file box 2. The ledger keeps it sealed.',
    voted: (name) => `${name} has voted, and that ballot counts until the owner chosen now casts another.`,
    replaces: 'Whoever has voted has signed too, and agrees',
    replacesNeeded: 'Not without that signature',
    done: (unit, name) => `Noted: ${name} votes for ${unit}`,
    none: 'No unit has several owners',
    same: (names) => `one person with ${names}: one vote`,
    row: (name, group, voted) => `“${name}${group && ` · ${group}`}”${voted ? ' (that row has voted)' : ''}`,
  },
)

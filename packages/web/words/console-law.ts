// Beside each check of a draft against the law: where the law says so, and what to change where the draft does not keep it.
import type { LawCheck } from '@yishi/domain/poll'
import { dictionary } from './dictionary.ts'

type PerCheck = Readonly<Record<LawCheck, string>>

const zh = {
  /** Empty where the rule itself names its article, or where nothing but reason says so. */
  sources: {
    'rule-in-force': '',
    topic: '民法典第 278 条',
    scope: '上海市住宅物业管理规定第 69 条等',
    powers: '上海市住宅物业管理规定第 28 条',
    notice: '物业管理条例第 14 条',
    period: '',
    regime: '业主大会和业主委员会指导规则第 26 条',
    'regime-question': '',
    'regime-risk': '',
    committee: '上海市住宅物业管理规定第 20 条等',
    'tie-rule': '',
    'candidates-shown': '杭州市物业管理条例等',
    'candidates-enough': '',
    'owners-unknown': '业主大会和业主委员会指导规则第 22 条',
    'areas-missing': '建筑物区分所有权司法解释第 8 条',
  } as PerCheck,
  mends: {
    'rule-in-force': '撤回这份，用现在有效的规则另拟',
    topic: '改“表决的是哪一类事”；规则选错了，撤回另拟',
    scope: '改“哪些户来投”；规则选错了，撤回另拟',
    powers: '改由换届改选小组、居委会或街镇召集',
    notice: '把开始时间往后改',
    period: '把截止改到开始之后',
    regime: '改成“只算交回的票”，或者写明依据哪一条',
    'regime-question': '改成“只算交回的票”，或者改问同意还是反对',
    'regime-risk': '拿不准就用“只算交回的票”',
    committee: '改委员会的人数',
    'tie-rule': '改“并列怎么办”',
    'candidates-shown': '把开始时间往后改，让候选人公示够天数',
    'candidates-enough': '再添候选人，不然有席位会空着',
    'owners-unknown': '到“导入”补业主；不详的户照样送票',
    'areas-missing': '到“导入”补面积',
  } as PerCheck,
  earliest: (day: string) => `今天发公告，最早 ${day}开始`,
  announceLater: '先把不符合的改好，再发会前公告。',
}

const en: typeof zh = {
  sources: {
    'rule-in-force': '',
    topic: 'Civil Code, art. 278',
    scope: 'Shanghai property rules, art. 69, and others',
    powers: 'Shanghai property rules, art. 28',
    notice: 'Property Management Regulations, art. 14',
    period: '',
    regime: 'Guiding rules for owners’ assemblies, art. 26',
    'regime-question': '',
    'regime-risk': '',
    committee: 'Shanghai property rules, art. 20, and others',
    'tie-rule': '',
    'candidates-shown': 'Hangzhou property rules, and others',
    'candidates-enough': '',
    'owners-unknown': 'Guiding rules for owners’ assemblies, art. 22',
    'areas-missing': 'Supreme Court on condominiums, art. 8',
  },
  mends: {
    'rule-in-force': 'Withdraw this draft and take a rule that is in force',
    topic: 'Change what kind of matter it is; for another rule, withdraw and draft anew',
    scope: 'Change which units vote; for another rule, withdraw and draft anew',
    powers: 'Let the re-election group, the residents’ committee or the street office call it',
    notice: 'Open it later',
    period: 'Close it after it opens',
    regime: 'Count only returned ballots, or name the clause that allows it',
    'regime-question': 'Count only returned ballots, or ask for or against',
    'regime-risk': 'If in doubt, count only returned ballots',
    committee: 'Change how many members the committee has',
    'tie-rule': 'Change what happens in a tie',
    'candidates-shown': 'Open it later, so that the candidates are shown for long enough',
    'candidates-enough': 'Add candidates, or seats stay open',
    'owners-unknown': 'Bring the owners by “Import”; those units get their ballots all the same',
    'areas-missing': 'Bring the areas by “Import”',
  },
  earliest: (day) => `With the notice today, not before ${day}`,
  announceLater: 'Mend what does not hold first, then hang the notice.',
}

export const consoleLawWords = dictionary(zh, en)

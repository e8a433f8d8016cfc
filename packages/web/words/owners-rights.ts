// What an owners' vote says to owners beside its question: where paper ballots are, what follows a dismissal, and what else they may ask to see.
import { COMPANY_NOTICE_DAYS } from '@yishi/domain/poll'
import { dictionary } from './dictionary.ts'

export const ownersRightsWords = dictionary(
  {
    paper: (place: string) => `不方便用手机的，可到${place}领取、交回纸质票。哪种方式投都一样算，一户只算一次。`,
    dismissal: (told: string, ends: string) =>
      `如果这次决定的是解聘物业公司：要提前 ${COMPANY_NOTICE_DAYS} 天书面通知（《民法典》第九百四十六条）。按结果确认那天（${told}）送达算，合同最早 ${ends} 解除；合同对通知期另有约定的，按约定。`,
    seeTitle: '您还可以查阅什么',
    see: [
      '维修资金的筹集和使用',
      '管理规约、议事规则，业主大会和业委会的决定与会议记录',
      '物业服务合同，共有部分的使用和收益',
      '车位、车库怎么处分',
    ],
    seeLaw:
      '业主有权要求公布或查阅这些（《最高人民法院关于审理建筑物区分所有权纠纷案件适用法律若干问题的解释》第十三条）。请向业委会或物业公司提出。',
  },
  {
    paper: (place) =>
      `If a phone does not suit you, paper ballots are had, and handed in, at: ${place}. Either way counts the same, and each home once.`,
    dismissal: (told, ends) =>
      `If this dismisses the property company: it is told in writing ${COMPANY_NOTICE_DAYS} days before (Civil Code, art. 946). Told on the day the result was confirmed (${told}), the contract may end on ${ends} at the earliest, unless it says otherwise itself.`,
    seeTitle: 'What else you may ask to see',
    see: [
      'How the maintenance fund is raised and used',
      'The covenant, the rules of procedure, decisions and minutes of assembly and committee',
      'The service contract, and what common parts are used for and bring in',
      'What is done with parking spaces',
    ],
    seeLaw:
      'Owners may ask for these to be published or shown (Supreme People’s Court, interpretation on condominiums, art. 13). Please ask the owners’ committee or the property company.',
  },
)

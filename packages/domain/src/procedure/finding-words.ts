// What the checker says, in plain sentences that tell what to do. Words in braces are filled from the finding.
import type { Language } from '../kernel/index.ts'
import type { Finding, FindingCode } from './checks/finding.ts'
import type { Procedure } from './schema.ts'
import { inWords } from './words.ts'

type Sentence = Readonly<Record<Language, string>>

export const FINDING_WORDS: Readonly<Record<FindingCode, Sentence>> = {
  'not-well-formed': {
    zh: '“{path}”这里没填对（{problem}），请改好再试。',
    en: '“{path}” is not filled in properly ({problem}). Correct it and try again.',
  },
  'outcome-needs-one-target': {
    zh: '“{path}”要么通到下一个环节，要么就此结束，请二选一。',
    en: '“{path}” must either lead to a stage or end the matter. Choose one of the two.',
  },
  'stage-key-twice': {
    zh: '有两个环节都叫“{stage}”，请给其中一个换个代号。',
    en: 'Two stages have the key “{stage}”. Give one of them another key.',
  },
  'seat-key-twice': {
    zh: '有两个席位都叫“{seat}”，请给其中一个换个代号。',
    en: 'Two seats have the key “{seat}”. Give one of them another key.',
  },
  'outcome-key-twice': {
    zh: '“{stage}”里有两个出口都叫“{outcome}”，请给其中一个换个代号。',
    en: 'Two outcomes of “{stage}” have the key “{outcome}”. Give one of them another key.',
  },
  'begins-otherwise': {
    zh: '每套工作法都从“提”（raise）到“分流”（sort）起步，请把头两个环节摆成这样。',
    en: 'Every procedure begins with the stages “raise” and “sort”. Put these two first, in this order.',
  },
  'act-out-of-place': {
    zh: '“{stage}”放晚了：提和分流只能在开头，请删掉它或换个动作。',
    en: '“{stage}” comes too late: raising and sorting belong to the beginning. Remove it or give it another act.',
  },
  'unknown-stage': {
    zh: '“{stage}”的出口“{outcome}”要去“{to}”，可是没有这个环节。请改去处，或把这个环节补上。',
    en: 'Outcome “{outcome}” of “{stage}” leads to “{to}”, which does not exist. Change the target or add that stage.',
  },
  'unknown-seat': {
    zh: '“{stage}”用到席位“{seat}”，席位表里没有。请补上，或换一个席位。',
    en: '“{stage}” uses the seat “{seat}”, which is not among the seats. Add it or choose another.',
  },
  'seat-without-use': {
    zh: '席位“{seat}”一直没有用到，不需要就删掉吧。',
    en: 'The seat “{seat}” is used nowhere. Remove it if it is not needed.',
  },
  'reopens-at-unknown-stage': {
    zh: '重办要回到“{to}”，可是回不到那里。请选一个真有的、提出之后的环节。',
    en: 'A reopened matter cannot go on at “{to}”. Choose a stage that exists and comes after raising.',
  },
  'reopens-past-the-work': {
    zh: '从“{stage}”重办，后面已经没有派、议、审、办。请往前挪，让人真能再办一次。',
    en: 'After reopening at “{stage}” nothing is assigned, discussed, reviewed or done. Choose an earlier stage.',
  },
  unreachable: {
    zh: '哪条路都走不到“{stage}”。请给它接一个入口，或删掉它。',
    en: 'No way leads to “{stage}”. Connect it or remove it.',
  },
  'dead-end': {
    zh: '到了“{stage}”就再也结束不了。请给它一条能走到结束的出口。',
    en: 'From “{stage}” the matter can never end. Add an outcome that leads towards an end.',
  },
  'runs-in-a-circle': {
    zh: '到了“{stage}”会自己不停地转圈。请在圈上加一道每次都要重新过的门槛（比如再议、再评），或改成由人来选。',
    en: 'At “{stage}” the procedure would run in a circle by itself. Add a gate that each round must pass anew, or let a person choose.',
  },
  'ends-without-answer': {
    zh: '从“{stage}”的“{outcome}”结束，可能还没给提事的人答复。请在这条路上加“已答复”的门槛。',
    en: 'By “{outcome}” of “{stage}” a matter could end without an answer. Add the gate “answer given” on this way.',
  },
  'no-limit': {
    zh: '“{stage}”没有时限，大家不知道哪天能好。请至少定一个。',
    en: '“{stage}” has no limit, so nobody knows by when. Set at least one.',
  },
  'no-finish-limit': {
    zh: '“{stage}”没有办结时限，别的时限一满足，就说不清哪天能办好了。请补一个。',
    en: '“{stage}” has no finish limit: once the others are met, nothing is due. Set one.',
  },
  'limits-contradict': {
    zh: '“{stage}”的时限对不上：{earlier}（{first}）比 {later}（{second}）还长。请调短前一个，或放宽后一个。',
    en: 'In “{stage}” the limit {earlier} ({first}) is longer than {later} ({second}). Shorten the first or lengthen the second.',
  },
  'revisit-after-finish': {
    zh: '“{stage}”要等 {after} 才能回访，可 {finish} 就要办完。请把办结时限放长些。',
    en: '“{stage}” may be visited only after {after} but must be finished within {finish}. Lengthen the finish limit.',
  },
  'waits-past-finish': {
    zh: '“{stage}”等满 {waited} 才往下走，可 {finish} 就算超时了。请把等待调短，或把时限放长。',
    en: '“{stage}” goes on after waiting {waited} but is late after {finish}. Shorten the wait or lengthen the limit.',
  },
  'gate-out-of-place': {
    zh: '“{stage}”的出口“{outcome}”用了门槛“{gate}”，这个环节里办不到。请换一个门槛，或放到合适的环节。',
    en: 'Outcome “{outcome}” of “{stage}” has the gate “{gate}”, which nothing in this stage can open. Choose another gate or move it.',
  },
  'gate-never-opens': {
    zh: '“{stage}”的出口“{outcome}”有一道门槛“{gate}”，在这里永远打不开。请改宽些或去掉。',
    en: 'The gate “{gate}” at outcome “{outcome}” of “{stage}” can never open there. Widen or remove it.',
  },
  'gates-contradict': {
    zh: '“{stage}”的出口“{outcome}”几道门槛互相顶着，不会同时打开。请去掉其中一道。',
    en: 'The gates at outcome “{outcome}” of “{stage}” contradict one another. Remove one of them.',
  },
  'signer-not-here': {
    zh: '“{stage}”的出口“{outcome}”要“{seat}”签字，可它不在这个环节里。请把它加进来，或换人签。',
    en: 'Outcome “{outcome}” of “{stage}” needs a signature of “{seat}”, which does not act there. Add that seat or let another sign.',
  },
  'opens-without-gates': {
    zh: '“{stage}”的出口“{outcome}”没有门槛，一到就走了。请加一道门槛，或改成由人来选。',
    en: 'Outcome “{outcome}” of “{stage}” has no gate and would be taken at once. Add a gate or let a person choose it.',
  },
  'ambiguous-outcomes': {
    zh: '“{stage}”里“{outcome}”和“{other}”可能同时打开，会走排在前面的那个。请看看是不是您要的。',
    en: 'In “{stage}” the outcomes “{outcome}” and “{other}” can open together; the one listed first is taken. See whether that is meant.',
  },
  'sorting-without-way': {
    zh: '分成 {level} 级、{colour}、{size} 的事，在“{stage}”没有路走。请给它加一个出口。',
    en: 'A matter sorted as level {level}, {colour}, {size} finds no way out of “{stage}”. Add an outcome for it.',
  },
  'nobody-takes-it': {
    zh: '“{stage}”派出去要是谁都不接，就卡住了。请加一个“没人接”的出口。',
    en: 'If everybody declines in “{stage}”, the matter is stuck. Add an outcome with the gate “all declined”.',
  },
  'never-rated': {
    zh: '提事的人可能一直不评，“{stage}”会一直等下去。请加一个“等满几天”的出口。',
    en: 'Whoever raised the matter may never rate it. Give “{stage}” an outcome with the gate “time waited”.',
  },
  'bad-rating-lost': {
    zh: '在“{stage}”评得不满意也没有下文。请加一个“低于几分就再办”的出口。',
    en: 'A bad rating in “{stage}” leads nowhere. Add an outcome with the gate “rated low”.',
  },
  'failed-revisit-lost': {
    zh: '“{stage}”回访发现没解决也没有下文。请加一个“没解决就再办”的出口。',
    en: 'A revisit in “{stage}” that finds the problem unsolved leads nowhere. Add an outcome for it.',
  },
  'passed-poll-lost': {
    zh: '“{stage}”表决通过了也没有下文。请加一个“表决通过”的出口。',
    en: 'A poll that passes in “{stage}” leads nowhere. Add an outcome with the gate “poll passed”.',
  },
  'failed-poll-lost': {
    zh: '“{stage}”表决没通过就卡住了。请加一个“表决没通过”的出口。',
    en: 'A poll that fails in “{stage}” leads nowhere. Add an outcome with the gate “poll failed”.',
  },
  'upheld-objection-lost': {
    zh: '“{stage}”里异议有道理也没有下文。请加一个“异议成立”的出口。',
    en: 'An objection that holds in “{stage}” leads nowhere. Add an outcome with the gate “objection upheld”.',
  },
  'objections-passed-over': {
    zh: '“{stage}”的出口“{outcome}”公示期一满就走，没答复的异议会被丢下。请加上“异议都答复了”的门槛。',
    en: 'Outcome “{outcome}” of “{stage}” passes over objections that nobody has answered. Add the gate “objections answered”.',
  },
  'notice-past-finish': {
    zh: '“{stage}”要贴满 {hangs}，可 {finish} 就算超时了。请把时限放长些。',
    en: '“{stage}” hangs for {hangs} but is late after {finish}. Lengthen the limit.',
  },
  'notice-too-short': {
    zh: '“{stage}”只贴 {days}，法规要求至少 {least}。请改长些。',
    en: '“{stage}” hangs for {days} only; the law asks for {least} at least. Lengthen it.',
  },
  'assembly-unannounced': {
    zh: '从“{stage}”的“{outcome}”直接就投票，没有先公告议题。请在前面加一个公示环节。',
    en: 'Outcome “{outcome}” of “{stage}” leads to the vote without announcing its agenda. Put a stage that publishes it before.',
  },
  'condition-never-asked-for': {
    zh: '“{stage}”审的时候可以提条件，后面却没有一道门槛管它做没做到。请在办或验收的出口加上“附带条件都做到了”。',
    en: 'Conditions set in “{stage}” are never asked for again. Add the gate “conditions met” where the work is done or accepted.',
  },
  'level-one-respond-slow': {
    zh: '一级急事要 {most} 之内到场，这里是 {limit}。请调短些。',
    en: 'Level I means a response within {most}; here it is {limit}. Shorten it.',
  },
  'level-one-control-slow': {
    zh: '一级急事要 {most} 之内稳住局面，这里是 {limit}。请调短些。',
    en: 'Level I means under control within {most}; here it is {limit}. Shorten it.',
  },
  'level-one-revisit-slow': {
    zh: '一级急事要 {most} 之内回访，这里是 {limit}。请调短些。',
    en: 'Level I means a visit within {most}; here it is {limit}. Shorten it.',
  },
  'level-two-finish-slow': {
    zh: '日常诉求一般 {most} 之内办结，这里是 {limit}。请调短，或写明为什么要这么久。',
    en: 'Daily requests are done within {most} as a rule; here it is {limit}. Shorten it or say why.',
  },
  'level-three-plan-slow': {
    zh: '复杂的事要 {most} 之内拿出方案，这里是 {limit}。请调短些。',
    en: 'A complex matter needs a plan within {most}; here it is {limit}. Shorten it.',
  },
  'first-asked-lost': {
    zh: '谁先接到谁负责到底：请让分流的席位也参加最后的答复销号。',
    en: 'Whoever was asked first stays with it: let a seat that sorts also take part in closing.',
  },
  'slower-than-petitions': {
    zh: '“{stage}”定了 {limit}，比信访事项的 {most} 还长。请调短，或分成几步办。',
    en: '“{stage}” takes {limit}, longer than the {most} that petitions are given. Shorten it or split the work.',
  },
  'poll-rule-unknown': {
    zh: '“{stage}”要按“{rule}”表决，可是没有这套表决规则。请从规则表里选一套。',
    en: '“{stage}” decides by the poll rule “{rule}”, which does not exist. Choose one from the list of rules.',
  },
  'poll-rule-replaced': {
    zh: '“{stage}”用的表决规则“{rule}”只施行到 {to}，之后开不了表决。请换成现行的规则。',
    en: 'The poll rule “{rule}” of “{stage}” was in force until {to} only, and opens no poll after that. Choose one in force.',
  },
  'owners-not-asked': {
    zh: '“{stage}”由业委会自己决定，全程没有问过全体业主。选聘物业、动用维修资金、改建改造、共有部分经营这些事，要由业主共同决定；请确认这套工作法不用在它们上，或加上业主大会表决。',
    en: 'In “{stage}” the owners’ committee decides alone and all owners are asked nowhere. Hiring the property company, the maintenance fund, rebuilding and business with common parts are for all owners: make sure that this procedure is not used for them, or add a vote of the assembly.',
  },
}

/** The sentence for a finding, with the names that people know in place of keys. */
export const findingInWords = (finding: Finding, language: Language, procedure?: Procedure): string => {
  const stage = procedure?.stages.find(({ key }) => key === finding.stage)
  const outcome = stage?.outcomes.find(({ key }) => key === finding.outcome)
  const words: Record<string, string | number | undefined> = {
    ...finding.detail,
    stage: stage?.names[language] ?? finding.stage,
    outcome: outcome?.names[language] ?? finding.outcome,
  }
  return FINDING_WORDS[finding.code][language].replaceAll(/\{(\w+)\}/g, (_, word: string) =>
    inWords(String(words[word] ?? '–'), language),
  )
}

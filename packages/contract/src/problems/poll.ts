// What is refused about polls and their ballots.
import { type Problems, problem } from './entry.ts'

export const pollProblems = {
  'poll-unknown': problem(
    404,
    ['没有找到这次表决', '请核对链接，或从事项页面重新打开。'],
    ['No such poll', 'Check the link, or open it again from its matter.'],
  ),
  'voter-unknown': problem(
    404,
    ['名单里没有这个人', '请刷新名单再选。'],
    ['Nobody of that name on the list', 'Reload the list and choose again.'],
  ),
  'not-your-poll': problem(
    403,
    ['这次表决不归您操作', '请由发起表决或计票的人来做。'],
    ['Not your poll', 'Whoever opens or counts this poll has to do it.'],
  ),
  'not-your-ballot': problem(
    403,
    ['这张票不是您的', '每个人只能投自己的票；腿脚不便的，请工作人员代记。'],
    ['Not your ballot', 'Everybody casts their own; the desk can note a ballot for somebody.'],
  ),
  'co-owner-votes': problem(
    409,
    ['这一户已由另一位共有人来投', '一户一票，由共有人推选一位投。要换人，请几位共有人都签字，到居委会改。'],
    [
      'Another owner of this unit votes',
      'A unit has one ballot, cast by the owner whom all chose. To change that, all sign, and the desk notes it.',
    ],
  ),
  'co-owner-voted': problem(
    409,
    ['另一位共有人已经投过了', '他投的票有效。共有人都签了字、要换人来投的，请勾上“已投的那位也签了字”再记。'],
    [
      'Another owner of this unit has voted',
      'That ballot counts. If all owners have signed that somebody else votes, tick that the one who voted has signed too.',
    ],
  ),
  'no-owner': problem(
    422,
    ['这位不是这一户的业主', '投票人要从名册上的共有人里选。'],
    ['Not an owner of this unit', 'Choose one of the owners on the list.'],
  ),
  'nobody-silent': problem(
    409,
    ['这几处的票都交回来了', '没有要记的了。请刷新看看最新的参与情况。'],
    ['All ballots of these places are in', 'There is nothing left to record. Reload to see who has voted by now.'],
  ),
  'poll-rule-unknown': problem(
    422,
    ['没有这套表决规则', '请从规则表里选一套。'],
    ['No such poll rule', 'Choose one from the list of rules.'],
  ),
  'poll-rule-not-in-force': problem(
    409,
    ['这套规则今天不施行', '它只在写明的日期内有效，请换一套现行的规则。'],
    ['Not in force today', 'The rule holds only between its dates: choose one that is in force.'],
  ),
  'poll-rule-differs': problem(
    409,
    ['要用工作法定的规则', '这个环节已经定好表决规则，请按它来。'],
    ['The procedure names another rule', 'This stage decides by the rule of its procedure: use that one.'],
  ),
  'electorate-empty': problem(
    422,
    ['名册是空的', '请先把有表决权的人（或总人数、总面积）填进名册。'],
    ['Nobody may vote yet', 'Put the voters, or the totals that the rule counts, on the list first.'],
  ),
  'voters-twice': problem(
    422,
    ['有人在名册里出现了两次', '一个人只有一票，请去掉重复的。'],
    ['Somebody stands on the list twice', 'One person, one vote: remove the second entry.'],
  ),
  'question-unfit': problem(
    422,
    ['这种问法用不了这套规则', '请改成“同意还是反对”，或换一套规则。'],
    ['The rule does not allow this kind of question', 'Ask for or against, or choose another rule.'],
  ),
  'preference-unfit': problem(
    422,
    [
      '这套规则不能排序、打分或多选赞成',
      '它依据法律或章程，只问同意反对或几选几；要排序、打分，请换一套居民自己的规则（居民排序投票、居民打分投票等）。',
    ],
    [
      'This rule neither ranks nor scores',
      'It rests on a law or a charter and asks for or against, or one of several. To rank or score, use one of the residents’ own rules.',
    ],
  ),
  'options-twice': problem(
    422,
    ['有两个选项一样', '请改掉其中一个，别让人选错。'],
    ['Two options are the same', 'Change one of them, so that nobody chooses the wrong one.'],
  ),
  'options-too-few': problem(
    422,
    ['选项没有那么多', '“最多选几个”“选出几个”都不能超过选项的个数。'],
    ['Not as many options', 'Nobody can choose, and no poll can elect, more than there are.'],
  ),
  'way-unfit': problem(
    422,
    ['这样投不了', '这套规则或名册不支持这种投票方式，请换一种。'],
    ['It cannot be voted on like this', 'The rule or the list does not allow this way of voting: choose another.'],
  ),
  'secret-on-paper': problem(
    422,
    ['无记名投票只用纸票', '请用纸票，由两个人计票后填数。'],
    ['A secret vote is on paper', 'Use paper, and let two persons count it.'],
  ),
  'poll-not-open': problem(
    409,
    ['现在不收票', '表决还没开始，或已经截止。'],
    ['No ballots are taken now', 'The poll has not opened yet, or is over.'],
  ),
  'poll-ended': problem(
    409,
    ['这次表决已经结束', '有了结果或已撤回，不能再改。要重新表决，请另开一次。'],
    ['This poll is over', 'It has its result, or was withdrawn. To vote again, begin another.'],
  ),
  'choice-unfit': problem(
    422,
    ['这样选不算', '请按题目要求选：只能选一个的，别多选。'],
    ['That is not a valid choice', 'Choose as the question asks, and no more than it allows.'],
  ),
  'option-unknown': problem(
    422,
    ['有一项不在选项里', '请刷新页面，按页面上的选项重新选。'],
    ['One of these is no option', 'Load the page again and choose among what it shows.'],
  ),
  'rank-twice': problem(
    422,
    ['同一个选项排了两次', '每个选项只能占一个名次，请改掉其中一个。'],
    ['One option stands in two places', 'Each option can have one place only: change one of them.'],
  ),
  'too-many-marks': problem(
    422,
    ['选多了', '这道题限定了最多选几个，请去掉几个。'],
    ['Too many marks', 'The question says how many may be chosen at most: take some away.'],
  ),
  'score-out-of-range': problem(
    422,
    ['分数超出了范围', '请按题目写的分数打，从 0 分到满分，只打整数。'],
    ['Points out of range', 'Give whole points from 0 to the highest that the question names.'],
  ),
  'question-changed': problem(
    409,
    ['题目和您看到的不一样了', '请重新打开这一页，看清题目再投。刚才的没有记下。'],
    ['The question is not the one you read', 'Open the page again and read it before you vote. Nothing was recorded.'],
  ),
  'ballot-stands': problem(
    409,
    ['原来的票有效', '按这次表决写明的规则，先投的那张票算数，不能再改。'],
    ['The first ballot holds', 'By the declared rule of this poll it cannot be replaced.'],
  ),
  'electorate-unfit': problem(
    422,
    ['名册和规则对不上', '业主表决要按户建名册，其他表决按人；请换名册或换规则。'],
    ['The list does not fit the rule', 'Owners vote by units, others by people: change the list or the rule.'],
  ),
  'assembly-missing': problem(
    422,
    ['业主表决还缺安排', '请填上事项、召集人、表决起止时间和未反馈票怎么算。'],
    [
      'The assembly is not planned yet',
      'Say what it is about, who calls it, from when to when, and how silence counts.',
    ],
  ),
  'law-not-kept': problem(
    409,
    ['这样表决不合规定', '请看草案旁的核对表，把没有满足的一项改好再发公告。'],
    ['The law asks for more', 'See the checks beside the draft, and mend the one that does not hold.'],
  ),
  'notice-unfit': problem(
    409,
    ['公告对不上', '先把公告挂满天数：会前公告要在开始表决前到期，结果公示的天数按规则来。'],
    [
      'The notice does not fit',
      'It has to hang its full time: before the opening the one with the agenda, afterwards the one with the result.',
    ],
  ),
  'poll-too-early': problem(
    409,
    ['还没到开始的时间', '公告上写了开始时间，请到那时再开始。'],
    ['Too early', 'The notice says when it opens: wait until then.'],
  ),
  'objections-open': problem(
    409,
    ['还有异议没有了结', '公告没到期，或有异议没有答复；都了结了再往下走。'],
    ['Objections are still open', 'The notice still hangs, or an objection waits for its answer: close these first.'],
  ),
  'no-extension': problem(
    409,
    ['不能再延长', '只能按规则事先写明的次数，在截止前延长。'],
    ['It cannot be extended', 'Only as often as the rule declares, and only before the end.'],
  ),
  'poll-running': problem(
    409,
    ['表决还没截止', '到了公告的截止时间才能清点。'],
    ['It still runs', 'Counting begins at the end that the notice declared.'],
  ),
} as const satisfies Problems

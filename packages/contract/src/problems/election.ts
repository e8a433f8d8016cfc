// What is refused about secret elections: their roll, their register, and the counting of their boxes.
import { type Problems, problem } from './entry.ts'

export const electionProblems = {
  'election-unknown': problem(
    404,
    ['没有找到这次选举', '请核对链接，或从选举列表重新打开。'],
    ['No such election', 'Check the link, or open it again from the list.'],
  ),
  'not-your-election': problem(
    403,
    ['这次选举不归您操作', '由居委会（村委会）或党组织主持，由指定的工作人员发票、计票。'],
    ['Not yours to run', 'The committee runs it; appointed tellers give out ballots and count.'],
  ),
  'election-law-unknown': problem(
    422,
    ['没有这套选举办法', '请从列表里选一套。'],
    ['No such election rules', 'Choose one from the list.'],
  ),
  'election-law-not-in-force': problem(
    409,
    ['这套办法在投票那天不施行', '请换一套，或改投票日。'],
    ['Not in force on that day', 'Choose other rules, or another day.'],
  ),
  'candidates-twice': problem(
    422,
    ['有两位候选人同名', '请加上区分的字，别让人选错。'],
    ['Two candidates have the same name', 'Add what tells them apart.'],
  ),
  'posts-twice': problem(
    422,
    ['职务名称不清楚', '有几项职务时，每项都要有名称，并且不能重名。'],
    ['The posts cannot be told apart', 'Where there are several, each has a name of its own.'],
  ),
  'boxes-twice': problem(
    422,
    ['有两个票箱同名', '请改掉一个。'],
    ['Two boxes have the same name', 'Change one of them.'],
  ),
  'posts-missing': problem(
    422,
    ['还没写选哪些职务', '至少写一项职务和它的候选人。'],
    ['No post is named', 'Name a post at least, with those who stand for it.'],
  ),
  'too-few-candidates': problem(
    422,
    ['候选人不够', '每项职务的候选人都要多于应选人数（差额选举）。请回到草稿补上候选人，再公布名单。'],
    [
      'Too few candidates',
      'For each post more have to stand than are elected: add candidates to the draft, then publish.',
    ],
  ),
  'roll-too-late': problem(
    409,
    ['名单公布得太晚', '选民名单要在投票日前公布够天数。请把投票日往后排。'],
    ['The roll is too late', 'It hangs for a number of days before the vote: choose a later day.'],
  ),
  'roll-empty': problem(422, ['名单是空的', '请先填选民名单。'], ['The roll is empty', 'Enter the voters first.']),
  'roll-twice': problem(
    422,
    ['有人在名单里出现了两次', '一个人只登记一次，请去掉重复的。'],
    ['Somebody stands on the roll twice', 'Everybody is registered once: remove the second entry.'],
  ),
  'objection-too-late': problem(
    409,
    ['申诉期已过', '对名单有意见，要在公布后规定的天数内提出。'],
    ['The time to object is over', 'Objections to the roll are taken for a number of days after it is published.'],
  ),
  'correction-too-late': problem(
    409,
    ['投票日当天起不能再改名单', '名单改到投票日前一天为止；今天有争议的，请记下来，交选举委员会当场决定。'],
    [
      'The roll is not corrected on the day of the vote',
      'It could be until the day before. Note what is disputed today, and let the election committee decide on the spot.',
    ],
  ),
  'roll-objection-unknown': problem(404, ['没有这条申诉', '请刷新再看。'], ['No such objection', 'Reload the page.']),
  'objection-ruled': problem(
    409,
    ['这条申诉已经答复', '不能重复处理。'],
    ['Already ruled on', 'It cannot be ruled on twice.'],
  ),
  'objections-unruled': problem(
    409,
    ['还有申诉没有答复', '先逐条处理申诉，再开始投票。'],
    ['Objections wait for a ruling', 'Rule on each of them before the vote begins.'],
  ),
  'election-too-early': problem(
    409,
    ['还没到投票日', '到公布的投票日才能开始。'],
    ['It is not the day yet', 'Voting begins on the day that was announced.'],
  ),
  'voter-struck': problem(
    409,
    ['这位已从名单里去掉', '不能领票。'],
    ['Struck from the roll', 'No ballot is given out.'],
  ),
  'ballot-taken': problem(
    409,
    ['这位已经领过票', '一人一票，不能再领。'],
    ['A ballot was given out already', 'One person, one ballot.'],
  ),
  'proxy-not-allowed': problem(
    422,
    ['不能这样委托', '受托人要在名单上，自己没有委托别人；有的选举不接受委托。'],
    ['Not a possible proxy', 'The holder is on the roll and has no proxy of their own; some elections know none.'],
  ),
  'proxy-too-late': problem(
    409,
    ['办委托太晚了', '委托要在投票日前规定的天数办好，当场不能办。'],
    ['Too late for a proxy', 'Proxies are arranged a number of days before the vote, never on the spot.'],
  ),
  'proxy-is-candidate': problem(
    422,
    ['候选人不能接受委托', '受托人这次是候选人，请另外委托一位近亲属。'],
    ['Nobody who stands may be a proxy', 'The holder is a candidate of this vote: arrange somebody else.'],
  ),
  'proxy-votes': problem(
    409,
    ['已经委托别人代投', '由受托人来领票。'],
    ['Somebody votes for them', 'The proxy takes the ballot.'],
  ),
  'box-unknown': problem(404, ['没有这个票箱', '请刷新再看。'], ['No such box', 'Reload the page.']),
  'box-settled': problem(
    409,
    ['这个票箱已经计好', '两个人的数一致，不再改。'],
    ['This box is settled', 'Two counts agree; it does not change any more.'],
  ),
  'box-incomplete': problem(
    422,
    ['数还没填齐', '每项职务、每位候选人都要填，没有的填 0。'],
    ['Some figures are missing', 'Enter a number for every candidate of every post; 0 where there are none.'],
  ),
  'box-impossible': problem(
    422,
    [
      '这些数对不上',
      '每项职务里：得票不能比有效票多；选上的人次（含另选）不能超过“有效票×应选人数”，也不能比有效票少。请再点一遍。',
    ],
    [
      'These figures cannot be true',
      'In each post nobody has more votes than there are valid ballots, and marks, with written names, lie between the valid ballots and that times the seats.',
    ],
  ),
  'written-not-allowed': problem(
    422,
    ['这次不能另选他人', '只数票上的候选人；写了别人名字的，这一项按无效计。'],
    ['No names are written in here', 'Count those on the ballot; a section with another name is void.'],
  ),
  'written-listed': problem(
    422,
    ['另选的人里有候选人', '票上已有这个名字，请加到候选人的票数里。'],
    ['A candidate is among the written names', 'Add these to the votes of the candidate.'],
  ),
  'box-named-twice': problem(
    422,
    [
      '同一个人的票比有效票还多',
      '这次高职务的得票可以下加：一张票上同一个人选了几项职务的，只计最高的一项。请再点一遍。',
    ],
    [
      'Somebody has more votes than there are ballots',
      'Votes are added downwards here: a ballot that names somebody for several posts counts for the highest alone. Count again.',
    ],
  ),
  'written-unknown': problem(
    409,
    ['另选的人里没有这个名字', '请刷新再看。'],
    ['Nobody of that name was written in', 'Reload the page.'],
  ),
  'written-twice': problem(
    422,
    ['同一个名字写了两行', '写法一样的是同一个人，请合成一行。'],
    ['One name stands on two lines', 'What is spelt the same is one person: put them together.'],
  ),
  'double-unknown': problem(
    409,
    ['这位没有当选这几项职务', '请刷新再看。'],
    ['Not elected to these posts', 'Reload the page.'],
  ),
  'next-vote-past': problem(
    422,
    ['这一天已经过了', '请选今天或以后的日子。'],
    ['That day is over', 'Choose today or a later day.'],
  ),
  'next-vote-too-late': problem(
    422,
    ['这一天太晚了', '选举办法定了几天之内再投，请选期限以内的日子。'],
    ['That day is too late', 'The election rules say within how many days: choose a day in that time.'],
  ),
  'next-vote-unfixed': problem(
    409,
    ['还没定哪天再投', '先定日子和地点，让大家都知道，再开始投票。'],
    ['The day of the next vote is not fixed', 'Fix its day and place first, so that everybody hears of it.'],
  ),
  'nobody-stands': problem(
    409,
    ['没有人可以再选', '没当选的人里没有候选人了。请写明原因，结束这次选举，另行补选。'],
    [
      'Nobody is left to stand',
      'Nobody who was not elected is left: end the election with a reason, and hold another.',
    ],
  ),
  'box-too-small': problem(
    409,
    ['这箱票太少', '票太少容易猜出谁投了谁：先混进另一个票箱一起数，这一箱填 0。'],
    ['Too few ballots in this box', 'A choice could be guessed: mix them into another box, and enter 0 here.'],
  ),
  'committee-even': problem(
    422,
    ['委员会要单数', '业委会人数是单数，请改委员总数。'],
    ['A committee is odd', 'An owners’ committee has an odd number of members: change the number.'],
  ),
  'no-open-seat': problem(
    422,
    ['没有空的席位', '在任人数要少于委员总数，才有席位可选。'],
    ['No seat is open', 'Fewer must sit already than the committee has seats.'],
  ),
  'too-few-sit': problem(
    422,
    ['在任的不到一半', '在任委员过半才能补选；不到一半的，要提前换届，全部重新选。'],
    [
      'Too few still sit',
      'A by-election needs more than half still in office; otherwise the whole committee is elected anew.',
    ],
  ),
  'again-unfit': problem(
    409,
    [
      '再投一次要接着上次的结果',
      '上次要先有定局，席位数和候选人要和上次余下的一致；同一批空席只再投一次，已经另有一次的，请到那一次里办。',
    ],
    [
      'It does not follow from the ballot before',
      'That one has to be decided first; seats and names are those that it left over, and they are voted on once: if a ballot for them stands already, go on there.',
    ],
  ),
} as const satisfies Problems

// What is refused about draws, their pools, their sources and the objections to them.
import { type Problems, problem } from './entry.ts'

export const drawProblems = {
  'draw-unknown': problem(
    404,
    ['没有找到这次抽签', '请核对链接，或从事项页面重新打开。'],
    ['No such draw', 'Check the link, or open it again from its matter.'],
  ),
  'draw-not-made': problem(
    409,
    ['还没有抽', '号源都公布以后，当场出结果，到时再来核对。'],
    ['Not drawn yet', 'The result is there as soon as all sources are known: come back to check it then.'],
  ),
  'pool-too-small': problem(
    422,
    ['签太少了', '至少要有两支签才用得着抽。'],
    ['Too few lots', 'There must be at least two to draw from.'],
  ),
  'lot-twice': problem(
    422,
    ['有两支签一样', '每支签只能出现一次，请改掉其中一支。'],
    ['A lot is there twice', 'Each lot may stand in a pool once: change one of them.'],
  ),
  'count-exceeds-pool': problem(
    422,
    ['抽的个数不对', '至少抽一支，最多抽到签池抽完。'],
    ['That many cannot be drawn', 'Draw at least one, and no more than the pool holds.'],
  ),
  'rounds-differ': problem(
    422,
    ['几轮抽的个数不一样', '先抽顺序、再抽地块，每轮抽出的个数要相同。'],
    ['The rounds differ', 'Every round must draw as many as the others: each turn gets one of each.'],
  ),
  'source-unfit': problem(
    422,
    ['号源写得不对', '请核对号码的个数和范围，至少要有一个号源。'],
    ['The source does not fit', 'Check how many numbers it gives and between which; at least one source is needed.'],
  ),
  'source-moment-passed': problem(
    409,
    ['公布号码的时间太近或已经过了', '要在号码出来之前至少 5 分钟公告，请改到更晚的一期。'],
    [
      'Too late for this source',
      'A draw is announced at least five minutes before its numbers are known: choose a later one.',
    ],
  ),
  'sources-too-weak': problem(
    422,
    ['号源不够用', '号码的变化比可能的结果还少，抽不公平。请多掷几次骰子，或再加一个号源。'],
    [
      'The sources are too weak',
      'They can fall in fewer ways than the draw can end, which is not fair. Throw more dice, or add a source.',
    ],
  ),
  'source-unknown': problem(
    422,
    ['没有这个号源', '请按公告里的号源来填。'],
    ['No such source', 'Enter what was announced as a source.'],
  ),
  'source-not-out-yet': problem(
    409,
    ['还没到时间', '要等公告写明的时间到了才能填号码。'],
    ['Not out yet', 'What a source came to is entered only from its announced moment on.'],
  ),
  'source-known-already': problem(
    409,
    ['这个号源已经定了', '两个人填的一致，不能再改。有不同意见，请提异议。'],
    ['Known already', 'Two people said the same, and it cannot be changed. Whoever disagrees can object.'],
  ),
  'outcome-unfit': problem(
    422,
    ['号码填得不对', '请核对号码的个数和范围，您填的还在。'],
    ['These numbers cannot be', 'Check how many there are and between which; what you entered is still here.'],
  ),
  'signature-wrong': problem(
    422,
    ['验不过这一期的签名', '请核对期号，把 signature 一栏完整粘贴过来。'],
    ['Not the signature of that round', 'Check the round, and paste the whole field "signature".'],
  ),
  'announcement-altered': problem(
    409,
    ['公告和原来的不一样了', '签池或号源在公告之后被改动过，不能抽。请联系管理员，并重新公告。'],
    [
      'The announcement is not what it was',
      'Its pool or sources were changed after it was published: nothing is drawn from it. Tell whoever runs this house, and announce anew.',
    ],
  ),
  'draw-is-made': problem(
    409,
    ['已经抽出来了', '结果不能由人撤掉。认为有问题的，请提异议，由另一个人答复。'],
    ['It has been drawn', 'Nobody takes a result back. Whoever sees a fault objects, and somebody else answers.'],
  ),
  'another-person-needed': problem(
    409,
    ['还要另一个人来', '号码要两个人各填一遍，异议也不能由提的人自己答复。请换一位。'],
    ['Somebody else is needed', 'Two persons say what a source came to, and nobody answers their own objection.'],
  ),
  'objections-closed': problem(
    409,
    ['提异议的时间已经过了', '有话要说，可以向居委会反映。'],
    ['The days for objections are over', 'Please tell the committee what you have to say.'],
  ),
  'draw-objections-open': problem(
    409,
    ['提异议的时间还没过', '到期以后结果自动生效。'],
    ['Objections are still open', 'The result settles by itself once their days are over.'],
  ),
  'draw-objected-already': problem(
    409,
    ['您已经提过了', '每人对一次抽签提一次异议，答复会写在抽签的页面上。'],
    ['You have objected already', 'Each person objects once to a draw; the answer will stand on its page.'],
  ),
  'draw-objection-unknown': problem(
    404,
    ['没有找到这条异议', '它可能已经答复过了，请刷新再看。'],
    ['No such objection', 'It may have been answered meanwhile: reload and look again.'],
  ),
} as const satisfies Problems

// What is refused about counting a poll, and about what only people who count hands may be asked.
import { type Problems, problem } from './entry.ts'

export const pollCountProblems = {
  'hands-cannot-rank': problem(
    422,
    [
      '举手排不了先后，也打不了分',
      '举手只看得出“行”还是“不行”。请改成“觉得行的都举手”或每人限举几次，当场点；一定要排先后、打分，就从事项里发起一次表决，大家用手机或纸票投。',
    ],
    [
      'Hands show no order and no points',
      'A hand says yes to one option. Ask for hands for each option that is found good, or for so many each; to rank or score, begin a poll from the matter, by phone and on paper.',
    ],
  ),
  'counts-incomplete': problem(
    422,
    ['数还没填齐', '请把到会人数和每一项的票数都填上，没有的填 0。'],
    ['Some figures are missing', 'Enter who was present and the votes for every choice; 0 where there are none.'],
  ),
  'counts-exceed-present': problem(
    422,
    ['票数比到会的人还多', '几项相加不能超过到会人数。请再点一遍，您填的数都还在。'],
    [
      'More votes than people present',
      'The votes add up to more than were there: count again. What you entered is still here.',
    ],
  ),
  'counts-exceed-marks': problem(
    422,
    [
      '举手（打勾）的总数比能有的还多',
      '各项加起来，不能超过举过手（选过）的人数乘以每人最多几次。请再点一遍，您填的数都还在。',
    ],
    [
      'More hands or marks than there can be',
      'All options together have at most as many as those who named any, times how many each may name: count again. What you entered is still here.',
    ],
  ),
  'counts-exceed-electorate': problem(
    422,
    ['数比名册上的还多', '到会人数和票数都不能超过名册总数。请再点一遍，您填的数都还在。'],
    [
      'More than the list has',
      'Neither those present nor the votes can exceed the list: count again. What you entered is still here.',
    ],
  ),
  'second-person-needed': problem(
    409,
    ['还要另一个人来核', '计票要两个人分别点、数对得上才算。请换一位来填。'],
    ['A second person is needed', 'Two different persons have to come to the same figures: let somebody else count.'],
  ),
} as const satisfies Problems

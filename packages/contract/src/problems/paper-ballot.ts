// What is refused about paper ballots: clear words, for somebody with a sheet in their hand.
import { type Problems, problem } from './entry.ts'

export const paperBallotProblems = {
  'paper-code-wrong': problem(
    422,
    [
      '认不出这张票',
      '票号或校验码对不上，不是本次印发的票。请对着票再输一遍；还是不行，把票另放，交负责人核查，不要录入。',
    ],
    [
      'This sheet is not one of ours',
      'Its number and seal do not match. Type it again; if it still fails, put the sheet aside for whoever is in charge and enter nothing.',
    ],
  ),
  'paper-of-another-poll': problem(
    409,
    ['这是另一次表决的票', '请到那次表决的页面去登记。'],
    ['A ballot of another poll', 'Enter it on the page of that poll.'],
  ),
  'paper-replaced': problem(
    409,
    ['这张票已经作废', '这一户补领过新票，只有最后一张算数。请把旧票另放存档。'],
    ['This sheet is void', 'The unit was given a new one, and only the last counts. Keep the old sheet apart.'],
  ),
  'marks-incomplete': problem(
    422,
    ['还有题目没录', '票上每一题都要录：没勾的录“弃权”或“无效”，按规则来。'],
    [
      'Some questions are not entered',
      'Enter every question of the sheet; one without a mark is entered as the rule says.',
    ],
  ),
  'paper-unsigned': problem(
    422,
    ['没有签名，只能记作废票', '请选“废票”；票本身要留存。'],
    ['Not signed: it is invalid', 'Choose “invalid”, and keep the sheet.'],
  ),
  'paper-not-back': problem(
    409,
    ['先登记收回，再录入', '请先在这张票上点“登记收回”。'],
    ['Not registered as returned', 'Register its return first, then read it.'],
  ),
  'pages-missing': problem(
    422,
    [
      '这张票缺页',
      '同一张票的各页号码相同，页脚写着第几页、共几页。请先找齐；找不齐的，这张先不登记，补领一张新票，或请业主用手机投。',
    ],
    [
      'A page of this sheet is missing',
      'All pages carry the same number, and each says which of how many it is. Look for it first; if it is lost, register nothing, print a new sheet, or ask the owner to vote on the phone.',
    ],
  ),
  'paper-unfit': problem(
    409,
    ['这次表决不用签名纸票', '签名纸票用于按户的表决，和居民排序、打分、勾选的表决；举手或无记名的另行计票。'],
    [
      'No signed sheets in this poll',
      'They are for votes by homes, and for residents who rank, score or tick; hands and secret votes are counted otherwise.',
    ],
  ),
  'two-collectors-needed': problem(
    422,
    ['上门收票要两个人', '请写上同去的人，并拍下签好名的票。'],
    ['Two collect at the door', 'Name who went with you, and take a photo of the signed sheet.'],
  ),
  'proof-incomplete': problem(
    422,
    ['送达凭据没填全', '当面交的写签收人，邮寄的写单号，公告的写张贴处；放在门口的不算已告知。'],
    [
      'The proof is not complete',
      'Name who took it, the number of the letter, or where the notice hangs. Left at a door, nobody was told.',
    ],
  ),
  'no-proxy': problem(
    422,
    ['没有登记委托', '别人代签的票，要先登记业主的书面委托。'],
    ['No proxy on file', 'A sheet that another has signed needs the owner’s written proxy first.'],
  ),
  'proxy-full': problem(
    409,
    ['这个人代的户数满了', '一个人最多代三户，请业主另托一位，或自己来投。'],
    ['This person stands for enough units', 'One person stands for three units at most: name somebody else.'],
  ),
  'proxy-barred': problem(
    409,
    ['物业的人不能受托', '请业主另托一位，或自己来投。'],
    ['Not for the property company', 'Its staff may not be proxies: name somebody else.'],
  ),
  'proxy-unfit': problem(
    409,
    ['这次不用委托', '家里哪位大人填了签名都行；书面委托只用于业主表决。'],
    ['No proxy is needed here', 'Any adult of the home may fill it in and sign; proxies are for owners’ votes.'],
  ),
  'proxy-stands': problem(
    409,
    ['这一户已有受托人', '要换人，请先撤销原来的委托。'],
    ['A proxy stands already', 'Revoke it first to name another.'],
  ),
  'two-witnesses-needed': problem(
    422,
    ['代写要两个见证人', '请写上代写人和两位见证人，三个人不能重复。'],
    ['Two witnesses are needed', 'Name the helper and two others who saw it; three different people.'],
  ),
  'checked-in-already': problem(
    409,
    ['这一户已经签到', '会场里已有人代表这一户，不再重复发票。'],
    ['Checked in already', 'Somebody is in the hall for this unit; no second sheet is handed out.'],
  ),
  'third-person-needed': problem(
    409,
    ['要请第三个人定', '两遍录入不一致，录过的人不能再定；请换一位对着原票来定。'],
    [
      'A third person decides',
      'The two readings differ: somebody who has not read it decides, with the sheet in hand.',
    ],
  ),
  'two-readers-needed': problem(
    409,
    ['纸票要两个人分别录', '收回的签名票请到“纸票”页登记，由两个人分别录入。'],
    ['Paper is read by two', 'Enter signed sheets under “Paper ballots”, where two people read each of them.'],
  ),
  'pdf-unreadable': problem(
    422,
    ['这个 PDF 打不开', '有的页可能坏了：请重新扫描，或者逐张拍照上传。前面已经收下的不会丢，再传一遍也不会重复。'],
    [
      'This PDF cannot be read',
      'A page may be damaged: scan it again, or send photographs one by one. What was taken stays, and is not taken twice.',
    ],
  ),
  'pdf-locked': problem(
    422,
    ['这个 PDF 加了密码', '请在扫描时不要设密码，再传一次。'],
    ['This PDF has a password', 'Scan it again without one.'],
  ),
  'pdf-too-long': problem(
    422,
    ['这个 PDF 页数太多', '一次最多 100 页，请分几份传。'],
    ['This PDF is too long', 'At most 100 pages at once: send it in parts.'],
  ),
  'pdf-too-large': problem(
    413,
    ['这个文件太大', '一份不超过 60 兆：请分几份传，或者扫成 200 dpi 的黑白。'],
    ['This file is too large', 'At most 60 MB: send it in parts, or scan at 200 dpi in black and white.'],
  ),
} as const satisfies Problems

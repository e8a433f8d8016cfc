// What the desk is told where one person stood on a list twice and had voted with both rows, with what to do.
import type { VotedTwice } from '@yishi/contract/same-person'
import { type Language, dictionary } from './dictionary.ts'

const words = dictionary(
  {
    title: '有人占了两行，投了两票',
    body: ({ title, counts, other }: VotedTwice) =>
      `“${title}”的名单上，${counts}和${other}是同一个人，核对身份以前两行都投过。先投的（${counts}）那一票算数，另一票留着，不计入结果。请告诉本人；本人想改，登录后在投票页上改，或由您在${counts}那一行登记。`,
    late: ({ title, counts, other }: VotedTwice) =>
      `“${title}”的名单上，${counts}和${other}是同一个人，两行都投过，结果出来以后才发现，两票都计进了结果。请看一票之差会不会改变结果：不会，记一笔就行；会，请和党总支商量，重投一次并公告原因。`,
  },
  {
    title: 'One person voted with two rows',
    body: ({ title, counts, other }) =>
      `On the list of “${title}”, ${counts} and ${other} are one person, and both rows had voted before that was known. The first ballot (${counts}) counts; the other is kept and does not. Please tell the person: they may change the ballot on the page of the vote, or you may note another for ${counts}.`,
    late: ({ title, counts, other }) =>
      `On the list of “${title}”, ${counts} and ${other} are one person and both rows had voted. This was found after the result, which has both ballots. Please see whether one vote could change it: if not, make a note; if so, agree with the party branch on voting again, and say why in public.`,
  },
)

export const votedTwiceSentence = (
  told: VotedTwice,
  lang: Language,
): { readonly title: string; readonly body: string } => ({
  title: words[lang].title,
  body: words[lang][told.late ? 'late' : 'body'](told),
})

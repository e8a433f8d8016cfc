// Samples of what is said aloud and what is said for a neighbour: the same pages with a recording, a consent, a helper.
import type { FollowView, StoryItem } from '@yishi/contract/matter'
import type { Pages } from '@yishi/contract/pages'

type Variants<Key extends keyof Pages> = Readonly<Record<string, Pages[Key]>>

const KEPT = { id: 'rec_kept', seconds: 41 }
const HELP = { unit: '3 号楼 501 室', way: 'on-paper', agreed: false, paper: 'pho_paper', problems: {} } as const

export const spokenPlaces = (place: Pages['place']): Variants<'place'> => ({
  recorded: { ...place, draft: { ...place.draft, recording: KEPT }, problems: { phone: 'not-a-phone' } },
  'not-a-recording': {
    ...place,
    draft: { ...place.draft, text: '电梯关门的时候咣当一声' },
    problems: { recording: 'not-a-recording' },
  },
  'nothing-said': { ...place, problems: { text: 'nothing-said' } },
  help: { ...place, help: { unit: '', way: null, agreed: false, paper: null, problems: {} } },
  'help-wrong': {
    ...place,
    draft: { ...place.draft, text: '阿婆家马桶漏水' },
    problems: { name: 'missing' },
    help: { ...HELP, problems: { agreed: 'consent-missing', way: 'missing' } },
  },
})

const spoken = (item: StoryItem): StoryItem =>
  item.type === 'MatterRaised' ? { ...item, photos: [], recording: KEPT, facts: { byHelper: true } } : item

const consent = (at: string): StoryItem => ({
  at,
  type: 'ConsentGiven',
  by: { name: '陈建国', party: null },
  text: null,
  stage: null,
  outcome: null,
  photos: [],
  figures: [],
  facts: { way: 'in-person', byHelper: true },
})

const helped = (view: FollowView): FollowView => ({
  ...view,
  title: '语音上报 · 3 号楼二单元（待转写）',
  text: '',
  photos: [],
  story: view.story.flatMap((item) => (item.type === 'MatterRaised' ? [spoken(item), consent(item.at)] : [item])),
  helper: '陈建国',
  may: { ...view.may, withdraw: true },
})

export const spokenFollows = (follow: Pages['follow']): Variants<'follow'> => ({
  helped: { ...follow, view: helped(follow.view) },
  'as-helper': { ...follow, at: '/help/mat_lamp', view: helped(follow.view), said: 'raised-for' },
  'remark-recorded': {
    ...follow,
    draft: { form: 'remark', score: null, text: '', kept: [], recording: KEPT, problems: { photos: 'not-a-photo' } },
  },
})

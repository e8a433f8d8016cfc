// The plan of a made-up assembly of owners, as its pages show it.
import type { PollPage } from '@yishi/contract/poll-page'

export const assemblyPlan: NonNullable<PollPage['assembly']> = {
  topic: 'property-company',
  scope: { kind: 'compound', path: 'CX', name: '翠鑫苑', uses: ['flat', 'shop'], zones: 'zone' },
  regime: 'strict',
  basis: '',
  caller: 'owners-committee',
  reelection: false,
  opensAt: '2026-11-20T01:00:00.000Z',
  closesAt: '2026-12-04T10:00:00.000Z',
  notice: 'ntc_assembly',
  extensions: 0,
  resultNotice: null,
  preparation: {
    told: '11月1日书面告知房管所和居委会，均无异议。',
    paper: '翠鑫苑物业服务处（9:00–18:00）',
    parking: '',
    proposal: null,
  },
}

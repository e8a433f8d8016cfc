// The library of named procedures (工作法): JSON documents, read through the domain's schema once as they are loaded.
import { type Procedure, procedureSchema } from '@yishi/domain/procedure'
import dailyMatter from './procedures/daily-matter.json' with { type: 'json' }
import fivePartyTalks from './procedures/five-party-talks.json' with { type: 'json' }
import fourAffairs from './procedures/four-affairs.json' with { type: 'json' }
import fourDeliberations from './procedures/four-deliberations.json' with { type: 'json' }
import fourSteps from './procedures/four-steps.json' with { type: 'json' }
import layeredCoordination from './procedures/layered-coordination.json' with { type: 'json' }
import levelOneResponse from './procedures/level-one-response.json' with { type: 'json' }
import levelThreeResponse from './procedures/level-three-response.json' with { type: 'json' }
import levelTwoResponse from './procedures/level-two-response.json' with { type: 'json' }
import oneMatterOneTrack from './procedures/one-matter-one-track.json' with { type: 'json' }
import partyMemberHall from './procedures/party-member-hall.json' with { type: 'json' }
import threeColourList from './procedures/three-colour-list.json' with { type: 'json' }
import zhuVoices131 from './procedures/zhu-voices-131.json' with { type: 'json' }
import zhuVoicesMicro from './procedures/zhu-voices-micro.json' with { type: 'json' }

export { proceduresCatalogue } from './catalogue.ts'

/** The procedure on which every newly raised matter starts. */
export const DEFAULT_PROCEDURE = 'daily-matter'

const DOCUMENTS: readonly unknown[] = [
  dailyMatter,
  oneMatterOneTrack,
  levelOneResponse,
  levelTwoResponse,
  levelThreeResponse,
  fourAffairs,
  threeColourList,
  zhuVoicesMicro,
  zhuVoices131,
  fivePartyTalks,
  partyMemberHall,
  fourDeliberations,
  fourSteps,
  layeredCoordination,
]

export const PROCEDURES: readonly Procedure[] = DOCUMENTS.map((document) => procedureSchema.parse(document))

export const procedureByKey = (key: string): Procedure | null =>
  PROCEDURES.find((procedure) => procedure.key === key) ?? null

// From what the contract lets people ask of a project to the commands of the domain.
import type { ProjectCommandName, StartProject, projectCommandSchemas } from '@yishi/contract/project'
import type { PartyId, PhotoId, ProjectId, Refused } from '@yishi/domain/kernel'
import { refuse } from '@yishi/domain/kernel'
import type { ProjectCommand } from '@yishi/domain/project'
import type { z } from 'zod'
import type { Transaction } from '../../kernel/database/tables.ts'
import type { Subject } from '../../kernel/store.ts'
import { lockMatter } from '../matter/index.ts'
import { knowsPhotos } from '../photo/index.ts'

export type ProjectAskRefusal = 'party-unknown' | 'photo-unknown' | 'project-unknown'
type Body<Name extends ProjectCommandName> = z.output<(typeof projectCommandSchemas)[Name]>

const isParty = async (trx: Transaction, community: Subject['community'], party: string): Promise<boolean> => {
  const row = await trx
    .selectFrom('party')
    .select('party_id')
    .where('community_id', '=', community)
    .where('party_id', '=', party as PartyId)
    .executeTakeFirst()
  return row !== undefined
}

/** The matter is locked as it is read: it cannot leave its stage before the project stands. */
export const askStart = async (
  trx: Transaction,
  { matter: subject, id }: { readonly matter: Subject; readonly id: ProjectId },
  body: StartProject,
): Promise<ProjectCommand | Refused<ProjectAskRefusal>> => {
  const matter = await lockMatter(trx, subject)
  if (!(await isParty(trx, subject.community, body.party))) return refuse('party-unknown')
  if (!(await knowsPhotos(trx, subject.community, body.photos))) return refuse('photo-unknown')
  return { type: 'StartProject', id, matter, ...withPhotos(body), party: body.party as PartyId }
}

const withPhotos = <B extends { readonly photos: readonly string[] }>(body: B) => ({
  ...body,
  photos: body.photos as readonly PhotoId[],
})

const commands: { readonly [Name in ProjectCommandName]: (body: Body<Name>) => ProjectCommand } = {
  report: (body) => ({ type: 'ReportMilestone', ...withPhotos(body) }),
  claim: (body) => ({ type: 'ClaimMilestone', ...withPhotos(body) }),
  accept: (body) => ({ type: 'AcceptMilestone', ...body }),
  fault: (body) => ({ type: 'FaultMilestone', ...withPhotos(body) }),
  move: (body) => ({ type: 'MoveMilestone', ...body }),
  stop: (body) => ({ type: 'StopProject', ...body }),
}

export const askProject = async (
  trx: Transaction,
  { community }: Subject,
  name: ProjectCommandName,
  body: object,
): Promise<ProjectCommand | Refused<ProjectAskRefusal>> => {
  const photos = 'photos' in body ? (body.photos as readonly string[]) : []
  if (!(await knowsPhotos(trx, community, photos))) return refuse('photo-unknown')
  return (commands[name] as (body: object) => ProjectCommand)(body)
}

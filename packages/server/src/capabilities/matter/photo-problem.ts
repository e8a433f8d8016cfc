// Why photos were refused, as what a form says beside its photos.
import type { FieldProblem } from '@yishi/contract/pages'
import type { Refused } from '@yishi/domain/kernel'
import type { PhotoRefusal } from '../photo/index.ts'

export const photoProblem = ({ refused }: Refused<PhotoRefusal>): FieldProblem => refused

// What can be wrong with a field of a form, as its page tells it.

export const FIELD_PROBLEMS = [
  'missing',
  'nothing-said',
  'not-a-recording',
  'recording-too-large',
  'recording-too-long',
  'consent-missing',
  'too-long',
  'too-short',
  'malformed',
  'not-a-phone',
  'not-a-photo',
  'photo-too-large',
  'too-many-photos',
  'disk-full',
  'wrong-code',
  'code-over',
  'too-often',
  'wrong-password',
  'weak-password',
  'taken',
  'seat-taken',
  'signed-in-already',
  'wrong-door-code',
] as const
export type FieldProblem = (typeof FIELD_PROBLEMS)[number]
export type FieldProblems<Field extends string> = { readonly [F in Field]?: FieldProblem | undefined }

// What a problem is: its status, and in each language a title and a sentence that says what to do.

type Words = { readonly title: string; readonly detail: string }
export type ProblemEntry = { readonly status: number; readonly zh: Words; readonly en: Words }
export type Problems = Readonly<Record<string, ProblemEntry>>

export const problem = (
  status: number,
  zh: readonly [title: string, detail: string],
  en: readonly [title: string, detail: string],
): ProblemEntry => ({
  status,
  zh: { title: zh[0], detail: zh[1] },
  en: { title: en[0], detail: en[1] },
})

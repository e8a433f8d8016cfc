// The languages in which everything can be read; Chinese is the one in which the house speaks.

export const LANGUAGES = ['zh', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

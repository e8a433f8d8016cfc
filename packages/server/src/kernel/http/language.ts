// How somebody wants to read: the language and large type that they chose, else what the browser prefers, else Chinese.
import { LANGUAGES, type Language } from '@yishi/domain/kernel'
import type { FastifyRequest } from 'fastify'

export type Reading = { readonly lang: Language; readonly elder: boolean }

const preferred = (header: string): Language => {
  const wishes = header.split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
    const weight = parameters.find((parameter) => parameter.trim().startsWith('q='))
    return { tag: tag.trim(), weight: weight ? Number(weight.trim().slice(2)) : 1 }
  })
  const best = wishes.filter(({ tag }) => /^(?:zh|en)\b/u.test(tag)).sort((a, b) => b.weight - a.weight)[0]
  return best?.tag.startsWith('en') ? 'en' : 'zh'
}

export const readingOf = (request: FastifyRequest): Reading => {
  const { lang, elder } = request.cookies ?? {}
  return {
    lang: LANGUAGES.find((each) => each === lang) ?? preferred(request.headers['accept-language'] ?? ''),
    elder: elder === '1',
  }
}

// The reader's language: kept in the cookie `lang`, the same one that the server reads.
import { type ReactNode, createContext, use, useCallback, useEffect, useMemo, useState } from 'react'
import { type Dictionary, type Language, languageTag } from '../words/dictionary.ts'

const YEAR = 365 * 24 * 3600

export const langFromCookie = (cookie: string): Language => (/(?:^|;\s*)lang=en(?:;|$)/.test(cookie) ? 'en' : 'zh')

const LanguageContext = createContext<{ lang: Language; setLang: (lang: Language) => void }>({
  lang: 'zh',
  setLang: () => undefined,
})

export const LanguageProvider = ({ children }: { children: ReactNode }) => {
  const [lang, choose] = useState(() => langFromCookie(document.cookie))
  const setLang = useCallback((next: Language) => {
    document.cookie = `lang=${next}; path=/; max-age=${YEAR}; samesite=lax`
    choose(next)
  }, [])
  useEffect(() => {
    document.documentElement.lang = languageTag[lang]
  }, [lang])
  return <LanguageContext value={useMemo(() => ({ lang, setLang }), [lang, setLang])}>{children}</LanguageContext>
}

export const useLanguage = () => use(LanguageContext)
export const useWords = <T,>(words: Dictionary<T>): T => words[useLanguage().lang]
/** Names that come from data in both languages. */
export const useName = () => {
  const { lang } = useLanguage()
  return (names: { zh: string; en: string }) => names[lang]
}

// Which community the reader looks at: one of their own, or '' for all of them; remembered in this browser.
import { type ReactNode, createContext, use, useCallback, useMemo, useState } from 'react'
import type { Me } from '@yishi/contract/account'

const MEMORY = 'yishi.community'

type Choice = { readonly me: Me; readonly community: string; readonly choose: (community: string) => void }
const CommunityContext = createContext<Choice | null>(null)

const remembered = (me: Me): string => {
  const kept = localStorage.getItem(MEMORY) ?? ''
  if (me.communities.length === 1) return me.communities[0]!.id
  return me.communities.some(({ id }) => id === kept) ? kept : ''
}

export const CommunityProvider = ({ me, children }: { me: Me; children: ReactNode }) => {
  const [community, set] = useState(() => remembered(me))
  const choose = useCallback((next: string) => {
    localStorage.setItem(MEMORY, next)
    set(next)
  }, [])
  const choice = useMemo(() => ({ me, community, choose }), [me, community, choose])
  return <CommunityContext value={choice}>{children}</CommunityContext>
}

export const useCommunity = (): Choice => {
  const choice = use(CommunityContext)
  if (!choice) throw new Error('no community chosen: the shell is missing')
  return choice
}

/** For screens that need exactly one community: the chosen one, else the first. */
export const useOneCommunity = (): string => {
  const { me, community } = useCommunity()
  return community || (me.communities[0]?.id ?? '')
}

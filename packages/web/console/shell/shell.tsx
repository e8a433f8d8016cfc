// The frame around every screen: the dark side (on a phone: the top) with navigation, and the reader's account.
import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { Outlet } from 'react-router'
import { shellWords } from '../../words/console-shell.ts'
import { CommunityProvider, useCommunity } from '../community.tsx'
import { useWords } from '../language.tsx'
import { QuickNote } from '../note/quick-note.tsx'
import { Answered, Waiting } from '../parts/answered.tsx'
import { meQuery } from '../queries.ts'
import { Account } from './account.tsx'
import { Brand } from './brand.tsx'
import { Mishap } from './mishap.tsx'
import { Navigation } from './navigation.tsx'

const Frame = () => {
  const words = useWords(shellWords)
  const { me } = useCommunity()
  return (
    <div className="frame">
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <header className="side">
        <Brand />
        <Navigation />
        <QuickNote />
        <Account />
      </header>
      <main id="main" tabIndex={-1}>
        {me.hats.length === 0 && <p className="waiting">{words.noHats}</p>}
        <Mishap>
          <Suspense fallback={<Waiting />}>
            <Outlet />
          </Suspense>
        </Mishap>
      </main>
    </div>
  )
}

export const Shell = () => {
  const words = useWords(shellWords)
  const me = useQuery(meQuery)
  if (!me.data)
    return (
      <main className="alone">
        <h1>{words.product}</h1>
        <Answered query={me}>{() => null}</Answered>
      </main>
    )
  return (
    <CommunityProvider me={me.data}>
      <Frame />
    </CommunityProvider>
  )
}

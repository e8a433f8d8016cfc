// The service worker of patrol: its page and what that is made of, for when there is no network. It never answers for any other page.
import { KEPT, isKept } from './kept.ts'

type Extended = Event & { readonly waitUntil: (work: Promise<unknown>) => void }
type Fetched = Extended & { readonly request: Request; readonly respondWith: (answer: Promise<Response>) => void }
/** What a page's own types do not know of the worker's side. */
type Worker = {
  readonly skipWaiting: () => Promise<void>
  readonly clients: { readonly claim: () => Promise<void> }
  readonly addEventListener: <E extends Event>(name: string, react: (event: E) => void) => void
}
const worker = self as unknown as Worker

const WITHOUT_A_PAGE = `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>巡查 Patrol</title>
<h1>现在没有网络</h1><p>连上网并登录后再打开。手机上记的都还在，登录后会自己送出。</p>
<p lang="en">No network. Sign in once there is one: what this phone holds is kept and will be sent then.</p>`

const pageOf = async (request: Request): Promise<Response> => {
  const kept = await caches.open(KEPT)
  const { pathname, search } = new URL(request.url)
  try {
    const answer = await fetch(request)
    if (answer.ok && search === '') await kept.put(pathname, answer.clone())
    // The session is over: what was on the page is nobody's now.
    if (answer.type === 'opaqueredirect') await kept.delete(pathname)
    return answer
  } catch {
    const headers = { 'content-type': 'text/html; charset=utf-8' }
    return (await kept.match(pathname)) ?? new Response(WITHOUT_A_PAGE, { status: 503, headers })
  }
}

/** A name changes with its content, so what is kept under it is never stale. */
const assetOf = async (request: Request): Promise<Response> => {
  const kept = await caches.open(KEPT)
  const known = await kept.match(request)
  if (known) return known
  const answer = await fetch(request)
  if (answer.ok) await kept.put(request, answer.clone())
  return answer
}

worker.addEventListener('install', (event: Extended) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event: Extended) => event.waitUntil(worker.clients.claim()))
worker.addEventListener('fetch', (event: Fetched) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate' && isKept(pathname)) event.respondWith(pageOf(request))
  else if (pathname.startsWith('/assets/')) event.respondWith(assetOf(request))
})

// What the patrol page keeps for when there is no network is nobody's once nobody is signed in (ASVS V14.3.1); notes that wait stay.
import { KEPT } from './patrol/kept.ts'

export const forgetPatrol = (): void => {
  if ('caches' in window && 'nobody' in document.body.dataset) void caches.delete(KEPT)
}

// What is kept of a page for when there is no network is nobody's once nobody is signed in (ASVS V14.3.1); notes that wait lie elsewhere.

export const forgetPages = async (): Promise<void> => {
  if (!('caches' in window) || !('nobody' in document.body.dataset)) return
  for (const name of await caches.keys()) await caches.delete(name)
}

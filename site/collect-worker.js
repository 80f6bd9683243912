/*
 * The collector's service worker: the app itself, for flight mode, and nothing else. The build puts the list of files and
 * their version in place of two words below (collect-app.ts). A new version waits until the screens say so or every
 * page is closed; files of an earlier version stay while a page may still be running it.
 */
const version = 'VERSION'
const files = FILES
const prefix = 'kaimen-collect-'
const cacheName = prefix + version
const shell = '/collect/'

async function keep() {
  const cache = await caches.open(cacheName)
  await Promise.all(
    files.map(async (file) => {
      const response = await fetch(file, { cache: 'no-cache', credentials: 'same-origin', redirect: 'error' })
      const type = response.headers.get('content-type') || ''
      // A captive portal answers everything with its own page: that must not become the app.
      if (!response.ok || (type.startsWith('text/html') && file !== shell)) throw new Error('not ours')
      if (file === shell && !(await response.clone().text()).includes('id="collect"'))
        throw new Error('not ours')
      await cache.put(file, response)
    }),
  )
}

async function isRunning(except) {
  const windows = await clients.matchAll({ type: 'window', includeUncontrolled: true })
  return windows.some(({ id, url }) => !except.includes(id) && new URL(url).pathname.startsWith(shell))
}

/** Earlier versions go when no page but the ones just being loaded is open. */
async function tidy(except = []) {
  if (self.registration.waiting || self.registration.installing || (await isRunning(except))) return
  const names = await caches.keys()
  await Promise.all(
    names.filter((name) => name.startsWith(prefix) && name !== cacheName).map((name) => caches.delete(name)),
  )
}

async function fromShelf(request, path) {
  const own = await (await caches.open(cacheName)).match(path)
  if (own) return own
  for (const name of await caches.keys()) {
    const held = name.startsWith(prefix) && (await (await caches.open(name)).match(path))
    if (held) return held
  }
  return fetch(request)
}

self.addEventListener('install', (event) => event.waitUntil(keep()))
// The page that brought the app here is kept too: from its first visit on, an update waits for it.
self.addEventListener('activate', (event) => event.waitUntil(Promise.all([clients.claim(), tidy()])))
self.addEventListener('message', (event) => {
  if (event.data === 'apply') event.waitUntil(self.skipWaiting())
})
self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate') {
    if (pathname !== shell) return
    event.respondWith(fromShelf(request, shell))
    event.waitUntil(tidy([event.clientId, event.resultingClientId]))
  } else if (files.includes(pathname) || pathname.startsWith('/_astro/')) {
    event.respondWith(fromShelf(request, pathname))
  }
})

import { existsSync } from 'node:fs'
import { chromium, type Browser, type BrowserContext } from 'playwright-core'
import { until } from './until.ts'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Debian's own Chromium; `npm test` installs it when it is missing. */
function chromiumHere(): string {
  const found = places.find((place) => existsSync(place))
  if (found === undefined) throw new Error('Chromium is missing: npm test installs it on Debian')
  return found
}

/** Chromium, quiet and offline-minded. */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumHere(), args: [...quiet, ...more] })
}

/**
 * A browser of its own on a profile that outlives it. `kill9`: all its processes are gone at this very moment, as when
 * the power goes; one that lived on would still hold the profile's files while the next browser opens them.
 */
export async function openProfile(
  folder: string,
): Promise<{ context: BrowserContext; kill9: () => Promise<void> }> {
  const options = { executablePath: chromiumHere(), args: quiet, locale: 'zh-CN', acceptDownloads: true }
  const context = await chromium.launchPersistentContext(folder, { ...options, timeout: 60_000 })
  const session = await context.browser()?.newBrowserCDPSession()
  const told = await session?.send('SystemInfo.getProcessInfo')
  const own = told?.processInfo.find(({ type }) => type === 'browser')
  if (own === undefined) throw new Error('the browser does not say which process it is')
  const kill9 = async () => {
    // Playwright starts it as the leader of a process group.
    process.kill(-own.id, 'SIGKILL')
    await until('the browser is gone', async () => !isAlive(own.id))
  }
  return { context, kill9 }
}

function isAlive(processId: number): boolean {
  try {
    return process.kill(processId, 0)
  } catch {
    return false
  }
}

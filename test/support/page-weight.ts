import type { Browser } from 'playwright-core'

export interface PageWeight {
  /** Bytes on the wire, headers and compressed bodies of every request, in KB of 1,024. */
  wireKb: number
  requests: number
  urls: string[]
}

/** Loads a page in a fresh real browser and adds up what the network carried until it fell quiet. */
export async function weighPage(browser: Browser, url: string): Promise<PageWeight> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  try {
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Network.enable')
    await devtools.send('Network.setCacheDisabled', { cacheDisabled: true })
    const urls: string[] = []
    let bytes = 0
    devtools.on('Network.requestWillBeSent', ({ request }) => void urls.push(request.url))
    devtools.on('Network.loadingFinished', ({ encodedDataLength }) => void (bytes += encodedDataLength))
    await page.goto(url, { waitUntil: 'networkidle' })
    return { wireKb: bytes / 1024, requests: urls.length, urls }
  } finally {
    await context.close()
  }
}

import type { Browser, BrowserContextOptions } from 'playwright-core'

/** A session of the scenes. */
export const session = '#/tasks/c-waterfront/sessions/0b8e6a1c-52f4-4f7e-9c56-1f3d2a7b9e10'
/** The app's screens, as `scene#fragment`. */
export const screens = [
  'empty#/',
  'locked#/',
  'idle#/',
  'busy#/',
  'busy#/device',
  'busy#/tasks/c-waterfront',
  'busy#/tasks/c-waterfront/sessions/new',
  'busy#/tasks/c-waterfront/draft',
  'busy#/bills/waterfront?point=xijie',
  `busy${session}`,
  'busy#/records/setAside',
  'busy#/opinions/opinion-number-0000001',
  'busy#/opinions/opinion-number-0000002',
  'busy#/opinions/opinion-number-0000004',
  'busy#/opinions/opinion-number-0000005',
]

/** A window on the app with what it remembers; each screen is drawn anew in it, as after a reload. */
export async function openCollectWindow(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions,
  remembered: Record<string, string> = {},
) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, ...options })
  await context.addInitScript((kept) => {
    for (const [key, value] of Object.entries(kept)) localStorage.setItem(key, value)
  }, remembered)
  const page = await context.newPage()
  const show = async (screen: string) => {
    const [scene = '', fragment = ''] = screen.split('#')
    // Between two fragments of one page the browser would load nothing.
    await page.goto('about:blank')
    await page.goto(`${origin}/?scene=${scene}#${fragment}`)
    await page.locator('main h1').waitFor()
  }
  return { page, show, close: () => context.close() }
}

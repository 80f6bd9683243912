import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Collector } from '../../site/src/collect/engine/collector.ts'

type Open = (
  screen: string,
  options: BrowserContextOptions,
) => Promise<{ page: Page; close: () => Promise<void> }>

/** The engine behind the page: what it is told here, another window of the device did. */
type Elsewhere = { elsewhere: Collector }

/** What becomes of a screen when its records change under it. */
export function collectElsewhere(open: Open, phone: BrowserContextOptions, session: string): void {
  test('what two windows wrote in one field stands side by side until a person chooses', async () => {
    const { page, close } = await open(`one${session}/edit`, phone)
    const writeElsewhere = (place: string) =>
      page.evaluate(async (words) => {
        const { elsewhere } = globalThis as unknown as Elsewhere
        const [stored] = await elsewhere.sessions('c-waterfront')
        if (stored) await elsewhere.saveSession({ ...stored.session, place: words, headcount: 31 })
      }, place)
    const place = page.getByLabel('在哪里')
    await writeElsewhere('河西村祠堂')
    await expect.poll(() => place.inputValue()).toBe('河西村祠堂')
    await page.clock.install()
    await place.fill('河西村礼堂')
    await writeElsewhere('河西村戏台')
    await page.clock.runFor(1000)
    const both = page.getByRole('alert').filter({ hasText: '另一个窗口也改了这里' }).first()
    await both.waitFor()
    expect(await both.textContent()).toMatch(/河西村礼堂.*河西村戏台/)
    expect(await place.inputValue()).toBe('河西村礼堂')
    await both.getByRole('button', { name: '留这里写的' }).click()
    await both.waitFor({ state: 'detached' })
    const [kept] = await page.evaluate(() =>
      (globalThis as unknown as Elsewhere).elsewhere.sessions('c-waterfront'),
    )
    expect(kept?.session).toMatchObject({ place: '河西村礼堂', headcount: 31 })
    await close()
  })

  test('a thousand records that change one after another are not drawn a thousand times', async () => {
    const { page, close } = await open('busy#/records/queued', phone)
    const drawn = await page.evaluate(async () => {
      const { elsewhere } = globalThis as unknown as Elsewhere
      let asked = 0
      const { opinions } = elsewhere
      elsewhere.opinions = (filter) => {
        asked += 1
        return opinions(filter)
      }
      for (let n = 0; n < 1000; n += 1) {
        await elsewhere.reopenOpinion('opinion-number-0000002')
        // The screen has every chance to draw in between.
        if (n % 10 === 0) await new Promise((resolve) => requestAnimationFrame(resolve))
      }
      return asked
    })
    expect(drawn).toBeGreaterThan(0)
    expect(drawn).toBeLessThan(300)
    await page.getByRole('link', { name: '写着 2' }).waitFor()
    await close()
  })
}

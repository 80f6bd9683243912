import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { desksOf } from './at-desks.ts'
import { faultsOf } from '../support/accessibility.ts'

const consultation = 'c-quiet-nights'
const address = `/bills/yunxi-quiet-nights/bulletin/${consultation}/`

/** Two legislators write one bulletin at the same time and correct what is already public. */
export function bulletinJourney(portal: () => { origin: string }, browser: () => Browser): void {
  describe('two legislators on the same bulletin', () => {
    let lin: Page
    let colleague: Page
    const { sitDown, leave } = desksOf(portal, browser)
    const writing = { hash: `#/consultations/${consultation}/publish`, heading: '通报的文字' }
    const opening = (page: Page) => page.getByLabel('通报开头')
    const kept = (page: Page) => page.getByRole('status').filter({ hasText: '已保存' }).waitFor()

    beforeAll(async () => {
      ;[lin, colleague] = await Promise.all([sitDown('legislator', writing), sitDown('legislator2', writing)])
    })
    afterAll(leave)

    test('parts only one of them changed are put together without a word', async () => {
      await opening(lin).fill('林静写的开头。')
      await kept(lin)
      await colleague.getByRole('button', { name: '“听到了、这次没有写进条文的”往上移' }).click()
      await colleague.getByLabel('为什么更正').fill('第八条的答复写漏了一句。')
      await expect.poll(() => opening(colleague).inputValue(), { timeout: 20_000 }).toBe('林静写的开头。')
      await kept(colleague)
    })

    test('a part both changed is shown as both texts, and the chosen one is kept', async () => {
      await opening(colleague).fill('同事写的开头。')
      await kept(colleague)
      await opening(lin).fill('林静又改的开头。')
      const clash = lin.getByRole('alert').filter({ hasText: '同事刚刚改了同一处' })
      await clash.waitFor()
      const both = await clash.innerText()
      for (const words of ['同事写的开头。', '林静又改的开头。']) expect(both).toContain(words)
      expect(await faultsOf(lin)).toEqual([])
      await clash.getByRole('button', { name: '用我的' }).click()
      await kept(lin)
      await expect.poll(() => lin.getByLabel('为什么更正').inputValue()).toBe('第八条的答复写漏了一句。')
    })

    test(
      'what is previewed is what residents read, on a page of the new edition',
      { timeout: 180_000 },
      async () => {
        await lin.getByRole('button', { name: '按刚才改的更新' }).click()
        const preview = lin.frameLocator('iframe')
        await preview.getByText('林静又改的开头。').waitFor()
        const heads = async (page: { allInnerTexts(): Promise<string[]> }) =>
          (await page.allInnerTexts()).map((text) => text.trim())
        const seen = await heads(preview.locator('main section > h2'))
        await lin.getByRole('button', { name: '发布通报', exact: true }).click()
        await lin.getByRole('button', { name: '确认发布通报' }).click()
        await lin.getByText('采纳情况通报第 2 版已发布').waitFor()
        const context = await browser().newContext({ javaScriptEnabled: false, locale: 'zh-CN' })
        const page = await context.newPage()
        const shown = async () => {
          await page.goto(portal().origin + address)
          return page.getByRole('main').innerText()
        }
        await expect.poll(shown, { timeout: 120_000, interval: 1000 }).toContain('林静又改的开头。')
        const read = (await heads(page.locator('main section > h2'))).filter((head) => seen.includes(head))
        expect(read).toEqual(seen)
        await expect.poll(() => page.getByRole('main').innerText()).toContain('第八条的答复写漏了一句。')
        await page.goto(`${portal().origin}${address}1/`)
        await expect.poll(() => page.getByRole('main').innerText()).toContain('已经由第 2 版代替')
        for (const file of [`${address.slice(0, -1)}.docx`, `${address}1.docx`])
          expect((await context.request.get(portal().origin + file)).ok()).toBe(true)
        await context.close()
      },
    )
  })
}

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PortalClient } from '../support/portal-client.ts'
import { draftTexts, nameTheCauses, today } from './short-consultation.ts'

const billId = 'bench-release'
const draftId = (at: number) => `${billId}-${at + 1}`
const lineagePath = `/office/api/bills/${billId}/lineage/${draftId(1)}/${draftId(2)}`

/** A third draft of a bill: matched and explained by two people at once, and released from where it stands. */
export function releaseJourney(portal: () => { origin: string }, browser: () => Browser): void {
  describe('two legislators and the next draft of a bill', () => {
    let colleague: PortalClient
    let page: Page
    const complaints: string[] = []
    const correct = (corrections: object[], rev: number) =>
      colleague.read(lineagePath, {
        method: 'PUT',
        json: { corrections },
        headers: { 'if-match': `"${rev}"` },
      })
    const release = (at: number) =>
      colleague.read(`/office/api/drafts/${draftId(at)}/release`, {
        method: 'POST',
        headers: { 'if-match': '"1"' },
      })

    beforeAll(async () => {
      colleague = await new PortalClient(portal().origin).signIn('legislator2')
      const title = '云溪市社区公共座椅管理规定（三稿）'
      await colleague.read('/office/api/bills', { json: { id: billId, title, summary: '坏了谁修。' } })
      for (const [at, stage] of ['consultation', 'secondReading', 'votingText'].entries())
        await colleague.read(`/office/api/bills/${billId}/drafts`, {
          json: { id: draftId(at), stage, datedOn: today(), text: draftTexts[at] },
        })
      await release(0)
      await nameTheCauses(colleague, { billId, laterDraftId: draftId(1) })
      await release(1)
      const context = await browser().newContext({
        viewport: { width: 1280, height: 900 },
        locale: 'zh-CN',
      })
      // A page just published is waited for while the site is built, which a busy machine does slowly.
      context.setDefaultTimeout(120_000)
      page = await context.newPage()
      page.on('pageerror', (error) => complaints.push(error.message))
      await page.goto(`${portal().origin}/office/login?login_hint=legislator&return=/desk/`)
      await page.getByRole('heading', { name: '您好' }).waitFor()
    })
    afterAll(() => page?.context().close())

    test('a match both corrected shows whose the other one is; other articles go after a colleague’s', async () => {
      await page.goto(`${portal().origin}/desk/#/bills/${billId}/lineage/${draftId(1)}/${draftId(2)}`)
      await page.getByRole('button', { name: /^全部条文/ }).click()
      const apart = async (label: string) => {
        await page.getByRole('button', { name: `改${label}的对应`, exact: true }).click()
        await page.getByLabel('原稿里的', { exact: true }).selectOption({ label: '没有对应的条文' })
        await page.getByRole('button', { name: '保存对应' }).click()
      }
      await page.getByRole('article', { name: '第六条：没动' }).waitFor()
      await correct([{ from: [], to: ['art-6'] }], 0)
      await apart('第一条')
      await page.getByRole('article', { name: '第一条：新增' }).waitFor()
      await page
        .getByRole('article', { name: '第六条：新增' })
        .getByText(/何文斌 \d{4}-\d\d-\d\d/)
        .waitFor()

      await correct([{ from: ['art-4'], to: ['art-7'] }], 2)
      await apart('第七条')
      const conflict = page.getByRole('alert').filter({ hasText: '何文斌刚刚也改了这几条的对应' })
      await conflict.getByText('第四条 → 第七条').waitFor()
      await conflict.getByText('（无） → 第七条').waitFor()
      await conflict.getByRole('button', { name: '用何文斌的' }).click()
      await page.getByRole('article', { name: '第四条 → 第七条' }).waitFor()
      const back = ['art-1', 'art-4', 'art-6', 'art-7'].map((id) => ({ from: [id], to: [id] }))
      await correct(back, 3)
    })

    test('the draft is released where it stands: its cause, a correction meanwhile, then public', async () => {
      await page.goto(`${portal().origin}/desk/#/bills/${billId}`)
      const row = page.locator('.draft-row').filter({ hasText: '表决稿' })
      const write = async (kind: string, sentence: string) => {
        await row.getByLabel('原因来自').selectOption({ label: kind })
        await row.getByLabel('用一句话说明').fill(sentence)
        await row.getByRole('button', { name: '保存', exact: true }).click()
      }
      await row.getByRole('button', { name: '公开这一稿' }).click()
      // The only one that is owed stands open.
      await row.getByText('已写 0 条，共 1 条，还差 1 条').waitFor()
      await write('部门意见', '民政部门建议再快两天。')
      await row.getByText('每一处改动都写了原因，这一稿可以公开。').waitFor()

      await correct([{ from: [], to: ['art-5'] }], 4)
      await row.getByRole('button', { name: '确认公开' }).click()
      await row.getByText('其中 1 条写过原因，但对应改过，请再看一遍。').waitFor()
      await row.getByRole('button', { name: '第五条：新增，没写原因' }).click()
      await row.getByRole('button', { name: '第五条的修改原因还对' }).click()
      await row.getByText('已写 1 条，共 2 条，还差 1 条').waitFor()
      await write('文字技术修改', '并入新写的一条。')
      await row.getByRole('button', { name: '确认公开' }).click()
      await row.getByText(/ 公开$/).waitFor()
    })

    test('across both steps the comparison says why, step by step', async () => {
      await page.goto(`${portal().origin}/bills/${billId}/compare/${draftId(0)}/${draftId(2)}/`)
      const gone = page.locator('#was-art-4')
      await expect.poll(() => gone.innerText()).toMatch(/征求意见稿 → 二次审议稿\s*审议意见 审议时提出。/)
      expect(await gone.innerText()).toMatch(/二次审议稿 → 表决稿\s*文字技术修改 并入新写的一条。/)
      expect(complaints).toEqual([])
    })
  })
}

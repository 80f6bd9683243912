import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OfficeOpinion, OfficeOpinionPage } from '#contract/office-api.ts'
import type { AssignmentList, OfficeOpinionCounts } from '#contract/opinion-work-api.ts'
import { PortalClient } from '../support/portal-client.ts'
import { desksOf } from './at-desks.ts'
import { faultsOf } from '../support/accessibility.ts'

const consultation = 'c-waterfront'
const api = `/office/api/consultations/${consultation}`

/** Two legislators at two desks working through the same opinions at the same time: neither loses anything. */
export function opinionsJourney(portal: () => { origin: string }, browser: () => Browser): void {
  describe('two legislators on the same opinions', () => {
    let client: PortalClient
    let lin: Page
    let colleague: Page
    const { sitDown, leave } = desksOf(portal, browser)
    const open = async (page: Page, query: string) => {
      await page.goto(`${portal().origin}/desk/#/consultations/${consultation}/opinions${query}`)
      await page.locator('.opinion').first().waitFor()
    }
    const opinions = async (query: string): Promise<OfficeOpinion[]> =>
      (await client.read<OfficeOpinionPage>(`${api}/opinions?limit=200&${query}`)).opinions
    const card = (page: Page, { n }: OfficeOpinion) =>
      page.getByRole('article', { name: `第 ${n + 1} 号`, exact: true })
    const told = (page: Page, sentence: string | RegExp) => page.getByText(sentence).first().waitFor()

    beforeAll(async () => {
      client = await new PortalClient(portal().origin).signIn('legislator')
      ;[lin, colleague] = await Promise.all([sitDown('legislator'), sitDown('legislator2')])
    })
    afterAll(leave)

    test('a list is worked through by keys alone, and its sheet says which', async () => {
      await open(lin, '?article=whole')
      await lin.keyboard.press('?')
      await lin.getByRole('dialog', { name: '键盘用法' }).waitFor()
      await lin.keyboard.press('Escape')
      await lin.keyboard.press('j')
      await lin.keyboard.press('j')
      const [, second] = await opinions('article=whole&order=draft')
      await expect
        .poll(() => card(lin, second as OfficeOpinion).evaluate((it) => it === document.activeElement))
        .toBe(true)
      await lin.keyboard.press('d')
      await lin.locator('.decide').getByRole('group', { name: '采纳情况' }).waitFor()
      await expect.poll(() => lin.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('radio')
      await lin.keyboard.press('Escape')
      await lin.keyboard.press('/')
      await expect.poll(() => lin.evaluate(() => document.activeElement?.id)).toBe('opinion-search')
    })

    test('filters stand in the address: a colleague opens the same list, Back undoes one', async () => {
      await open(lin, '')
      await lin.getByLabel('来源渠道').selectOption('hotline')
      await lin.getByRole('link', { name: /去掉“12345/ }).waitFor()
      await lin.getByLabel('只看还没有结果的').check()
      await lin.waitForURL(/undecided=1/)
      const found = await lin.getByRole('status').filter({ hasText: '条意见' }).textContent()
      await colleague.goto(lin.url())
      await colleague.getByRole('status').filter({ hasText: '条意见' }).waitFor()
      await expect
        .poll(() => colleague.getByRole('status').filter({ hasText: '条意见' }).textContent())
        .toBe(found)
      await lin.goBack()
      await lin.waitForURL((url) => !url.hash.includes('undecided'))
      expect(lin.url()).toContain('channel=hotline')
    })

    test('a list is taken away as it stands, and what it was filtered by can still be seen and changed', async () => {
      const query = 'channel=hotline&changeType=modify'
      await open(lin, `?${query}`)
      await lin.getByRole('link', { name: '下载这份清单' }).click()
      await lin.getByRole('heading', { name: '下载意见汇总表' }).waitFor()
      const listed = await opinions(query)
      await told(lin, `${listed.length} 条意见，`)
      const json = lin.getByRole('link', { name: /下载 JSON/ })
      const taken = async () =>
        (await client.read<{ rows: unknown[] }>((await json.getAttribute('href')) ?? '')).rows
      expect(await taken()).toHaveLength(listed.length)
      await lin.getByRole('link', { name: '去掉“修改”' }).click()
      await lin.waitForURL((url) => !url.hash.includes('changeType'))
      expect(await lin.getByLabel('渠道').inputValue()).toBe('hotline')
      expect(await taken()).toHaveLength((await opinions('channel=hotline')).length)
      expect(await faultsOf(lin)).toEqual([])
    })

    test('a search says how many it found, and among how many', async () => {
      const query = `channel=hotline&q=${encodeURIComponent('狗')}`
      await open(lin, `?${query}`)
      const [found, all] = await Promise.all([opinions(query), opinions('channel=hotline')])
      expect(found.length).toBeGreaterThan(0)
      await told(lin, `在 ${all.length} 条意见里查到 ${found.length} 条。`)
    })

    test('a page of tables left open asks for new links when somebody comes back to it', async () => {
      let asked = 0
      await lin.route('**/exports', async (route) => {
        asked += 1
        await route.continue()
      })
      await lin.goto(`${portal().origin}/desk/#/consultations/${consultation}/table`)
      await lin.getByRole('heading', { name: '下载意见汇总表' }).waitFor()
      await expect.poll(() => asked).toBe(1)
      await lin.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
      await expect.poll(() => asked).toBe(2)
      await lin.unroute('**/exports')
    })

    test('both decide one opinion: the later one sees both texts and notes, and nothing is lost', async () => {
      const [, , third] = await opinions('article=whole&order=draft')
      const wanted = third as OfficeOpinion
      for (const page of [lin, colleague]) {
        await open(page, '?article=whole')
        await card(page, wanted).getByRole('button', { name: /处理/ }).click()
        await card(page, wanted).getByRole('radio', { name: '未采纳' }).check()
      }
      await card(lin, wanted).getByLabel('答复理由').fill('林静：现行规定已经够了。')
      await card(lin, wanted).getByText('内部使用，不公开').click()
      await card(lin, wanted).getByLabel('备注').fill('林静的备注')
      await card(lin, wanted).getByRole('button', { name: '保存结果' }).click()
      await told(lin, `第 ${wanted.n + 1} 号已保存`)
      await card(colleague, wanted).getByLabel('答复理由').fill('同事：可以再研究。')
      await card(colleague, wanted).getByRole('button', { name: '保存结果' }).click()
      await told(colleague, '林静刚刚处理了这一条')
      await told(colleague, /\d{4}-\d\d-\d\d \d\d:\d\d 保存/)
      await told(colleague, '林静：现行规定已经够了。')
      await told(colleague, '林静的备注')
      await told(colleague, '同事：可以再研究。')
      await colleague.getByRole('button', { name: '用林静的' }).click()
      const now = (await opinions('article=whole')).find(({ id }) => id === wanted.id)?.decision
      expect(now).toMatchObject({ reason: '林静：现行规定已经够了。', note: '林静的备注', rev: 1 })
    })

    test('one opinion after the other by digit, reason and one press: what was said before is offered again', async () => {
      await open(lin, '?article=whole&undecided=1')
      const [first, second, third] = (await opinions('article=whole&undecided=1&order=draft')) as [
        OfficeOpinion,
        OfficeOpinion,
        OfficeOpinion,
      ]
      const isAt = (opinion: OfficeOpinion) =>
        expect.poll(() => card(lin, opinion).evaluate((it) => it === document.activeElement)).toBe(true)
      await lin.keyboard.press('j')
      await isAt(first)
      await lin.keyboard.press('4')
      const writes = () => lin.evaluate(() => document.activeElement?.tagName)
      await expect.poll(writes).toBe('TEXTAREA')
      await lin.keyboard.insertText('上位法里已经写了。')
      await lin.keyboard.press('Control+Enter')
      await isAt(second)
      await lin.keyboard.press('7')
      await expect.poll(writes).toBe('TEXTAREA')
      await lin.keyboard.press('Tab')
      await lin.keyboard.press('Enter')
      await expect
        .poll(() => card(lin, second).getByLabel('答复理由').inputValue())
        .toBe('上位法里已经写了。')
      await lin.keyboard.press('Control+Enter')
      await isAt(third)
      const now = await opinions('article=whole')
      const decided = [first, second].map(({ id }) => now.find((one) => one.id === id)?.decision)
      const reason = '上位法里已经写了。'
      expect(decided).toMatchObject([
        { outcome: 'alreadyCovered', reason },
        { outcome: 'notAdopted', reason },
      ])
      await told(lin, `第 ${second.n + 1} 号已保存`)
      await told(lin, /共存了 \d+ 条/)
      expect(await lin.getByText('号已保存').count()).toBe(1)
    })

    test('with the last one of a list it is said that nothing there waits any more', async () => {
      const { byArticle } = await client.read<OfficeOpinionCounts>(`${api}/opinion-counts`)
      const lonely = byArticle.find(({ opinions: count }) => count === 1)
      await open(lin, `?article=${lonely?.key ?? ''}`)
      await lin.getByRole('button', { name: /^处理/ }).click()
      await lin.getByRole('radio', { name: '留待以后研究' }).check()
      await lin.getByLabel('答复理由').fill('先记下来，修改实施细则时再看。')
      expect(await lin.getByText('都有结果了').count()).toBe(0)
      await lin.getByRole('button', { name: '保存结果' }).click()
      await told(lin, '这里列出的都有结果了。')
    })

    test('both assign one article: the later one is told whom it went to, and chooses', async () => {
      for (const page of [lin, colleague]) await open(page, '?article=whole')
      const { colleagues } = await client.read<AssignmentList>(`${api}/assignments`)
      const [first, second] = colleagues.map(({ id }) => id)
      await lin
        .getByLabel('承办人')
        .first()
        .selectOption(first as string)
      await told(lin, /已分给/)
      await colleague
        .getByLabel('承办人')
        .first()
        .selectOption(second as string)
      await told(colleague, /同事刚刚把这一条分给了/)
      await colleague.getByRole('button', { name: '改成我选的' }).click()
      await told(colleague, /已分给/)
      const { assignments } = await client.read<AssignmentList>(`${api}/assignments`)
      expect(assignments).toMatchObject([{ article: 'whole', memberId: second, rev: 2 }])
    })

    test('what is left of an article is shown, answered at once and taken back', async () => {
      const before = (await opinions('article=whole&undecided=1')).length
      await open(lin, '?article=whole')
      await lin.getByRole('button', { name: `没有结果的 ${before} 条一并答复` }).click()
      await lin.locator('.rest-list li').first().waitFor()
      await expect.poll(() => lin.locator('.rest-list li').count()).toBe(before)
      await lin.locator('.at-once').getByRole('radio', { name: '留待以后研究' }).check()
      await lin.locator('.at-once').getByLabel('答复理由').fill('留到下一次修改时一并研究。')
      await lin.getByRole('button', { name: `给这 ${before} 条写上` }).click()
      await told(lin, `已给 ${before} 条写上同一个答复。`)
      expect(await opinions('article=whole&undecided=1')).toHaveLength(0)
      await lin.getByRole('button', { name: '撤回' }).click()
      await told(lin, `已撤回 ${before} 条。`)
      expect(await opinions('article=whole&undecided=1')).toHaveLength(before)
    })

    test('the list and the overview have no fault that can be found by rule', async () => {
      await open(lin, '')
      expect(await faultsOf(lin)).toEqual([])
      await lin.goto(`${portal().origin}/desk/#/overview`)
      await lin.getByRole('table').first().waitFor()
      expect(await faultsOf(lin)).toEqual([])
    })
  })
}

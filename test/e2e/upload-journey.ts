import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { csvFile, type SheetCells } from '../support/batch-file.ts'
import { desksOf } from './at-desks.ts'
import { faultsOf } from '../support/accessibility.ts'

const anOrder = (number: number): SheetCells => ({
  工单编号: `YX${String(number).padStart(8, '0')}`,
  诉求标题: `关于水边第${number}处`,
  诉求内容: `第${number}位来电人反映：水边第${number}处的路灯太暗，老人晚上不敢走。`,
  诉求类型: ['建议', '投诉'][number % 2] ?? '',
  来电时间: `2026-10-${String((number % 28) + 1).padStart(2, '0')} 09:12:33`,
  来电人: '张某某',
  联系电话: '13812345678',
})
const orders = (first: number, last: number) =>
  csvFile(Array.from({ length: last - first + 1 }, (_, place) => anOrder(first + place)))

/** Exports of other channels: mapped once, known again, cut on their way, nothing doubled. */
export function uploadJourney(portal: () => { origin: string }, browser: () => Browser): void {
  describe('tables of other channels', () => {
    let page: Page
    const { sitDown, leave } = desksOf(portal, browser)
    const openTask = async (on: Page) => {
      await on.goto(`${portal().origin}/desk/#/tasks/c-waterfront`)
      await on.getByText('二、上传填好的表').waitFor()
      return on
    }
    const choose = (on: Page, bytes: Uint8Array, name = '热线.csv') =>
      on.getByLabel('选择填好的表').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(bytes) })
    const sums = async () => (await page.locator('.sum').first().innerText()).match(/\d+/g)?.map(Number)

    beforeAll(async () => {
      page = await openTask(await sitDown('liaison'))
    })
    afterAll(leave)

    test('a hotline’s export is mapped once: guessed, looked over, named, looked at, stored', async () => {
      await choose(page, orders(1, 12))
      await page.getByRole('heading', { name: '这是别处的表：每一列是什么？' }).waitFor()
      await expect.poll(() => page.getByLabel('原话', { exact: true }).inputValue()).toBe('c:诉求标题')
      await expect.poll(() => page.getByLabel('来源渠道').inputValue()).toBe('f:12345热线')
      await expect.poll(() => page.getByRole('button', { name: '去掉“诉求内容”' }).count()).toBe(1)
      await page.getByRole('group', { name: '表里的说法是我们的哪一种' }).waitFor()
      await page.getByRole('button', { name: '记住，看一遍' }).click()
      await page.getByRole('button', { name: '请起个名字。' }).waitFor()
      expect(await faultsOf(page)).toEqual([])
      await page.getByLabel('给这种表起个名字').fill('12345 热线导出')
      await page.getByRole('button', { name: '记住，看一遍' }).click()
      await page.getByText('按“12345 热线导出”的列读').waitFor()
      await expect.poll(() => sums()).toEqual([12, 0, 0, 0])
      await expect.poll(() => page.locator('.upload-look').innerText()).toContain('不会存：来电人、联系电话')
      expect(await faultsOf(page)).toEqual([])
      await page.getByRole('button', { name: '存入 12 条' }).click()
      await page.getByRole('heading', { name: '上传结果' }).waitFor()
      await expect.poll(() => sums()).toEqual([12, 0, 0, 0])
      await page.getByText('12 个回执码').click()
      await expect.poll(() => page.locator('.receipts tbody tr').count()).toBe(12)
      expect(await faultsOf(page)).toEqual([])
    })

    test('the next export is known by itself, and an answer cut on its way is gone on with', async () => {
      await choose(page, orders(8, 60), '热线第二周.csv')
      await page.getByText('按“12345 热线导出”的列读').waitFor()
      await expect.poll(() => sums()).toEqual([48, 5, 0, 0])
      let cuts = 0
      await page.route('**/office/api/batches/**', async (route) => {
        const answer = await route.fetch()
        const lines = (await answer.text()).split('\n')
        cuts += 1
        await route.fulfill({ response: answer, body: `${lines.slice(0, 2).join('\n')}\n` })
      })
      await page.getByRole('button', { name: '存入 48 条' }).click()
      await page.getByText('25 行已经有结果').waitFor()
      await page.unroute('**/office/api/batches/**')
      await page.getByRole('button', { name: '接着存' }).click()
      await page.getByRole('heading', { name: '上传结果' }).waitFor()
      expect(cuts).toBe(1)
      const [stored = 0, repeated = 0, revised, refused] = (await sums()) ?? []
      expect([stored + repeated, revised, refused]).toEqual([53, 0, 0])
      await choose(page, orders(1, 60), '全部.csv')
      await page.getByText('这份表以前都收过了').waitFor()
      await expect.poll(() => sums()).toEqual([0, 60, 0, 0])
      await expect
        .poll(() => page.getByRole('row', { name: /全部|热线第二周/ }).innerText())
        .toContain('60 条')
    })

    test('two people who change it at once are shown each other’s, and it can be deleted', async () => {
      const colleague = await openTask(await sitDown('liaison'))
      for (const desk of [page, colleague]) {
        await desk.reload()
        await desk.getByText('记住的表').click()
        await desk.getByRole('button', { name: '改', exact: true }).click()
        await desk.getByRole('heading', { name: '改“12345 热线导出”的对应关系' }).waitFor()
      }
      await colleague.getByLabel('给这种表起个名字').fill('市热线')
      await colleague.getByRole('button', { name: '记住，看一遍' }).click()
      await colleague.getByText('市热线').waitFor()
      await page.getByLabel('给这种表起个名字').fill('热线工单')
      await page.getByRole('button', { name: '记住，看一遍' }).click()
      await page.getByRole('heading', { name: '同事刚改过这份对应关系' }).waitFor()
      await page.getByRole('button', { name: '用我的' }).click()
      await page.locator('.saved-mappings article', { hasText: '热线工单' }).waitFor()
      await page.getByRole('button', { name: '删除', exact: true }).click()
      await page.getByRole('button', { name: '确认删除' }).click()
      await page.getByText('还没有。遇到别处的表').waitFor()
      await colleague.context().close()
    })
  })
}

import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import {
  finish,
  openDevice,
  sendNow,
  standing,
  startSession,
  takeDown,
  takeTasks,
  unlock,
  type Device,
} from './collecting-device.ts'
import { arrives, atWork, received, untilLogged, uploads } from './collecting-work.ts'
import type { Field } from './collecting-field.ts'
import { today } from './short-consultation.ts'

/** The browser will promise to keep what is stored, if it is asked; for as long as the session it was told by is open. */
async function allowKeeping({ browser }: Field, { page, origin }: Device): Promise<void> {
  const own = await page.context().newCDPSession(page)
  const { targetInfo } = await own.send('Target.getTargetInfo')
  const root = await browser.newBrowserCDPSession()
  const { browserContextId = '' } = targetInfo
  await root.send('Browser.grantPermissions', { origin, browserContextId, permissions: ['durableStorage'] })
}

const goTo = (page: Page, hash: string) => page.evaluate((to) => void (location.hash = to), hash)

interface Sent {
  opinions: { verbatim: string; provisionId: string | null }[]
}

/** Rows 5, 6, 8, 14, 22: what the device says of itself and of single records. */
export function collectingStanding(opened: () => Field): void {
  describe('what a device says', () => {
    test('ready for a village with a date; three standings; storage that is promised; a day unsent', async () => {
      const field = opened()
      const before = await received(field)
      const device = await openDevice(field.browser, { origin: field.portal.origin })
      const { page, context } = device
      await takeTasks(device)
      const [, month, day] = today().split('-').map(Number)
      await page
        .getByText(new RegExp(`^可离线使用 ✓ .*${month}月${day}日.*存的稿$`))
        .first()
        .waitFor()
      await goTo(page, '#/device')
      await page.getByText('浏览器没有答应一直保留。').waitFor()
      await allowKeeping(field, device)
      await page.getByRole('button', { name: '再取一次' }).click()
      await page.getByText('浏览器答应一直保留这里的记录。').waitFor()

      await expect.poll(() => standing(page)).toContain('没有待送的')
      await context.setOffline(true)
      await page.reload()
      await unlock(page)
      await expect.poll(() => standing(page)).toContain('离线，未知')
      await startSession(page, field.asked.id, '河西村文化礼堂')
      await takeDown(page, '4', '先说的一条')
      await expect.poll(() => standing(page)).toContain('待送 1 条')
      await context.setOffline(false)
      await sendNow(page, '已全部送达')
      await untilLogged(field, before + 1)

      await context.setOffline(true)
      await takeDown(page, '5', '过了一天还没送的一条')
      const late = page.getByText('有记录超过一天没有送出去')
      await goTo(page, '#/')
      await page.getByRole('heading', { name: '任务', level: 1 }).waitFor()
      expect(await late.count()).toBe(0)
      await page.clock.setFixedTime(Date.now() + 25 * 3_600_000)
      await page.reload()
      await unlock(page)
      await late.waitFor()
      await page.getByText('最早的一条是').waitFor()
      await page.getByRole('link', { name: '存备份文件' }).click()
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: '存成一个文件' }).click(),
      ])
      expect(await readFile(await file.path(), 'utf8')).not.toContain('还没送')
      expect(device.complaints).toEqual([])
      await context.close()
    })

    test('of five records two are not taken: three arrive, each of the two says why and is mended or deleted alone', async () => {
      const field = opened()
      const device = await atWork(field)
      const { page, context, before } = device
      await context.setOffline(true)
      const codes: string[] = []
      for (const words of ['第一条好的', '太长的一条', '第二条好的', '条款不对的一条', '第三条好的'])
        codes.push(await takeDown(page, '4', words))
      const sizes: number[] = []
      await context.route(uploads, async (route) => {
        const body = route.request().postDataJSON() as Sent
        if (body.opinions.length > 0) sizes.push(body.opinions.length)
        // What stands before a portal says 413 with a page of its own, for many records or for a long one.
        if (body.opinions.length > 3 || body.opinions.some(({ verbatim }) => verbatim === '太长的一条'))
          return route.fulfill({ status: 413, contentType: 'text/html', body: 'Request Entity Too Large' })
        for (const opinion of body.opinions)
          if (opinion.verbatim === '条款不对的一条') opinion.provisionId = 'art-99'
        return route.continue({ postData: JSON.stringify(body) })
      })
      await context.setOffline(false)
      await sendNow(page, '放一边 2 条，等您看')
      expect(Math.max(...sizes)).toBe(5)
      expect(sizes.filter((size) => size === 1).length).toBeGreaterThan(0)
      await context.unroute(uploads)
      await untilLogged(field, before + 3)

      await page.getByRole('link', { name: '放一边 2 条，等您看 已送达' }).click()
      await page.getByRole('link', { name: /条款不对的一条/ }).click()
      const why = page.locator('.ask li')
      await why.filter({ hasText: '哪一条：这一稿里没有这一条，请重新选。' }).waitFor()
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: '导出', exact: true }).click(),
      ])
      expect(await readFile(await file.path(), 'utf8')).toContain('条款不对的一条')
      await page.getByRole('button', { name: '删掉' }).click()
      await page.getByRole('button', { name: '确实删掉' }).click()
      await page.getByRole('link', { name: /太长的一条/ }).click()
      await why.filter({ hasText: '这一条太大，服务器不收。' }).waitFor()
      await page.getByRole('button', { name: '改', exact: true }).click()
      await page.getByLabel('原话').fill('改短了的一条')
      await finish(page)
      await arrives(field, device, [codes[1] ?? ''], before + 3)
      await expect.poll(() => page.getByText(/放一边/).count()).toBe(0)
      await context.close()
    })
  })
}

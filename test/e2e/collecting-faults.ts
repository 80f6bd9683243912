import { describe, expect, test } from 'vitest'
import type { BrowserContext, Route } from 'playwright-core'
import {
  finish,
  pressSend,
  saysWhy,
  sendNow,
  standing,
  takeDown,
  unlock,
  writeByKeyboard,
} from './collecting-device.ts'
import type { Field } from './collecting-field.ts'
import { arrives, atWork, lookUp, received, untilLogged, uploads } from './collecting-work.ts'

const office = '**/office/api/**'

const answerHtml = (route: Route) =>
  route.fulfill({ status: 200, contentType: 'text/html', body: '<title>请先登录本店无线网</title>' })

async function under(context: BrowserContext, url: string, fault: (route: Route) => unknown) {
  await context.route(url, fault)
  return () => context.unroute(url)
}

/** Rows 2, 3, 5, 6, 17, 20: the network and the portal at their worst. */
export function collectingFaults(opened: () => Field): void {
  describe('collecting while the network fails', () => {
    test('with the network cut five opinions, a photo and their receipts are made; later all arrive once', async () => {
      const field = opened()
      const device = await atWork(field)
      const { page, context, before } = device
      await context.setOffline(true)
      await page.getByRole('link', { name: '改这一场的情况' }).click()
      const buffer = await page.screenshot()
      const photo = { name: 'sheet.png', mimeType: 'image/png', buffer }
      await page.getByLabel('选照片').setInputFiles(photo)
      await page.locator('.thumbs li').waitFor()
      await page.getByRole('button', { name: '存好了，回去' }).click()
      const codes: string[] = []
      for (const article of [2, 3, 4, 5, 6])
        codes.push(await takeDown(page, String(article), `第${article}条，老人说晚上太暗`))
      await page.reload()
      await unlock(page)
      await pressSend(page)
      await saysWhy(page, '连不上网。')
      await expect.poll(() => standing(page)).toContain('待送 5 条')
      await context.setOffline(false)
      await arrives(field, device, codes, before)
      expect(JSON.stringify(await lookUp(device.origin, codes[2] ?? ''))).toContain('第4条，老人说晚上太暗')
      expect(device.complaints).toEqual([])
      await context.close()
    })

    test('a captive portal that answers 200 with its own page delivers nothing', async () => {
      const field = opened()
      const device = await atWork(field)
      const { page, context, before } = device
      const codes = [await takeDown(page, '4', '三十天太久')]
      const good = await under(context, uploads, answerHtml)
      await sendNow(page, '待送 1 条')
      await saysWhy(page, '连上的无线网要先登录。')
      await expect.poll(() => received(field)).toBe(before)
      await good()
      await arrives(field, device, codes, before)
      await context.close()
    })

    test('in a black hole the page stays usable, and says the network was too slow', async () => {
      const field = opened()
      const device = await atWork(field, { patienceMs: 6_000 })
      const { page, context, before } = device
      const codes = [await takeDown(page, '4', '三十天太久')]
      const good = await under(context, office, () => undefined)
      await pressSend(page)
      codes.push(await takeDown(page, '5', '躺一会儿也不行吗'))
      await saysWhy(page, '网太慢，等不到回答。')
      await expect.poll(() => standing(page)).toContain('待送 2 条')
      await good()
      await arrives(field, device, codes, before)
      await context.close()
    })

    test('each refusal of the portal has its own sentence, and none costs a record', async () => {
      const field = opened()
      const device = await atWork(field)
      const { page, context, before } = device
      const codes = [await takeDown(page, '4', '三十天太久')]
      const refusals: [number, string, string][] = [
        [401, 'signed-out', '登录过期了。'],
        [403, 'not-permitted', '您的账号现在不能上报。'],
        [429, 'too-many-requests', '服务器现在忙'],
        [500, 'unexpected', '服务器出了问题'],
        [422, 'invalid-fields', '对方的回答不像是本系统的'],
      ]
      for (const [status, code, sentence] of refusals) {
        const contentType = 'application/problem+json'
        const body = JSON.stringify({ code })
        const good = await under(context, uploads, (route) => route.fulfill({ status, contentType, body }))
        await pressSend(page)
        await saysWhy(page, sentence)
        await good()
      }
      await arrives(field, device, codes, before)
      await context.close()
    })

    test('of two tabs one sends and one edits a record', async () => {
      const field = opened()
      const device = await atWork(field)
      const { page, context, before } = device
      const sent: string[] = []
      await context.route(uploads, async (route) => {
        sent.push(route.request().postData() ?? '')
        await new Promise((resolve) => setTimeout(resolve, 400))
        await route.continue()
      })
      const codes = [await takeDown(page, '4', '三十天太久')]
      await page.getByRole('button', { name: '记下一条' }).click()
      await writeByKeyboard(page, '5', '第一个窗口里写的')
      await page.getByText(/^已保存/).waitFor()
      const other = await context.newPage()
      await other.goto(page.url())
      await unlock(other)
      await other.getByLabel('原话').fill('第二个窗口里写的')
      await other.getByText('这一条在另一个窗口里改过').waitFor()
      await other.evaluate(() => void (location.hash = '#/'))
      codes.push(await finish(page))
      await pressSend(page)
      await pressSend(other)
      for (const tab of [page, other])
        await tab.getByRole('region', { name: '送达情况' }).getByText('已全部送达').waitFor()
      const opinionsSent = sent.flatMap((body) => (JSON.parse(body) as { opinions: unknown[] }).opinions)
      expect(opinionsSent).toHaveLength(2)
      expect(JSON.stringify(opinionsSent)).not.toContain('第二个窗口里写的')
      await untilLogged(field, before + codes.length)
      await context.close()
    })

    test('a portal killed after it wrote and before its answer arrived holds one opinion after the retry', async () => {
      const field = opened()
      const device = await atWork(field)
      const { page, context, before } = device
      const codes = [await takeDown(page, '4', '三十天太久，七天修好')]
      let written = 0
      const good = await under(context, uploads, async (route) => {
        const answer = await route.fetch()
        const { opinions } = (await answer.json()) as { opinions: { verdict: string }[] }
        if (opinions.length === 0) return route.fulfill({ response: answer })
        written += opinions.filter(({ verdict }) => verdict === 'stored').length
        await field.portal.kill9()
        await route.abort('connectionreset')
      })
      await pressSend(page)
      await saysWhy(page, '连不上网。')
      expect(written).toBe(1)
      await expect.poll(() => standing(page)).toContain('待送 1 条')
      await good()
      Object.assign(field.portal, await field.portal.restart())
      await arrives(field, device, codes, before)
      await page.goto(`${device.origin}/collect/#/records/delivered`)
      await page.getByText('服务器早就有了，没有重复。').waitFor()
      await context.close()
    })
  })
}

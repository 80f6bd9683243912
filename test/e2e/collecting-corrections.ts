import { beforeAll, describe, expect, test } from 'vitest'
import type { OpinionHistory } from '../../functions/contract/revision-api.ts'
import type { OfficeOpinion } from '../../functions/contract/office-api.ts'
import { receiptCode } from '../../functions/core/collecting/receipt.ts'
import { finish, sendNow, takeDown, writeByKeyboard } from './collecting-device.ts'
import type { Field } from './collecting-field.ts'
import { inSession, uploads } from './collecting-work.ts'
import { openShortConsultation, type ShortConsultation } from './short-consultation.ts'
import { until } from '../support/until.ts'

interface Sent {
  opinions: { supersedes?: string }[]
}

/** Rows 12, 13, 25: corrections out of order, one code used twice, and who did what. */
export function collectingCorrections(opened: () => Field): void {
  describe('an opinion that is corrected or contradicted', () => {
    let asked: ShortConsultation
    let api: string
    beforeAll(async () => {
      const { client, contactPointId } = opened()
      asked = await openShortConsultation(await client('legislator'), {
        name: 'corrected',
        openMs: 3_600_000,
        contactPointIds: [contactPointId],
      })
      api = `/office/api/consultations/${asked.id}`
    })
    const start = () => inSession({ ...opened(), asked })
    const logged = async (words: string) => {
      const legislator = await opened().client('legislator')
      const list = () => legislator.read<{ opinions: OfficeOpinion[] }>(`${api}/opinions`)
      return until(words, async () => (await list()).opinions.find(({ verbatim }) => verbatim === words))
    }

    test('a correction arrives before what it corrects: one opinion, and its history says who, on what, when', async () => {
      const { page, context } = await start()
      await context.setOffline(true)
      await takeDown(page, '4', '先说三十天太久')
      await page.getByRole('button', { name: '更正' }).click()
      await page.getByLabel('原话').fill('更正：七天修好就行')
      await finish(page)
      await context.route(uploads, async (route) => {
        const body = route.request().postDataJSON() as Sent
        const opinions = body.opinions.filter(({ supersedes }) => supersedes !== undefined)
        await route.continue({ postData: JSON.stringify({ ...body, opinions }) })
      })
      await context.setOffline(false)
      await sendNow(page, '待送 1 条')
      await logged('更正：七天修好就行')
      await context.unroute(uploads)
      await sendNow(page, '已全部送达')
      const now = await until('the original', async () => {
        const found = await logged('更正：七天修好就行')
        return found.supersedes.length === 1 && found
      })
      const liaison = await opened().client('liaison')
      await liaison.read(`${api}/opinions/${now.id}/revisions`, { json: { drafted: '建议七日内修复。' } })
      const { revisions } = await liaison.read<OpinionHistory>(`${api}/opinions/${now.id}/history`)
      expect(revisions.map(({ verbatim }) => verbatim)).toEqual([
        '先说三十天太久',
        '更正：七天修好就行',
        '更正：七天修好就行',
      ])
      for (const revision of revisions.slice(0, 2)) {
        expect(revision).toMatchObject({
          road: 'taken',
          recordedBy: '陈小满',
          device: expect.stringMatching(/\S/) as string,
        })
        expect(Date.parse(revision.collectedAt ?? '')).toBeLessThan(Date.parse(revision.receivedAt))
      }
      expect(revisions[2]).toMatchObject({ road: 'desk', recordedBy: '周海燕' })
      await context.close()
    })

    test('one slip’s code on two devices: both texts stay, the second is told and given a receipt of its own', async () => {
      const code = receiptCode(crypto.getRandomValues(new Uint8Array(15)))
      const devices = [await start(), await start()] as const
      for (const [nth, { page, context }] of devices.entries()) {
        await context.setOffline(true)
        await page.getByText('对方手里的纸条已经印好了回执码').click()
        await page.getByLabel('纸条上的回执码').fill(code)
        await page.getByRole('button', { name: '用这个码记' }).click()
        await writeByKeyboard(page, '5', `第${nth + 1}台设备记的`)
        await finish(page)
        await context.setOffline(false)
        await sendNow(page, nth === 0 ? '已全部送达' : '放一边 1 条')
      }
      const [, { page }] = devices
      await page.getByRole('link', { name: '放一边 1 条' }).click()
      await page.getByRole('link', { name: /第2台设备记的/ }).click()
      await page.getByRole('heading', { name: '同一个回执码，两份不同的内容' }).waitFor()
      await page.getByRole('button', { name: '另出一张回执' }).click()
      expect(await page.getByLabel('原话').inputValue()).toBe('第2台设备记的')
      expect((await finish(page)).replaceAll(' ', '')).not.toBe(code)
      // The one that was not taken still awaits a person, and nothing says that all is delivered.
      await sendNow(page, '放一边 1 条，等您看')
      await page.getByRole('link', { name: '放一边 1 条' }).click()
      await page.getByRole('link', { name: /第2台设备记的/ }).click()
      await page.getByRole('button', { name: '删掉' }).click()
      await page.getByRole('button', { name: '确实删掉' }).click()
      await sendNow(page, '已全部送达')
      for (const words of ['第1台设备记的', '第2台设备记的']) await logged(words)
      for (const { context } of devices) await context.close()
    })
  })
}

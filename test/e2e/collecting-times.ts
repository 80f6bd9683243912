import { describe, expect, test } from 'vitest'
import { openDevice, sendNow, startSession, takeDown, takeTasks, type Device } from './collecting-device.ts'
import type { Field } from './collecting-field.ts'
import { nameTheCauses, openShortConsultation, today, type ShortConsultation } from './short-consultation.ts'
import { until } from '../support/until.ts'

const dayMs = 86_400_000

/** A device whose clock is so far from ours, at work on a consultation of its own. */
async function deviceOff(field: Field, asked: ShortConsultation, byMs: number): Promise<Device> {
  const device = await openDevice(field.browser, { origin: field.portal.origin })
  await device.context.addInitScript((offset) => {
    const Right = Date
    globalThis.Date = new Proxy(Right, {
      construct: (_, given: []) =>
        given.length === 0 ? new Right(Right.now() + offset) : new Right(...given),
      get: (_, name) => (name === 'now' ? () => Right.now() + offset : Reflect.get(Right, name)),
    })
  }, byMs)
  await takeTasks(device)
  await startSession(device.page, asked.id, '河西村文化礼堂')
  return device
}

interface Listed {
  opinions: {
    verbatim: string
    provisionId: string | null
    collectedOn?: string
    receivedAt: string
    late: boolean
    flags: string[]
    /** Where it is in the newest draft. */
    now?: { provisions: { id: string }[] }
  }[]
}

/** What the legislator reads of a consultation. */
async function listed({ client }: Field, asked: ShortConsultation): Promise<Listed['opinions']> {
  const legislator = await client('legislator')
  const { opinions } = await legislator.read<Listed>(`/office/api/consultations/${asked.id}/opinions`)
  return opinions
}

/** How long the consultation is open that closes while other misfortunes are gone through. */
const openMs = 75_000

/**
 * Row 11, in two parts: `written` in flight mode while a short consultation is open, `sent` after it has closed. What
 * stands between them is the wait.
 */
export function collectingAcrossTheClose(opened: () => Field): { written(): void; sent(): void } {
  const daysOff = [3, -2]
  let asked: ShortConsultation | undefined
  let devices: Device[] = []
  const written = () =>
    test('on devices whose clocks are days wrong opinions are written before the deadline', async () => {
      const field = opened()
      asked = await openShortConsultation(await field.client('legislator'), {
        name: 'clocks',
        openMs,
        contactPointIds: [field.contactPointId],
      })
      const own = asked
      devices = await Promise.all(daysOff.map((days) => deviceOff(field, own, days * dayMs)))
      for (const { page, context } of devices) {
        await context.setOffline(true)
        await takeDown(page, '4', '时钟不准的人记的')
      }
      expect(Date.now(), 'written in time').toBeLessThan(asked.closesAt)
    })
  const sent = () =>
    test('sent after it they are taken, marked, with both times, and each clock’s error is told', async () => {
      const field = opened()
      if (asked === undefined) throw new Error('nothing was written before the close')
      const { closesAt } = asked
      await until('the close', async () => Date.now() > closesAt, openMs)
      for (const [nth, { page, context, origin }] of devices.entries()) {
        await context.setOffline(false)
        await sendNow(page, '已全部送达')
        await page.goto(`${origin}/collect/#/records/delivered`)
        await page.getByText('截止后送到，已注明').first().waitFor()
        await page.goto(`${origin}/collect/#/device`)
        await page
          .getByText(`差了约 ${Math.abs(daysOff[nth] ?? 0)} 天`)
          .first()
          .waitFor()
        await context.close()
      }
      const own = asked
      const opinions = await until('the log', async () => {
        const found = await listed(field, own)
        return found.length === devices.length && found
      })
      for (const opinion of opinions) {
        expect(opinion).toMatchObject({ late: true, collectedOn: today() })
        expect(Date.parse(opinion.receivedAt)).toBeGreaterThan(closesAt)
      }
    })
  return { written, sent }
}

/** Row 10: later texts. */
export function collectingTimes(opened: () => Field): void {
  describe('collecting on a device that is behind the times', () => {
    test('an opinion on an older draft is taken, marked, and led to its article in the newer one', async () => {
      const field = opened()
      const legislator = await field.client('legislator')
      const asked = await openShortConsultation(legislator, {
        name: 'redraft',
        openMs: 3_600_000,
        contactPointIds: [field.contactPointId],
      })
      const device = await deviceOff(field, asked, 0)
      const { page, context } = device
      await context.setOffline(true)
      await takeDown(page, '4', '照旧稿说的')
      await nameTheCauses(legislator, asked)
      const { bills } = await legislator.read<{ bills: { drafts: { id: string; rev: number }[] }[] }>(
        '/office/api/bills',
      )
      const later = bills.flatMap(({ drafts }) => drafts).find(({ id }) => id === asked.laterDraftId)
      await legislator.read(`/office/api/drafts/${asked.laterDraftId}/release`, {
        method: 'POST',
        headers: { 'if-match': `"${later?.rev}"` },
      })
      await context.setOffline(false)
      await sendNow(page, '已全部送达')
      await page.goto(`${device.origin}/collect/#/records/delivered`)
      await page.getByText('照旧稿记的，已注明').first().waitFor()
      const [opinion] = await until('the log', async () => {
        const found = await listed(field, asked)
        return found.length === 1 && found
      })
      expect(opinion).toMatchObject({
        provisionId: 'art-4',
        flags: ['older-draft'],
        now: { provisions: [{ id: 'art-5' }] },
      })
      await context.close()
    })
  })
}

import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { saysWhy, sendNow, standing, takeDown, unlock, type Device } from './collecting-device.ts'
import { atWork, lookUp, received, untilLogged } from './collecting-work.ts'
import type { Field } from './collecting-field.ts'

interface Member {
  id: string
  rev: number
  active: boolean
}

/** The liaison at the desk, in a browser of their own. */
async function liaisonAt({ portal, browser }: Field, hash: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN' })
  const page = await context.newPage()
  await page.goto(`${portal.origin}/office/login?login_hint=liaison&return=/desk/`)
  await page.goto(`${portal.origin}/desk/${hash}`)
  return page
}

/** Takes the one opinion with these words in, at the desk's screen. */
async function takeIn(page: Page, words: string): Promise<void> {
  await page.getByRole('heading', { name: '待核对', level: 1 }).waitFor()
  const item = page.getByRole('article').filter({ hasText: words })
  await item.getByLabel('为什么收或者不收').fill('电话里核对过，是那天的座谈会')
  await item.getByRole('button', { name: '收下入库' }).click()
  await page.getByRole('article').filter({ hasText: words }).getByText('已收下').waitFor()
}

/** The id under which the browser enrolled itself. */
const deviceIdOf = ({ page }: Device): Promise<string> =>
  page.evaluate(async () => {
    const done = (request: IDBRequest) =>
      new Promise<void>((resolve) => request.addEventListener('success', () => resolve()))
    const opening = indexedDB.open('kaimen-collect')
    await done(opening)
    const held = opening.result.transaction('device').objectStore('device').get('device')
    await done(held)
    opening.result.close()
    return (held.result as { id: string }).id
  })

/** Ends or renews the collector's membership, as an administrator. */
async function setActive({ client }: Field, active: boolean): Promise<void> {
  const admin = await client('admin')
  const { members } = await admin.read<{ members: Member[] }>('/office/api/members')
  const found = members.find(({ id }) => id === 'm-collector')
  if (found === undefined) throw new Error('the collector is nobody')
  const { id, rev, ...input } = found
  const headers = { 'if-match': `"${rev}"` }
  await admin.read(`/office/api/members/${id}`, { method: 'PUT', headers, json: { ...input, active } })
}

/** Rows 15, 19, 27: trust withdrawn never costs an opinion. */
export function collectingTrust(opened: () => Field): void {
  describe('a collector or device that is trusted no more', () => {
    test('what a revoked device sends is set aside, seen by the liaison and taken in once', async () => {
      const field = opened()
      const device = await atWork(field)
      const { page, context, before } = device
      await context.setOffline(true)
      const words = '丢了的平板上记的话'
      const code = await takeDown(page, '4', words)
      const liaison = await field.client('liaison')
      await liaison.read(`/office/api/devices/${await deviceIdOf(device)}/revoke`, { method: 'POST' })
      await context.setOffline(false)
      await sendNow(page, '已全部送达')
      await page.getByText('收到了，要等联络员看过才算数。').waitFor()
      await expect.poll(() => received(field)).toBe(before)
      const desk = await liaisonAt(field, '#/quarantine')
      await takeIn(desk, words)
      await untilLogged(field, before + 1)
      expect((await lookUp(device.origin, code)).state).not.toBe('unknown')
      await desk.context().close()
      await context.close()
    })

    test('a member who may no more keeps every record; the file is carried and taken in by the liaison', async () => {
      const field = opened()
      const device = await atWork(field)
      const { page, context, before } = device
      await context.setOffline(true)
      const words = '停用以前记下的话'
      await takeDown(page, '5', words)
      await setActive(field, false)
      await context.setOffline(false)
      await sendNow(page, '待送 1 条')
      await saysWhy(page, '您的账号现在不能上报。')
      await page.reload()
      await unlock(page)
      await expect.poll(() => standing(page)).toContain('待送 1 条')

      await page.goto(`${device.origin}/collect/#/device`)
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: '存成一个文件' }).click(),
      ])
      const buffer = await readFile(await file.path())
      expect(buffer.toString('utf8')).not.toContain(words)
      const desk = await liaisonAt(field, '#/devices')
      const carried = { name: file.suggestedFilename(), mimeType: 'application/json', buffer }
      await desk.getByRole('heading', { name: '导入别人带来的文件' }).waitFor()
      await desk.locator('input[type=file]').setInputFiles(carried)
      await desk.getByRole('button', { name: '导入', exact: true }).click()
      await desk.getByText('待核对 1 条').waitFor()
      await desk.getByRole('link', { name: '去看待核对的意见' }).click()
      await takeIn(desk, words)
      await untilLogged(field, before + 1)

      await setActive(field, true)
      await sendNow(page, '已全部送达')
      await page.goto(`${device.origin}/collect/#/records/delivered`)
      await page.getByText('服务器早就有了，没有重复。').waitFor()
      expect(await received(field)).toBe(before + 1)
      await desk.context().close()
      await context.close()
    })
  })
}

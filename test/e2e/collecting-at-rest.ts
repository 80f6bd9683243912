import { describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import {
  finish,
  openDevice,
  pin,
  sendNow,
  standing,
  startSession,
  takeDown,
  takeTasks,
  unlock,
  writeByKeyboard,
} from './collecting-device.ts'
import { atWork, received, untilLogged } from './collecting-work.ts'
import type { Field } from './collecting-field.ts'
import { openAppFront } from '../support/app-front.ts'
import { until } from '../support/until.ts'

/** Every byte the browser keeps for this origin, except the app's own files: one long text in Latin-1. */
function readRaw(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const textOf = (value: unknown): string => {
      if (value instanceof ArrayBuffer) return String.fromCharCode(...new Uint8Array(value))
      if (ArrayBuffer.isView(value)) return String.fromCharCode(...new Uint8Array(value.buffer))
      if (value instanceof CryptoKey) return value.extractable ? 'EXTRACTABLE' : ''
      if (value !== null && typeof value === 'object')
        return Object.entries(value).flat().map(textOf).join(' ')
      return unescape(encodeURIComponent(String(value)))
    }
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => request.addEventListener('success', () => resolve(request.result)))
    let all = textOf({ ...localStorage }) + textOf({ ...sessionStorage })
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await asked(indexedDB.open(name))
      for (const store of db.objectStoreNames) {
        // Whose locks hang here is meant to be read: people find themselves on the lock screen.
        if (store === 'members') continue
        const held = db.transaction(store).objectStore(store)
        all += textOf(await asked(held.getAllKeys())) + textOf(await asked(held.getAll()))
      }
      db.close()
    }
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) all += url
    return all
  })
}

const latin1 = (text: string) => Buffer.from(text, 'utf8').toString('latin1')

/** Something else of this origin takes every byte that is left. */
function fillTheDisk(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const opening = indexedDB.open('filler')
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('bytes'))
    await new Promise((resolve) => opening.addEventListener('success', resolve))
    const put = (size: number) =>
      new Promise<boolean>((resolve) => {
        const tx = opening.result.transaction('bytes', 'readwrite')
        tx.objectStore('bytes').put(crypto.getRandomValues(new Uint8Array(size)), crypto.randomUUID())
        tx.addEventListener('complete', () => resolve(true))
        tx.addEventListener('abort', () => resolve(false))
      })
    for (const size of [60_000, 6_000, 600, 100]) while (await put(size));
  })
}

/** Asks for a newer app as a page that stays open does; whether its files are here and wait. */
function waitsFor(page: Page, version: string): Promise<boolean> {
  return page.evaluate(async (name) => {
    const own = await navigator.serviceWorker.getRegistration('/collect/')
    await own?.update()
    return own?.waiting != null && own.installing === null && (await caches.has(`kaimen-collect-${name}`))
  }, version)
}

/** Rows 9, 14, 16, 18, 21: what the device keeps, from whom, and how long. */
export function collectingAtRest(opened: () => Field): void {
  describe('what a collector’s device keeps', () => {
    test('the browser’s storage, read raw, shows no word, code, place or PIN; the next person sees nothing', async () => {
      const field = opened()
      const device = await atWork(field)
      const { page, context, before } = device
      await context.setOffline(true)
      const code = await takeDown(page, '4', '老张头说三十天太久')
      await page.getByRole('button', { name: '记下一条' }).click()
      await writeByKeyboard(page, '5', '写到一半的话')
      await page.getByText(/^已保存/).waitFor()
      const raw = await readRaw(page)
      expect(raw.length).toBeGreaterThan(5_000)
      const secrets = [
        '老张头',
        '写到一半',
        '河西村文化礼堂',
        '公共座椅',
        '西街',
        pin,
        code,
        code.replaceAll(' ', ''),
      ]
      for (const secret of secrets) expect(raw.includes(latin1(secret)), secret).toBe(false)
      expect(raw).not.toContain('EXTRACTABLE')

      await page.goto(`${device.origin}/collect/#/device`)
      await page.getByRole('button', { name: '退出登录' }).click()
      await page.getByText(/还有 [12] 条没有送到/).waitFor()
      await page.getByText('还有 1 条没写完').waitFor()
      await page.getByRole('button', { name: '留在这台设备上，退出' }).click()
      await page.getByRole('heading', { name: '谁在用？' }).waitFor()
      await context.setOffline(false)

      await takeTasks(device, 'liaison', 'bridge-2027')
      await expect.poll(() => standing(page)).toContain('没有待送的')
      await expect.poll(() => page.getByText('没写完').count()).toBe(0)
      for (const state of ['writing', 'queued', 'delivered', 'setAside']) {
        await page.goto(`${device.origin}/collect/#/records/${state}`)
        expect(await page.getByRole('main').innerText()).not.toContain('老张头')
      }
      await expect.poll(() => received(field)).toBe(before)

      await page.goto(`${device.origin}/office/login?login_hint=collector&return=/collect/`)
      await page.getByRole('button', { name: '陈小满' }).click()
      await unlock(page)
      await sendNow(page, '已全部送达')
      await untilLogged(field, before + 1)
      await context.close()
    })

    test('a full disk is said, the last words stay on the page, and are saved once there is room', async () => {
      const { browser, portal, asked } = opened()
      const { origin } = portal
      const device = await openDevice(browser, { origin })
      const { page, context } = device
      const cdp = await context.newCDPSession(page)
      // Chromium reckons with the room it was told of when the database was opened: the small disk comes first.
      await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 8_000_000 })
      await takeTasks(device)
      await startSession(page, asked.id, '河西村文化礼堂')
      await page.getByRole('button', { name: '记一条意见' }).click()
      await writeByKeyboard(page, '4', '还有地方的时候写的')
      await page.getByText(/^已保存/).waitFor()
      await fillTheDisk(page)
      await page.getByLabel('原话').fill('没有地方以后写的')
      await page.getByText('这台设备没地方了').waitFor()
      expect(await page.getByLabel('原话').inputValue()).toBe('没有地方以后写的')
      await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 80_000_000 })
      await page.getByText(/^已保存/).waitFor()
      await page.reload()
      await unlock(page)
      await expect.poll(() => page.getByLabel('原话').inputValue()).toBe('没有地方以后写的')
      await context.close()
    })

    test('a database wiped in the middle of a session is noticed and said, and work begins anew', async () => {
      const device = await atWork(opened())
      const { page, context } = device
      await context.setOffline(true)
      await takeDown(page, '4', '三十天太久')
      const cdp = await context.newCDPSession(page)
      await cdp.send('Storage.clearDataForOrigin', { origin: device.origin, storageTypes: 'indexeddb' })
      await page.getByText('记录被浏览器或系统清掉过').waitFor()
      await context.setOffline(false)
      await page.reload()
      await page.getByText('记录被浏览器或系统清掉过').waitFor()
      await takeTasks(device)
      await page.getByRole('button', { name: '知道了' }).click()
      await expect.poll(() => page.getByText('记录被浏览器或系统清掉过').count()).toBe(0)
      await context.close()
    })

    test('three updates of the app under an open form change nothing until they are asked for', async () => {
      const field = opened()
      const front = await openAppFront(field.portal.origin)
      const { page, context, before } = await atWork(field, { origin: front.origin })
      const version = (at: Page) => at.evaluate(() => document.documentElement.dataset['version'])
      await page.getByRole('button', { name: '记一条意见' }).click()
      await writeByKeyboard(page, '4', '写到一半，版本换了三次')
      for (const next of ['two', 'three', 'four']) {
        front.publish(next)
        await until(`version ${next} waits`, () => waitsFor(page, next))
        await expect.poll(() => page.getByLabel('原话').inputValue()).toBe('写到一半，版本换了三次')
        await expect.poll(() => version(page)).toBeUndefined()
      }
      await page.getByLabel('原话').fill('写到一半，版本换了三次，接着写')
      await page.getByText(/^已保存/).waitFor()
      await page.evaluate(() => void (location.hash = '#/device'))
      await page.getByRole('button', { name: '现在换上' }).first().click()
      await page.getByLabel(/请输口令/).waitFor()
      await until('the new version', async () => (await version(page)) === 'four')
      await unlock(page)
      await page.evaluate(() => void (location.hash = '#/'))
      await page.getByText('写到一半，版本换了三次，接着写').waitFor()
      await page.getByRole('link', { name: '恢复，接着写' }).click()
      await page.getByLabel('原话').waitFor()
      await finish(page)
      await sendNow(page, '已全部送达')
      await untilLogged(field, before + 1)
      await context.close()
      front.close()
    })
  })
}

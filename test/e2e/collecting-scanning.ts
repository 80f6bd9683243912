import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { finish, startSession, takeTasks, writeByKeyboard } from './collecting-device.ts'
import { lookUp } from './collecting-work.ts'
import type { Field } from './collecting-field.ts'
import { faultsOf } from '../support/accessibility.ts'
import { openFakeCamera, type FakeCamera } from '../support/fake-camera.ts'
import { until } from '../support/until.ts'

/** The first two slips of a page as they come out of the printer, their stubs alone and both in one picture. */
interface Prints {
  first: Buffer
  second: Buffer
  both: Buffer
}

/** Where stubs stand on a page of slips, in points of 150 to an inch: one below the other. */
const stub = { left: 50, top: 60, wide: 440, high: 163 }

async function printSlips(page: Page): Promise<Prints> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kaimen-slips-'))
  try {
    const file = path.join(folder, 'slips.pdf')
    await page.pdf({ path: file, preferCSSPageSize: true })
    const cut = async (from: number, count: number) => {
      const place = { '-x': stub.left, '-y': stub.top + from * stub.high, '-W': stub.wide }
      const area = Object.entries({ ...place, '-H': count * stub.high }).flatMap(([key, n]) => [
        key,
        String(n),
      ])
      const out = path.join(folder, `${from}-${count}`)
      execFileSync('pdftoppm', ['-q', '-r', '150', '-png', '-singlefile', ...area, file, out])
      return readFile(`${out}.png`)
    }
    return { first: await cut(0, 1), second: await cut(1, 1), both: await cut(0, 2) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const openCamera = (page: Page) => page.getByRole('button', { name: '用摄像头扫码' }).click()
const codeIn = (page: Page) => page.getByLabel('回执码', { exact: true }).inputValue()
const choosePhoto = (page: Page, buffer: Buffer, mimeType = 'image/png') =>
  page.getByLabel('从照片里读码').setInputFiles({ name: 'photo', mimeType, buffer })

/** Rows 23 and the enrolment: codes read by camera and from photos, in a browser that reads none by itself. */
export function collectingScanning(opened: () => Field): void {
  describe('reading printed and shown codes', () => {
    let camera: FakeCamera
    let desk: BrowserContext
    let page: Page
    let slips: Prints
    const complaints: string[] = []

    beforeAll(async () => {
      camera = await openFakeCamera()
      const { portal, asked } = opened()
      desk = await camera.browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN' })
      await desk.grantPermissions(['camera'], { origin: portal.origin })
      page = await desk.newPage()
      page.on('pageerror', (error) => complaints.push(error.message))
      await page.goto(`${portal.origin}/office/login?login_hint=liaison&return=/desk/`)
      await page.goto(`${portal.origin}/desk/#/tasks/${asked.id}/paper`)
      await page.getByLabel('印什么').selectOption('slips')
      slips = await printSlips(page)
    })
    afterAll(async () => {
      await camera?.close()
      expect(complaints).toEqual([])
    })
    const go = async (hash: string, heading: string) => {
      await page.goto(`${opened().portal.origin}/desk/${hash}`)
      await page.getByRole('heading', { name: heading, level: 1 }).waitFor()
    }

    test('a slip held before the camera is typed in; of two slips neither is; the receipt is found by camera', async () => {
      expect(await page.evaluate(() => 'BarcodeDetector' in globalThis)).toBe(false)
      await go(`#/tasks/${opened().asked.id}/transcribe`, '录入纸质意见')
      await camera.holdUp(slips.both)
      await openCamera(page)
      await page.getByText('画面里有好几个不同的码').waitFor()
      expect(await codeIn(page)).toBe('')
      expect(await faultsOf(page)).toEqual([])
      await page.getByRole('button', { name: '关掉摄像头' }).click()
      await camera.holdUp(slips.first)
      await openCamera(page)
      const code = await until('the code', async () => (await codeIn(page)) || undefined)
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{24}$/)
      expect(await page.locator('video').count()).toBe(0)
      expect(page.url()).not.toContain(code)
      const clause = page.getByLabel('条款代码')
      expect(await clause.evaluate((field) => field === document.activeElement)).toBe(true)
      await page.getByLabel('2 要改').check()
      await page.getByLabel('原话').fill('纸上写的：修得太慢。')
      await page.getByRole('button', { name: '存下，录下一条' }).click()
      await page.getByText('已存入').waitFor()
      // The camera is open for the next slip; the one just entered still lies before it.
      await page.getByText('这一张已经录过，请换下一张。').waitFor()
      expect(await codeIn(page)).toBe('')
      await page.getByRole('button', { name: '关掉摄像头' }).click()

      await go('#/lookup', '查回执')
      await openCamera(page)
      await page.getByRole('button', { name: '打印给他' }).waitFor()
      expect(await page.locator('.f-slip').innerText()).toContain('修得太慢')
    })

    test('a photo is read as well; one without a code, with two or no photo at all is told apart', async () => {
      await go('#/lookup', '查回执')
      await page.reload()
      await choosePhoto(page, slips.both)
      await page.getByText('照片里有好几个不同的码').waitFor()
      await choosePhoto(page, await page.screenshot())
      await page.getByText('照片里没有读到码').waitFor()
      await choosePhoto(page, Buffer.from('not a picture'))
      await page.getByText('不是浏览器能打开的照片').waitFor()
      await choosePhoto(page, slips.first)
      await page.getByRole('button', { name: '打印给他' }).waitFor()
      expect(await page.locator('.f-slip').innerText()).toContain('修得太慢')
    })

    test('a camera that is missing, refused or taken is said in words, and typing goes on', async () => {
      const { portal, asked } = opened()
      await go(`#/tasks/${asked.id}/transcribe`, '录入纸质意见')
      await camera.unplug()
      await openCamera(page)
      await page.getByText('没有找到摄像头').waitFor()
      await camera.holdUp(slips.second)
      await desk.clearPermissions()
      await openCamera(page)
      await page.getByText('浏览器没有让用摄像头').waitFor()
      await desk.grantPermissions(['camera'], { origin: portal.origin })
      // Chromium's file is a camera for everybody at once: what a real one says when it is taken is said for it.
      await page.evaluate(() => {
        const taken = new DOMException('Could not start video source', 'NotReadableError')
        navigator.mediaDevices.getUserMedia = () => Promise.reject(taken)
      })
      await openCamera(page)
      await page.getByText('多半正被别的程序用着').waitFor()
      await page.getByLabel('回执码', { exact: true }).fill('照着打的')
      expect(await codeIn(page)).toBe('照着打的')
    })

    test('a device is enrolled by the code on the desk’s screen, and takes a slip’s code without a network', async () => {
      const { portal, asked, client } = opened()
      await go('#/devices', '采集设备')
      await page.getByRole('button', { name: '显示登记二维码' }).click()
      await camera.holdUp(await page.locator('.enrol-qr').screenshot())
      const context = await camera.browser.newContext({
        viewport: { width: 390, height: 844 },
        locale: 'zh-CN',
      })
      await context.grantPermissions(['camera'], { origin: portal.origin })
      const phone = await context.newPage()
      phone.on('pageerror', (error) => complaints.push(error.message))
      await phone.goto(`${portal.origin}/collect/`)
      await phone.getByText('联络员给了登记二维码').click()
      await openCamera(phone)
      await phone.getByText('登记码读到了').waitFor()
      const device = { origin: portal.origin, context, page: phone, complaints }
      await takeTasks(device)
      const auditor = await client('auditor')
      await until('the audit trail', async () => {
        const { events } = await auditor.read<{ events: { action: string; facts: unknown }[] }>(
          '/office/api/audit',
        )
        return events.some(
          (entry) =>
            entry.action === 'device.enrol' && JSON.stringify(entry.facts).includes('"withCode":true'),
        )
      })

      await startSession(phone, asked.id, '河西村文化礼堂')
      await context.setOffline(true)
      await camera.holdUp(slips.second)
      await phone.getByText('对方手里的纸条已经印好了回执码').click()
      await openCamera(phone)
      await writeByKeyboard(phone, '4', '纸条上有码的人说的')
      const code = await finish(phone)
      await context.setOffline(false)
      await until('the receipt', async () => (await lookUp(portal.origin, code)).state !== 'unknown')
      await go('#/lookup', '查回执')
      await choosePhoto(page, slips.second)
      await page.getByRole('button', { name: '打印给他' }).waitFor()
      expect(await page.locator('.f-slip').innerText()).toContain('纸条上有码的人说的')
      await context.close()
    })
  })
}

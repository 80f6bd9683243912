import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import {
  deviceIn,
  finish,
  pressSend,
  sendNow,
  standing,
  startSession,
  takeTasks,
  unlock,
  writeByKeyboard,
  type Device,
} from './collecting-device.ts'
import { lookUp, received, untilLogged, uploads } from './collecting-work.ts'
import type { Field } from './collecting-field.ts'
import { openProfile } from '../support/browser.ts'
import { until } from '../support/until.ts'

const words = '停电以前说的话'

/** A laptop that is switched on and loses its power; the profile on its disk is all that stays. */
function laptopAt(origin: string, folder: string) {
  let off = async () => {}
  return {
    on: async (): Promise<Device> => {
      const { context, kill9 } = await openProfile(folder)
      off = kill9
      return deviceIn(context, { origin, patienceMs: 60_000 })
    },
    /** Switched on again without a network: the app comes from the disk. */
    onOffline: async function (): Promise<Device> {
      const device = await this.on()
      await device.context.setOffline(true)
      await device.page.goto(`${origin}/collect/`)
      await unlock(device.page)
      return device
    },
    /** Once only: a process id that is free again may be another program's. */
    off: async () => {
      const kill = off
      off = async () => {}
      await kill()
    },
  }
}

/** A browser that died remembers nobody's sign-in; the records are there all the same. */
async function signInAgain({ page, origin }: Device): Promise<void> {
  await page.goto(`${origin}/office/login?login_hint=collector&return=/collect/`)
  await unlock(page)
}

/** Row 9: the browser is killed at every step. */
export function collectingKilled(opened: () => Field): void {
  test('a laptop that loses its power at every step loses no word and doubles none', async () => {
    const field = opened()
    const { portal, asked } = field
    const before = await received(field)
    const folder = await mkdtemp(path.join(tmpdir(), 'kaimen-laptop-'))
    const laptop = laptopAt(portal.origin, folder)
    try {
      const fresh = await laptop.on()
      await takeTasks(fresh)
      await fresh.context.setOffline(true)
      const session = await startSession(fresh.page, asked.id, '停电的河西村')
      await laptop.off()

      const begun = await laptop.onOffline()
      await begun.page.evaluate((hash) => void (location.hash = hash), session)
      await begun.page.getByRole('button', { name: '记一条意见' }).click()
      await writeByKeyboard(begun.page, '4', words)
      await begun.page.getByText(/^已保存/).waitFor()
      await begun.page.getByLabel('原话').press('End')
      await begun.page.keyboard.type('，后面没来得及存')
      await laptop.off()

      const found = await laptop.onOffline()
      await found.page.locator('.unfinished').getByText(words).waitFor()
      await found.page.getByRole('link', { name: '恢复，接着写' }).click()
      expect(await found.page.getByLabel('原话').inputValue()).toContain(words)
      await found.page.getByLabel('原话').fill(`${words}，写完了`)
      const code = await finish(found.page)
      await laptop.off()

      const sending = await laptop.on()
      await sending.context.route(uploads, async (route) => {
        // The power may go before the answer is there.
        const answer = await route.fetch().catch(() => undefined)
        if (((await answer?.json()) as { opinions: unknown[] } | undefined)?.opinions.length === 0)
          await route.fulfill({ response: answer })
        // What the portal wrote it holds; the laptop never hears of it.
      })
      await signInAgain(sending)
      await expect.poll(() => standing(sending.page)).toContain('待送 1 条')
      await pressSend(sending.page)
      await until('the receipt', async () => (await lookUp(portal.origin, code)).state !== 'unknown')
      await laptop.off()

      const last = await laptop.on()
      await signInAgain(last)
      await sendNow(last.page, '已全部送达')
      await last.page.goto(`${portal.origin}/collect/#/records/delivered`)
      await last.page.getByText('服务器早就有了，没有重复。').waitFor()
      await untilLogged(field, before + 1)
      expect(JSON.stringify(await lookUp(portal.origin, code))).toContain(`${words}，写完了`)
      await laptop.off()
    } finally {
      await laptop.off().catch(() => undefined)
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    }
  })
}

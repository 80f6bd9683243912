import { execFileSync } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { receiptCode } from '#core/collecting/receipt.ts'
import { desksOf } from './at-desks.ts'
import { faultsOf, overflowOf } from '../support/accessibility.ts'

const desktop = { width: 1280, height: 900 }

/**
 * Prints what stands on the page as a person would, and reads every QR code of every page: page by page, each once. Looks
 * closer, or from further off, only when a page shows fewer codes than `expected`.
 */
async function printAndScan(page: Page, expected: readonly number[]): Promise<string[][]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kaimen-paper-'))
  try {
    const file = path.join(folder, 'paper.pdf')
    await page.pdf({ path: file, preferCSSPageSize: true })
    const looks: string[][][] = []
    let codes: string[][] = []
    for (const dotsPerInch of ['150', '220', '300']) {
      const prefix = `at-${dotsPerInch}-`
      execFileSync('pdftoppm', ['-r', dotsPerInch, '-gray', file, path.join(folder, prefix)])
      const images = (await readdir(folder)).filter((name) => name.startsWith(prefix)).sort()
      looks.push(images.map((name) => scan(path.join(folder, name))))
      codes = images.map((_, at) => everSeen(looks.map((pages) => pages[at] ?? [])))
      if (codes.every((seen, at) => seen.length >= (expected[at] ?? 0))) break
    }
    return codes
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** zbar ends with 4 when a picture has no code in it. */
function scan(image: string): string[] {
  try {
    const stdio: ['ignore', 'pipe', 'ignore'] = ['ignore', 'pipe', 'ignore']
    return execFileSync('zbarimg', ['-q', '--raw', '-Sdisable', '-Sqrcode.enable', image], {
      encoding: 'utf8',
      stdio,
    })
      .split('\n')
      .filter((line) => line !== '')
  } catch (error) {
    if ((error as { status?: number }).status === 4) return []
    throw error
  }
}

/** A reader overlooks a code among twenty now and then, a person holds the phone closer: each as often as it was ever seen at once. */
function everSeen(readings: readonly string[][]): string[] {
  return [...new Set(readings.flat())].flatMap((code) => {
    const seen = readings.map((reading) => reading.filter((other) => other === code).length)
    return Array<string>(Math.max(...seen)).fill(code)
  })
}

const codeOf = (address: string) => new URL(address).hash.slice(1)

/** What goes out on paper comes back typed in, and the answer goes home on paper. */
export function paperJourney(portal: () => { origin: string }, browser: () => Browser): void {
  describe('a contact point on paper', () => {
    let page: Page
    const { sitDown, leave } = desksOf(portal, browser)
    const go = async (hash: string, heading: string) => {
      await page.context().setOffline(false)
      await page.goto(`${portal().origin}/desk/${hash}`)
      await page.reload()
      await page.getByRole('heading', { name: heading, level: 1 }).waitFor()
    }

    beforeAll(async () => {
      page = await sitDown('liaison')
    })
    afterAll(leave)

    test('forms of two pages; every opinion has its code on the box and on the slip, no two alike', async () => {
      await go('#/tasks/c-waterfront/paper', '印纸质表和回执条')
      await page.getByLabel('印几份').fill('2')
      const codes = await printAndScan(page, [1, 6, 1, 6])
      expect(codes).toHaveLength(4)
      const form = `${portal().origin}/bills/yunxi-waterfront/?draft=yunxi-waterfront-d1&point=xijie`
      expect([codes[0], codes[2]]).toEqual([[form], [form]])
      const slips = [...(codes[1] ?? []), ...(codes[3] ?? [])]
      expect(slips).toHaveLength(12)
      const counts = Map.groupBy(slips.map(codeOf), (code) => code)
      expect([...counts.values()].map((twice) => twice.length)).toEqual(Array(6).fill(2))
      for (const slip of slips)
        expect(slip).toMatch(new RegExp(`^${portal().origin}/receipt/#[0-9A-HJKMNP-TV-Z]{24}$`))

      const again = (await printAndScan(page, [1, 6, 1, 6])).flat().map(codeOf)
      expect(again.filter((code) => code !== '' && counts.has(code))).toEqual([])
      await expect.poll(() => page.locator('.paper-stage .p-code:not(.p-none)').count()).toBe(0)
    })

    test('large type on two pages, and ten slips to a page', async () => {
      await page.getByLabel('印几份').fill('1')
      await page.getByLabel('印什么').selectOption('large')
      const large = await printAndScan(page, [1, 4])
      expect([large.length, large[1]?.length]).toEqual([2, 4])
      await page.getByLabel('印什么').selectOption('slips')
      const codes = await printAndScan(page, [20])
      expect(codes).toHaveLength(1)
      expect(codes[0]).toHaveLength(20)
      expect(new Set(codes[0]).size).toBe(10)
    })

    test('a form without printed codes may be copied: it has none', async () => {
      await page.getByLabel('印什么').selectOption('usual')
      await page.getByLabel('回执码', { exact: true }).selectOption('byHand')
      const codes = await printAndScan(page, [1, 0])
      expect(codes.flat().map(codeOf)).toEqual([''])
    })

    test('an opinion is typed in by keyboard alone, stored once, and a second time known', async () => {
      const code = receiptCode(crypto.getRandomValues(new Uint8Array(15)))
      const enter = async (typed: string, clause: string, digit: string, said: string) => {
        await page.getByLabel('回执码', { exact: true }).focus()
        await page.keyboard.type(typed)
        await page.keyboard.press('Enter')
        await page.keyboard.type(clause)
        await page.keyboard.press('Enter')
        await page.keyboard.press(digit)
        await page.keyboard.insertText(said)
        await page.keyboard.press('Control+Enter')
      }
      await go('#/tasks/c-waterfront/transcribe', '录入纸质意见')
      await enter(`${portal().origin}/receipt/#${code}`, '24', '2', '划一段让人钓鱼。')
      await page.getByText('已存入').waitFor()
      await expect.poll(() => page.getByLabel('回执码', { exact: true }).inputValue()).toBe('')
      await enter(code, '24', '2', '又打一遍')
      await page.getByText('这个回执码刚才录过了').waitFor()

      await go('#/tasks/c-waterfront/transcribe', '录入纸质意见')
      await enter(code.toLowerCase(), '第二十四条', '2', '另一句话。')
      await page.getByText('没有存：回执码被占用').waitFor()
      await expect
        .poll(() => page.locator('.entered-sums').innerText())
        .toMatch(/录了 1\s+已存 0\s+早有 0\s+要处理 1/)

      await page.getByRole('button', { name: '来信上没有码，给它一个新的' }).click()
      await page.getByText('请照着抄给写信的人').waitFor()
      await enter('', '0', '6', '信上写的：字太小，老人看不清。')
      await expect.poll(() => page.locator('.entered-sums').innerText()).toMatch(/录了 2\s+已存 1/)

      await go('#/lookup', '查回执')
      await page.getByLabel('回执码', { exact: true }).fill(code)
      await page.getByRole('button', { name: '查一查' }).click()
      await page.getByRole('button', { name: '打印给他' }).waitFor()
      await expect.poll(() => page.locator('.f-slip').innerText()).toContain('划一段让人钓鱼。')
    })

    test('what could not be sent waits in sight and goes when the portal answers again', async () => {
      await go('#/tasks/c-waterfront/transcribe', '录入纸质意见')
      const code = page.getByLabel('回执码', { exact: true })
      await code.waitFor()
      await page.context().setOffline(true)
      await code.fill(receiptCode(crypto.getRandomValues(new Uint8Array(15))))
      await page.getByLabel('3 不赞成').check()
      await page.getByLabel('原话').fill('没有网的时候打的。')
      await page.getByRole('button', { name: '存下，录下一条' }).click()
      await page.getByText('连不上服务器').waitFor()
      await expect.poll(() => page.locator('.entered-sums').innerText()).toContain('没送出 1')
      const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
      expect(kept).not.toContain('没有网的时候打的')
      await page.context().setOffline(false)
      await page.getByRole('button', { name: '现在再送' }).click()
      await page.getByText('已存入').waitFor()
      await expect.poll(() => page.locator('.entered-sums').innerText()).toContain('没送出 0')
    })

    test('the answer goes home: slips by occasion, and before the bulletin when it will be there', async () => {
      await go('#/consultations/c-quiet-nights/slips', '反馈单')
      await page.locator('.f-slip').first().waitFor()
      const slips = await page.locator('.f-slip').count()
      expect(slips).toBeGreaterThan(5)
      await expect.poll(() => page.getByRole('main').innerText()).toContain(`通报已答复 ${slips} 条`)
      await expect.poll(() => page.locator('.f-slip mark').count()).toBeGreaterThan(0)
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
      expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(1)
      await go('#/consultations/c-waterfront/slips', '反馈单')
      await page.getByText('采纳情况通报还没有发布').waitFor()
    })

    test('slips too many for one answer are printed part by part, all of them or those of one occasion', async () => {
      await page.route('**/feedback-slips*', (route, request) => {
        const address = new URL(request.url())
        address.searchParams.set('limit', '4')
        return route.continue({ url: address.href })
      })
      await go('#/consultations/c-quiet-nights/slips', '反馈单')
      const [status, slips] = [page.getByText(/一共 \d+ 条/), page.locator('.f-slip')]
      await status.waitFor()
      const all = Number(/一共 (\d+) 条/.exec(await status.innerText())?.[1])
      expect(all).toBeGreaterThan(8)
      await page.getByRole('button', { name: '打印第 1–4 条' }).waitFor()
      const said: string[] = await slips.allInnerTexts()
      for (let from = 5; from <= all; from += 4) {
        await page.getByRole('button', { name: '下一部分' }).click()
        await page.getByText(`下面是第 ${from}–${Math.min(from + 3, all)} 条`).waitFor()
        await page.locator('.waiting').waitFor({ state: 'detached' })
        said.push(...(await slips.allInnerTexts()))
      }
      expect(said).toHaveLength(all)
      const choice = page.getByLabel('哪一场')
      const names = await choice.locator('option').allInnerTexts()
      const one = names.slice(1).findIndex((name) => Number(/（(\d+)）$/.exec(name)?.[1]) <= 4) + 1
      const count = Number(/（(\d+)）$/.exec(names[one] ?? '')?.[1])
      await choice.selectOption({ index: one })
      await page.getByRole('button', { name: `打印（${count} 条）` }).waitFor()
      await expect.poll(() => slips.count()).toBe(count)
      await page.unroute('**/feedback-slips*')
    })

    test('every paper screen passes axe, on a desk and on a phone, and is never wider than it', async () => {
      const screens = [
        ['#/tasks/c-waterfront/paper', '印纸质表和回执条'],
        ['#/tasks/c-waterfront/transcribe', '录入纸质意见'],
        ['#/consultations/c-quiet-nights/slips', '反馈单'],
        ['#/lookup', '查回执'],
      ] as const
      const faults: string[] = []
      for (const viewport of [desktop, { width: 390, height: 844 }]) {
        await page.setViewportSize(viewport)
        for (const [hash, heading] of screens) {
          await go(hash, heading)
          await page.locator('.waiting').waitFor({ state: 'detached' })
          faults.push(...(await faultsOf(page)).map((fault) => `${hash} ${fault}`))
          const wide = await overflowOf(page)
          if (wide > 1) faults.push(`${hash}: ${wide} px wider than ${viewport.width}`)
        }
      }
      expect(faults).toEqual([])
    })
  })
}

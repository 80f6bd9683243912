import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { faultsOf } from '../support/accessibility.ts'

/** A resident with a receipt and a mailbox, which in the local portal is the trial outbox. */
export interface LetterWalk {
  page: Page
  origin: string
  receiptCode: string
  address: string
}

const lookUp = async ({ page, origin, receiptCode }: LetterWalk) => {
  await page.goto(`${origin}/receipt/`)
  await page.getByLabel('回执码').fill(receiptCode)
  await page.getByRole('button', { name: '查一查' }).click()
}

const letterTo = ({ page, address }: LetterWalk, subject: string) =>
  page.getByRole('article').filter({ hasText: address }).filter({ hasText: subject })

/** Leaves an address beside the receipt and confirms it from the letter that comes. */
export async function leaveAddress(walk: LetterWalk): Promise<void> {
  const { page, origin, receiptCode, address } = walk
  await lookUp(walk)
  await page.getByRole('heading', { name: '有答复时，发邮件告诉我' }).waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.getByLabel('邮箱').fill(address)
  await page.getByRole('button', { name: '发一封确认信' }).click()
  await page.getByRole('heading', { name: '请到邮箱里确认' }).waitFor()

  await page.goto(`${origin}/outbox/`)
  const letter = letterTo(walk, '请确认')
  expect((await letter.innerText()).replaceAll(/\s/g, '')).not.toContain(receiptCode)
  await letter.getByRole('link', { name: /#confirm=/ }).click()
  const code = page.getByLabel('确认码')
  await expect.poll(() => code.inputValue()).toMatch(/^(\w{4} ){3}\w{4}$/)
  expect(new URL(page.url()).hash).toBe('')
  expect(await page.getByRole('button', { name: /退订/ }).isVisible()).toBe(false)
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: '确认' }).click()
  await page.getByRole('heading', { name: '好了，有答复就告诉您' }).waitFor()
}

/** Finds the letter that tells of the answer, follows it to the receipt, and unsubscribes. */
export async function followLetter(walk: LetterWalk): Promise<void> {
  const { page, origin, receiptCode } = walk
  const letter = letterTo(walk, '您的意见有答复了')
  await expect
    .poll(async () => {
      await page.goto(`${origin}/outbox/`)
      return letter.count()
    })
    .toBe(1)
  const words = await letter.innerText()
  expect(words).not.toContain('三十天太久了')
  expect(words.replaceAll(/\s/g, '')).not.toContain(receiptCode)
  await letter.getByRole('link', { name: /\/receipt\/$/ }).click()
  await page.getByLabel('回执码').fill(receiptCode)
  await page.getByRole('button', { name: '查一查' }).click()
  await expect.poll(() => page.getByRole('main').innerText()).toContain('在七日内修复')
  expect(await page.getByLabel('邮箱').count()).toBe(0)

  await page.goto(`${origin}/outbox/`)
  await letter.getByRole('link', { name: /#leave=/ }).click()
  await page.getByRole('button', { name: '退订，删掉我的邮箱' }).click()
  await page.getByRole('heading', { name: '已经退订' }).waitFor()
}

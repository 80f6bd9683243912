import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'

export interface Desks {
  /** A person at a desk of their own: signed in, on the screen whose heading is awaited. */
  sitDown: (login: string, at?: { hash: string; heading: string }) => Promise<Page>
  /** Everybody leaves; no script may have failed while they were there. */
  leave: () => Promise<void>
}

/** The desks of one journey: each person has a window, and cookies, of their own. */
export function desksOf(portal: () => { origin: string }, browser: () => Browser): Desks {
  const pages: Page[] = []
  const complaints: string[] = []
  return {
    sitDown: async (login, { hash, heading } = { hash: '', heading: '您好' }) => {
      const context = await browser().newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN' })
      const page = await context.newPage()
      pages.push(page)
      page.on('pageerror', (error) => complaints.push(error.message))
      const back = encodeURIComponent(`/desk/${hash}`)
      await page.goto(`${portal().origin}/office/login?login_hint=${login}&return=${back}`)
      await page.getByRole('heading', { name: heading }).waitFor()
      return page
    },
    leave: async () => {
      await Promise.all(pages.map((page) => page.context().close()))
      expect(complaints).toEqual([])
    },
  }
}

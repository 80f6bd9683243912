import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { pagePaths } from '#contract/page-paths.ts'
import { PublishedLineage, type PublishedDraft } from '#contract/published.ts'
import { alignDrafts } from '#core/lineage/align-drafts.ts'
import { DraftText } from '#core/bill.ts'
import { draftFormats, type DraftFormat } from '#core/draft/draft-formats.ts'
import type { ProvisionId } from '#core/ids.ts'
import type { LineageLink } from '#core/lineage/lineage.ts'
import { writeNumeral } from '#core/draft/numerals.ts'
import { parseDraft } from '#core/draft/parse-draft.ts'
import { articlesOf, walkProvisions } from '#core/draft/provision.ts'
import { openBrowser } from '../support/browser.ts'
import { openExampleSite, type ExampleSite } from '../support/example-site.ts'
import { examplePortal } from '../support/example-published.ts'

/** The second text of a bill without 第十条: everything behind it has another number. */
function withoutTenth(draft: PublishedDraft): PublishedDraft {
  const shorter = structuredClone(draft)
  for (const provision of walkProvisions(shorter.provisions))
    provision.children = provision.children.filter(({ id }) => id !== 'art-10')
  for (const [place, article] of articlesOf(shorter.provisions).entries()) {
    const before = article.id
    article.number = place + 1
    article.label = `第${writeNumeral(place + 1)}条`
    for (const below of walkProvisions([article]))
      below.id = below.id.replace(before, `art-${place + 1}`) as ProvisionId
  }
  return shorter
}

/** As aligned, but for what a person corrected: 第四十条 was taken up by 第三十八条. */
function reviewedLineage(): PublishedLineage {
  const links = alignDrafts(first.provisions, second.provisions).map((link): LineageLink => {
    if (link.to[0] === 'art-38')
      return { ...link, from: [...link.from, 'art-40' as ProvisionId], kind: 'merged' }
    return link.from[0] === 'art-40' ? { ...link, from: [], kind: 'added', score: 0 } : link
  })
  return PublishedLineage.parse({ fromDraftId: first.id, toDraftId: second.id, links, causes: [] })
}

const files = examplePortal()
const first = files['drafts/answered-1.json'] as PublishedDraft
const second = withoutTenth(files['drafts/answered-2.json'] as PublishedDraft)
files['drafts/answered-2.json'] = second
files['lineages/answered-1..answered-2.json'] = reviewedLineage()
let site: ExampleSite
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  ;[site, browser] = await Promise.all([openExampleSite(files), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.origin })
  page = await context.newPage()
})
afterEach(() => context.close())

const open = (path: string) => page.goto(`${site.origin}${path}`)
const status = () => page.locator('[data-find] [data-status]').textContent()
const marks = () => page.locator('.law mark[data-found]')
const current = () => page.locator('.law mark[aria-current]')

async function ask(words: string): Promise<void> {
  await page.fill('#find', words)
  await page.press('#find', 'Enter')
}

describe('finding in a bill', () => {
  test('without scripts there is no box, because it could not work', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false })
    const read = await plain.newPage()
    await read.goto(`${site.origin}/bills/waterfront/`)
    expect(await read.locator('[data-find]').isVisible()).toBe(false)
    expect(await read.locator('.contents').isVisible()).toBe(true)
    await plain.close()
  })

  test('marks every place, counts them aloud and goes round by keyboard', async () => {
    await open('/bills/waterfront/')
    const before = await page.locator('.law').textContent()
    const count = (before?.split('步道').length ?? 1) - 1
    expect(count).toBeGreaterThan(3)
    await ask('步道')
    expect(await marks().count()).toBe(count)
    expect(await status()).toContain(`“步道”一共有 ${count} 处。这是第 1 处：第`)
    expect(await page.locator('[data-status]').getAttribute('role')).toBe('status')
    expect(await current().first().isVisible()).toBe(true)
    await page.press('#find', 'Enter')
    expect(await status()).toContain('这是第 2 处')
    await page.press('#find', 'Shift+Enter')
    await page.press('#find', 'Shift+Enter')
    expect(await status()).toContain(`这是第 ${count} 处`)
    await page.press('#find', 'Escape')
    expect(await marks().count()).toBe(0)
    expect(await page.locator('.law').textContent()).toBe(before)
    expect(new URL(page.url()).hash).toBe('')
  })

  test('each listed place leads to its provision', async () => {
    await open('/bills/waterfront/')
    await ask('步道')
    const second = page.locator('[data-hits] a').nth(1)
    const anchor = await second.getAttribute('href')
    await second.click()
    expect(new URL(page.url()).hash).toBe(anchor)
    await page.waitForFunction(() =>
      document.querySelector('[data-status]')?.textContent?.includes('第 2 处'),
    )
    expect(
      await current()
        .first()
        .evaluate((mark) => `#${mark.closest('[id]')?.id}`),
    ).toBe(anchor)
  })

  test('says plainly that something is only near, and that nothing is there', async () => {
    await open('/bills/waterfront/')
    await ask('滨水公共空涧')
    expect(await status()).toContain('没有和“滨水公共空涧”一字不差的地方')
    expect(await marks().count()).toBeGreaterThan(0)
    await ask('航天发射')
    expect(await status()).toBe('没有找到“航天发射”。换几个字再试试。')
    expect(await page.locator('[data-hits]').isVisible()).toBe(false)
  })

  test('a link to a search finds again, in English too, and what was asked never leaves the browser', async () => {
    const asked: string[] = []
    page.on('request', (request) => void asked.push(decodeURIComponent(request.url())))
    await open(`/en/bills/waterfront/#find=${encodeURIComponent('步道')}`)
    await current().first().waitFor()
    expect(await page.inputValue('#find')).toBe('步道')
    expect(await status()).toMatch(/stands in \d+ places\. This is place 1/)
    for (const url of asked) expect(url.split('#')[0]).not.toContain('步道')
    await open('/bills/waterfront/#find=%E0%A4%A')
    expect(await marks().count()).toBe(0)
  })

  test('words typed as markup stay words', async () => {
    await open('/bills/waterfront/')
    await ask('<img src=x onerror=alert(1)>')
    expect(await page.locator('[data-find] img').count()).toBe(0)
    expect(await status()).toContain('<img')
  })
})

describe('citing', () => {
  test('copies the citation and a link of an article and of its 款 and 项', async () => {
    await open('/bills/waterfront/')
    await page.click('#art-23 .number a')
    await page.click('#art-24 .number a')
    expect(await page.locator('.cite').count()).toBe(1)
    expect(await page.locator('.number a[aria-expanded=true]').textContent()).toBe('第二十四条')
    const line = page.locator('#art-24 .cite > div')
    await line.getByText('复制引用').click()
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
    await page.locator('.cite [role=status]', { hasText: '已复制' }).waitFor()
    expect(await clipboard()).toMatch(/^《.+》（征求意见稿）第二十四条$/)
    await page.click('.cite summary')
    const item = page.locator('.cite li', { hasText: '第（三）项' }).first()
    await item.getByText('复制链接').click()
    await page.waitForFunction(async () => (await navigator.clipboard.readText()).includes('.i3'))
    await open(new URL(await clipboard()).pathname + new URL(await clipboard()).hash)
    expect(await page.locator(':target').evaluate(({ id }) => id)).toMatch(/^art-24\.p\d\.i3$/)
  })

  test('where the clipboard refuses, shows the words to be selected', async () => {
    await context.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
    await open('/bills/waterfront/')
    await page.click('#art-24 .number a')
    await page.locator('#art-24 .cite > div').getByText('复制引用').click()
    await page.locator('.cite [role=status]', { hasText: '没能复制' }).waitFor()
  })
})

describe('a link made for an earlier text', () => {
  test('says where its article went, and leads there and back to that text', async () => {
    await open('/bills/answered/drafts/answered-2/#art-24')
    const note = page.locator('#art-24 .went')
    expect(await note.textContent()).toMatch(/征求意见稿的第二十四条，它在这一稿里是\s*第二十三条/)
    expect(await note.locator('a').first().getAttribute('href')).toBe('#art-23')
    await note.locator('a').last().click()
    await page.waitForURL('**/drafts/answered-1/#art-24')
    expect(await page.locator('.went').count()).toBe(0)
  })

  test('says that an article is no more, and nothing where the number stayed', async () => {
    await open('/bills/answered/drafts/answered-2/#art-10')
    expect(await page.locator('.went').textContent()).toContain('第十条，它在这一稿里没有了')
    await open('/bills/answered/drafts/answered-2/?#art-5')
    expect(await page.locator('.went').count()).toBe(0)
  })

  test('speaks also when the number does not exist any more, and as people corrected it', async () => {
    await open('/bills/answered/drafts/answered-2/#art-40')
    expect(await page.locator('.went').textContent()).toMatch(/它在这一稿里是\s*第三十八条/)
  })
})

describe('open files', () => {
  const formats = Object.keys(draftFormats) as DraftFormat[]
  const draft = files['drafts/waterfront-1.json'] as PublishedDraft
  const read = (format: DraftFormat) =>
    readFileSync(join(site.directory, pagePaths.draftFile(draft.billId, draft.id, format)), 'utf8')

  test('every released draft has its files, and the page of its text links to them', async () => {
    await open('/bills/waterfront/')
    for (const format of formats) {
      const href = pagePaths.draftFile(draft.billId, draft.id, format)
      expect(await page.locator(`a[href="${href}"]`).count()).toBe(1)
      const response = await context.request.get(site.origin + href)
      expect(response.status()).toBe(200)
      expect(response.headers()['content-type']).toMatch(/charset=utf-8|application\/(?:json|xml)/)
    }
  })

  test('each says the same words', () => {
    expect(parseDraft(read('txt')).provisions.map(({ id }) => id)).toEqual(
      draft.provisions.map(({ id }) => id),
    )
    const { billTitle, datedOn, authority, ...text } = JSON.parse(read('json')) as Record<string, unknown>
    expect(DraftText.parse(text)).toEqual(draft)
    expect([billTitle, datedOn, authority].every((fact) => typeof fact === 'string' && fact !== '')).toBe(
      true,
    )
    expect(read('akn.xml')).toContain('eId="art_24__para_1')
  })
})

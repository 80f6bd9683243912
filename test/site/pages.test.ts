import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pagePaths } from '#contract/page-paths.ts'
import type { PublishedBill, PublishedBulletins, PublishedDraft } from '#contract/published.ts'
import type { BillId, ConsultationId, DraftId } from '#core/ids.ts'
import { walkProvisions } from '#core/draft/provision.ts'
import { sitePaths } from '../../site/src/routes.ts'
import { buildSite, type BuiltSite } from '../support/build-site.ts'
import { emptyPortal, examplePortal } from '../support/example-published.ts'
import { wholeEdition } from '../support/whole-edition.ts'

const files = examplePortal()
const bills = Object.entries(files)
  .filter(([name]) => name.startsWith('bills/'))
  .map(([, bill]) => bill as PublishedBill)
const bulletins = new Map(
  Object.entries(files)
    .filter(([name]) => name.startsWith('bulletins/'))
    .map(([name, held]) => [name.slice('bulletins/'.length, -'.json'.length), held as PublishedBulletins]),
)
const paths = sitePaths({ bills, bulletins })
let site: BuiltSite

beforeAll(async () => {
  site = await buildSite(files)
})
afterAll(() => site?.remove())

const read = (path: string): string => readFileSync(join(site.directory, path, 'index.html'), 'utf8')
const bill = (id: string): string => pagePaths.bill(id as BillId)

describe('every page', () => {
  test('is there in both languages, and no other page is', () => {
    const built = readdirSync(site.directory, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('index.html') && !/^(desk|collect)\b/.test(name))
      .map((name) => `/${name.slice(0, -'index.html'.length)}`)
    expect(built.sort()).toEqual([...paths].sort())
    expect(existsSync(join(site.directory, '404.html'))).toBe(true)
  })

  test('names its language, has one h1, one main and a skip link', () => {
    for (const path of paths) {
      const html = read(path)
      expect(html, path).toContain(`<html lang="${path.startsWith('/en/') ? 'en' : 'zh-CN'}">`)
      expect(html.match(/<h1/g), path).toHaveLength(1)
      expect(html.match(/<main/g), path).toHaveLength(1)
      expect(html, path).toContain('href="#main"')
    }
  })

  test('loads nothing from anybody else and runs nothing inline', () => {
    for (const path of paths) {
      const html = read(path)
      for (const [, url] of html.matchAll(/(?:src|href|action|srcset)="([^"]*)"/g))
        expect(url, path).toMatch(/^(\/(?!\/)|#|tel:)/)
      expect(html, path).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=|<iframe|<img/)
    }
  })

  test('links only to pages and anchors that exist', () => {
    const server = /^\/(say|api|office|desk)\//
    for (const path of paths) {
      for (const [, href = ''] of read(path).matchAll(/<a [^>]*href="([^"]*)"/g)) {
        const [target = '', anchor] = href.split('#')
        if (href.startsWith('tel:') || server.test(target)) continue
        // The collector's app is a page of its own, in no list of public ones.
        const file = target === '/collect/' ? '/collect/index.html' : target
        if (/\.(?:txt|json|jsonld|csv|xlsx|xml|ics|docx|html)$/.test(file)) {
          expect(existsSync(join(site.directory, file)), `${path} → ${href}`).toBe(true)
          continue
        }
        const page = target === '' ? path : target
        expect(paths, `${path} → ${href}`).toContain(page)
        if (anchor && anchor !== 'top')
          expect(read(page).includes(`id="${anchor}"`), `${path} → ${href}`).toBe(true)
      }
    }
  })

  test('wears the one stylesheet under its stable name', () => {
    for (const path of paths) expect(read(path)).toContain('href="/assets/kaimen.css"')
    const css = readFileSync(join(site.directory, 'assets/kaimen.css'), 'utf8')
    expect(css).toMatch(/^@layer tokens,base,parts,ease,print;/)
    expect(css).not.toMatch(/@font-face|https?:/)
  })
})

describe('a bill page without any script', () => {
  test('has an anchor for every provision of the draft, named as the provision', () => {
    const html = read(bill('waterfront'))
    const draft = files['drafts/waterfront-1.json'] as PublishedDraft
    for (const { id, text } of walkProvisions(draft.provisions)) {
      expect(html).toContain(`id="${id}"`)
      expect(html).toContain(text)
    }
  })

  test('says until when, what then, who asks and how to speak by other ways', () => {
    const html = read(bill('waterfront'))
    for (const words of [
      '2026年12月3日 24:00',
      '2027年2月28日',
      '云溪市临江路 1 号',
      '0000-1234567',
      '草案有四个要点',
    ])
      expect(html).toContain(words)
    expect(html).toMatch(/<span class="left"[^>]*>11<\/span>/)
  })

  test('offers every article to speak about while open, and none before or after', () => {
    expect(read(bill('waterfront')).match(/href="\/say\/c-waterfront\/art-/g)).toHaveLength(40)
    expect(read(bill('waterfront'))).toContain('href="/say/c-waterfront/whole?lang=zh"')
    for (const id of ['scheduled', 'closed', 'answered', 'text-only']) {
      expect(read(bill(id)), id).not.toContain('href="/say/')
      expect(read(bill(id)), id).not.toContain('say.js')
    }
  })

  test('flags an answer that is overdue (R13)', () => {
    expect(read(bill('closed'))).toContain('现在还没有公布')
    expect(read(bill('waterfront'))).not.toContain('现在还没有公布')
  })

  test('says beside each field what becomes public (R20)', () => {
    const html = read(bill('waterfront'))
    const form = html.slice(html.indexOf('<template'), html.indexOf('</template>'))
    for (const field of ['verbatim', 'proposedText', 'reason', 'category', 'area', 'contact'])
      expect(form).toMatch(new RegExp(`id="${field}-public"`))
  })
})

describe('a bulletin page', () => {
  const path = pagePaths.bulletin('answered' as BillId, 'c-answered' as ConsultationId)

  test('shows totals that add up, every outcome with its number (R3)', () => {
    const html = read(path)
    const table = html.slice(html.indexOf('<tbody'), html.indexOf('</tfoot>'))
    const numbers = [...table.matchAll(/<td class="num"[^>]*>(\d+)<\/td>/g)].map(([, number]) =>
      Number(number),
    )
    const total = numbers.pop()
    expect(numbers).toHaveLength(8)
    expect(numbers.reduce((sum, number) => sum + number, 0)).toBe(total)
    expect(total).toBe(16)
  })

  test('shows every opinion once with its reason, and the words marked in their provision (R4, R5)', () => {
    const html = read(path)
    const edition = wholeEdition(bulletins.get('c-answered')?.editions.at(-1))
    for (const row of edition.rows) {
      expect(html.split(`id="row-${row.row}"`)).toHaveLength(2)
      expect(html).toContain(row.verbatim)
      expect(html).toContain(row.reason)
      if (row.resulting) expect(html).toContain(`<mark>${row.resulting.quote}</mark>`)
    }
    expect(html).toContain(
      `${pagePaths.draft('answered' as BillId, 'answered-2' as DraftId)}#said-c-answered-1`,
    )
    expect(html).toContain('第 1 版')
  })

  test('keeps an edition that was corrected: marked, out of searches, with what changed and why', () => {
    const earlier = pagePaths.bulletinEdition('answered' as BillId, 'c-answered' as ConsultationId, 1)
    expect(read(path)).toContain(`href="${earlier}"`)
    expect(read(path)).toContain('第二十六条一条意见的理由写漏了。')
    const html = read(earlier)
    expect(html).toContain('<meta name="robots" content="noindex"')
    expect(read(path)).not.toContain('name="robots"')
    for (const words of [
      '已经由第 2 版代替',
      '理由写漏了',
      '1 条意见的答复改了',
      '十点太晚',
      `href="${path}"`,
    ])
      expect(html).toContain(words)
  })
})

describe('a comparison page', () => {
  const path = (from: string, to: string): string =>
    pagePaths.compare('careful' as BillId, from as DraftId, to as DraftId)

  test('stands the two texts side by side and says what moved, came and went', () => {
    const html = read(path('careful-1', 'careful-2'))
    expect(html).toContain('原条文（征求意见稿）')
    expect(html).toContain('新条文（二次审议稿）')
    expect(html).toContain('不少于<del>十五</del>平方米')
    expect(html).toContain('不少于<ins>二十</ins>平方米')
    for (const words of [
      '原第八条，移到这里',
      '由原第七条分出来',
      '（新增）',
      '（删去）',
      '第一条至第三条没有改动',
    ])
      expect(html).toContain(words)
    expect(html).toContain('id="was-art-6"')
  })

  test('has the third column only where causes are published (R6)', () => {
    expect(read(path('careful-1', 'careful-2'))).toContain('提高到二十平方米')
    expect(read(path('careful-1', 'careful-2'))).toMatch(/<th scope="col"[^>]*>说明</)
    expect(read(path('careful-2', 'careful-3'))).not.toMatch(/<th scope="col"[^>]*>说明</)
    // Between texts that are not neighbours each cause says on which step, and leads there.
    const along = read(path('careful-1', 'careful-3'))
    expect(along).toMatch(/href="[^"]*careful-1\/careful-2\/"[^>]*>\s*征求意见稿 → 二次审议稿\s*</)
    expect(along).toContain('提高到二十平方米')
  })

  test('is where an older article leads, and older articles say where they are now (R7)', () => {
    const html = read(pagePaths.draft('careful' as BillId, 'careful-1' as DraftId))
    expect(html).toContain('在公布稿里分成了第八条、第九条')
    expect(html).toContain(`href="${path('careful-1', 'careful-3')}#art-8"`)
    expect(html).toContain('公布稿里没有这一条了')
  })
})

describe('an article that opinions shaped', () => {
  test('says how many were adopted, and the words lead back to the answer and forth', () => {
    const draft = pagePaths.draft('answered' as BillId, 'answered-2' as DraftId)
    const bulletin = pagePaths.bulletin('answered' as BillId, 'c-answered' as ConsultationId)
    expect(read(draft)).toContain(`href="${bulletin}#into-answered-2-art-24"`)
    expect(read(draft)).toContain('采纳了 5 条意见')
    expect(read(draft)).toContain('<mark id="said-c-answered-1">')
    expect(read(bulletin)).toContain(`href="${draft}#said-c-answered-1"`)
  })

  test('still says so in the enacted text, where its words have not changed since (R7)', () => {
    const enacted = read(pagePaths.draft('careful' as BillId, 'careful-3' as DraftId))
    const changed = pagePaths.compare('careful' as BillId, 'careful-1' as DraftId, 'careful-2' as DraftId)
    expect(enacted).toContain(`href="${changed}#art-7" aria-label="二次审议稿改过：公众意见：第七条"`)
    expect(enacted).toContain(`href="${changed}#art-13" aria-label="二次审议稿改过：文字技术修改：第十二条"`)
  })
})

describe('the life of a bill', () => {
  test('is a line of texts, windows and answers in the order of time, each a link', () => {
    const html = read(bill('answered'))
    const line = html.slice(html.indexOf('<ol class="life'), html.indexOf('</ol>'))
    const stages = [...line.matchAll(/<li[^>]*>\s*<(?:a|span)[^>]*>([^<]*)</g)].map(([, name]) => name)
    expect(stages).toEqual(['征求意见稿', '征求意见', '二次审议稿', '公布答复', '再审议、表决'])
    expect(line.match(/<a /g)).toHaveLength(4)
    expect(line).toContain('9月1日—9月30日')
  })

  test('says how many answered once nobody answers any more; until then the live count alone says it', () => {
    const lineOf = (id: string) => /<ol class="life[\s\S]*?<\/ol>/.exec(read(bill(id)))?.[0] ?? ''
    expect(lineOf('answered')).toMatch(/\d+ 条意见/)
    expect(lineOf('waterfront')).toContain('aria-current="step"')
    expect(lineOf('waterfront')).not.toContain('条意见')
    expect(read(bill('waterfront'))).toMatch(/已收到 \d+ 条意见/)
  })
})

describe('a portal with nothing in it', () => {
  test('says so warmly and says what one can do', async () => {
    const empty = await buildSite(emptyPortal())
    const home = readFileSync(join(empty.directory, 'index.html'), 'utf8')
    expect(home).toContain('现在没有正在征求意见的法规')
    expect(home).toContain('href="/contact-points/"')
    empty.remove()
  })
})

import { readFileSync } from 'node:fs'
import { parseDraft } from '#core/draft/parse-draft.ts'
import { openBrowser } from '../support/browser.ts'
import { examplePortal } from '../support/example-published.ts'
import { openExampleSite } from '../support/example-site.ts'
import { weighPage } from '../support/page-weight.ts'
import { hasLaws, readStatute } from '../support/statutes.ts'
import type { BenchResult } from './bench.ts'

const demoText = new URL('../../infra/local/demo/texts/waterfront-consultation.txt', import.meta.url)

/**
 * The example portal with texts as varied as real ones, because invented articles repeat themselves and so compress
 * too well: the demo's 40 articles, and the criminal law's 505 where the statutes are at hand.
 */
function portalOfRealTexts(): Record<string, unknown> {
  const files = examplePortal()
  const give = (billId: string, text: string) => {
    const { provisions } = parseDraft(text)
    for (const [name, file] of Object.entries(files))
      if (name.startsWith('drafts/') && (file as { billId: string }).billId === billId)
        files[name] = { ...(file as object), provisions }
  }
  give('waterfront', readFileSync(demoText, 'utf8'))
  if (hasLaws) give('long-code', readStatute('criminal-law'))
  return files
}

/** What a resident's phone downloads to read a draft of 40 articles and one of 500, script and counts included. */
export async function bench(): Promise<BenchResult> {
  const site = await openExampleSite(portalOfRealTexts())
  const browser = await openBrowser()
  try {
    const median = await weighPage(browser, `${site.origin}/bills/waterfront/`)
    const long = await weighPage(browser, `${site.origin}/bills/long-code/`)
    return {
      figures: {
        medianDraftWireKb: median.wireKb,
        medianDraftRequests: median.requests,
        longDraftWireKb: long.wireKb,
      },
      budgets: { medianDraftWireKb: 60, medianDraftRequests: 6, longDraftWireKb: 200 },
    }
  } finally {
    await browser.close()
    await site.close()
  }
}

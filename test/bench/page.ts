import { openBrowser } from '../support/browser.ts'
import { examplePortal } from '../support/example-published.ts'
import { openExampleSite } from '../support/example-site.ts'
import { weighPage } from '../support/page-weight.ts'
import type { BenchResult } from './bench.ts'

/** What a resident's phone downloads to read a draft of 40 articles and one of 500, script and counts included. */
export async function bench(): Promise<BenchResult> {
  const site = await openExampleSite(examplePortal())
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

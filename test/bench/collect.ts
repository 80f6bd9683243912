import { openBrowser } from '../support/browser.ts'
import { examplePortal } from '../support/example-published.ts'
import { openExampleSite } from '../support/example-site.ts'
import { weighPage } from '../support/page-weight.ts'
import type { BenchResult } from './bench.ts'

/** What a collector's device downloads to open the app for the first time. */
export async function bench(): Promise<BenchResult> {
  const site = await openExampleSite(examplePortal())
  const browser = await openBrowser()
  try {
    const shell = await weighPage(browser, `${site.origin}/collect/`)
    return {
      figures: { shellWireKb: shell.wireKb, shellRequests: shell.requests },
      budgets: { shellWireKb: 150 },
    }
  } finally {
    await browser.close()
    await site.close()
  }
}

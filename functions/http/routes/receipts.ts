import type { Hono } from 'hono'
import { ReceiptQuestion, ReceiptStatus } from '#contract/public-api.ts'
import { PortalError } from '#core/portal-error.ts'
import { readReceipt } from '../../actions/intake/read-receipt.ts'
import type { AppEnv } from '../app-env.ts'
import { receiptQuestionPage } from '../pages/receipt-question-page.ts'
import { receiptStatusPage } from '../pages/receipt-status-page.ts'
import { shell } from '../pages/shell.ts'
import type { PublicDeps } from '../public-deps.ts'
import { formMediaType, readForm } from '../read-form.ts'
import { mediaType, requireMediaType } from '../read-body.ts'
import { readJson } from '../read-json.ts'
import { readerLanguage } from '../reader-language.ts'

const answerable = ['invalid-fields', 'not-found']

/** `POST /api/receipts`: the code travels in the body, never in an address. */
export function receiptRoutes(app: Hono<AppEnv>, deps: PublicDeps): void {
  app.post('/api/receipts', async (c) => {
    requireMediaType(c, ['application/json', formMediaType])
    if (mediaType(c) !== formMediaType) {
      const { receiptCode } = await readJson(c, ReceiptQuestion)
      return c.json(ReceiptStatus.parse(await readReceipt(deps, receiptCode, deps.clock.now())))
    }
    const fields = await readForm(c)
    const language = readerLanguage(c, fields['lang'])
    const codeText = fields['receiptCode'] ?? ''
    try {
      const status = await readReceipt(deps, codeText.slice(0, 60), deps.clock.now())
      const page = receiptStatusPage(ReceiptStatus.parse(status), language, deps.settings)
      return c.html(shell(page, deps.authority))
    } catch (error) {
      if (!(error instanceof PortalError) || !answerable.includes(error.code)) throw error
      const known = error.code === 'not-found' ? 'unknown' : codeText === '' ? 'empty' : 'malformed'
      const page = receiptQuestionPage(codeText, known, language)
      return c.html(shell(page, deps.authority), known === 'unknown' ? 404 : 422)
    }
  })
}

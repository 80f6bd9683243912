import { createPublicKey, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { ReceiptStatus } from '#contract/public-api.ts'
import { commitmentOf } from '#core/log/commitment.ts'
import type { ReceiptCode } from '#core/collecting/receipt.ts'
import { opinionIdOf } from '#core/collecting/receipt-id.ts'
import { receiptStatusPage } from '../../functions/http/pages/receipt-status-page.ts'
import { consultationId, duringWindow, submission } from '../support/example-consultation.ts'
import { openPortal } from '../support/open-consultation.ts'

async function given() {
  const portal = await openPortal()
  const answer = await portal.submit(submission({ contact: '13800000000', reason: '方便老人' }))
  const code = answer.body['receiptCode'] as ReceiptCode
  const question = async (receiptCode: string) => portal.postJson('/api/receipts', { receiptCode })
  return { portal, code, question }
}

describe('asking with a receipt code', () => {
  it('tells what is held, and never the contact', async () => {
    const { code, question } = await given()
    const answer = await question(code.toLowerCase().replace(/(.{4})/g, '$1-'))
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const status = ReceiptStatus.parse(answer.body)
    expect(status).toMatchObject({
      state: 'received',
      receiptCode: code,
      receivedAt: duringWindow,
      late: false,
      consultation: { id: consultationId, state: 'open' },
      opinion: { provisionLabel: '第二十四条', reason: '方便老人', channel: 'web' },
    })
    expect(status.proof).toBeUndefined()
    expect(answer.text).not.toContain('13800000000')
  })

  it('gives a promise that anyone can check against the commitment', async () => {
    const { portal, code, question } = await given()
    const { promise } = ReceiptStatus.parse((await question(code)).body)
    const held = await portal.deps.inbox.find(opinionIdOf(code))
    expect(promise.commitment).toBe(commitmentOf(held!.salt, held!.content))
    const key = createPublicKey({
      key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(promise.publicKey, 'base64').toString('base64url') },
      format: 'jwk',
    })
    const said = `kaimen promise v1\n${consultationId}\n${promise.opinionId}\n${promise.commitment}\n${promise.receivedAt}\n`
    expect(verify(null, Buffer.from(said), key, Buffer.from(promise.signature, 'base64'))).toBe(true)
  })

  it('shows the place in the log once it is registered', async () => {
    const { portal, code, question } = await given()
    await portal.submit(submission({ verbatim: '另一条' }))
    await portal.deps.sequence()
    const status = ReceiptStatus.parse((await question(code)).body)
    expect(status.state).toBe('logged')
    expect(status.proof?.size).toBe(2)
    expect(status.proof?.hashes).toHaveLength(1)
    expect(status.proof?.checkpoint).toContain('test.kaimen.example')
  })

  it('does not show a decision of the desk that no bulletin has published', async () => {
    const { portal, code, question } = await given()
    await portal.deps.sequence()
    await portal.deps.decisions.put(
      {
        consultationId,
        opinionId: opinionIdOf(code),
        outcome: 'notAdopted',
        reason: '还没有公布的理由',
        decidedBy: 'm-lin' as never,
        decidedAt: duringWindow,
        rev: 0,
      },
      0,
    )
    const answer = await question(code)
    expect(answer.body['state']).toBe('logged')
    expect(answer.text).not.toContain('还没有公布的理由')
  })

  it('refuses what is no code, and says that a code is not known', async () => {
    const { question, portal } = await given()
    expect((await question('K7QX')).body['code']).toBe('invalid-fields')
    expect((await question('0'.repeat(24))).status).toBe(404)
    expect((await portal.ask(`/api/receipts?receiptCode=${'0'.repeat(24)}`)).status).toBe(405)
  })

  it('without JavaScript answers with a page, and keeps a mistyped code in its place', async () => {
    const { portal, code } = await given()
    const english = { 'accept-language': 'en-US' }
    const page = await portal.postForm('/api/receipts', { receiptCode: code, lang: 'zh' }, english)
    expect(page.status).toBe(200)
    expect(page.text).toContain('您的意见到了哪一步')
    expect(page.text).toContain('老人遛狗不碍事')
    const wrong = await portal.postForm('/api/receipts', { receiptCode: 'K7QX <b>' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('<title>有误：查回执')
    expect(wrong.text).toContain('value="K7QX &lt;b&gt;"')
    const unknown = await portal.postForm('/api/receipts', { receiptCode: '0'.repeat(24), lang: 'en' })
    expect(unknown.status).toBe(404)
    expect(unknown.text).toContain('This code is not known')
  })

  it('without JavaScript an answer leads on to the bulletin it stands in, in the reader’s language', async () => {
    const { portal, code, question } = await given()
    const waiting = ReceiptStatus.parse((await question(code)).body)
    const decision = { outcome: 'notAdopted', reason: '已有规定。', publishedAt: duringWindow } as const
    const bulletin = `/bills/${waiting.consultation.bill.id}/bulletin/${consultationId}/`
    const bodyOf = async (status: ReceiptStatus, language: 'zh' | 'en') =>
      String(await receiptStatusPage(status, language, portal.deps.settings).body)
    expect(await bodyOf(waiting, 'zh')).not.toContain(bulletin)
    const answered: ReceiptStatus = { ...waiting, state: 'answered', decision }
    expect(await bodyOf(answered, 'zh')).toContain(`href="${bulletin}">看采纳情况通报`)
    expect(await bodyOf(answered, 'en')).toContain(`href="/en${bulletin}">`)
    const pointed = { draftId: 'd-2', provisionId: 'art-4', provisionLabel: '第四条', quote: '' }
    const adopted = ReceiptStatus.parse({
      ...answered,
      decision: { ...decision, outcome: 'adopted', resulting: pointed },
    })
    const body = await bodyOf(adopted, 'zh')
    expect(body).toContain('已经写进第四条。')
    expect(body).not.toContain('<mark>')
  })
})

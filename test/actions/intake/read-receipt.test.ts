import { expect, it } from 'vitest'
import type { ReceiptCode } from '#core/collecting/receipt.ts'
import { acceptOpinion } from '../../../functions/actions/intake/accept-opinion.ts'
import { readReceipt } from '../../../functions/actions/intake/read-receipt.ts'
import { consultationId, draftId, duringWindow } from '../../support/example-consultation.ts'
import { openOffice } from '../../support/open-office.ts'

const code = 'K7QX29DFM4TA8RWE3HNZP68N' as ReceiptCode

async function spokenAtAContactPoint() {
  const { deps } = await openOffice()
  const content = {
    consultationId,
    draftId,
    provisionId: null,
    changeType: 'general',
    verbatim: '河西村的人都想在江边走走。',
    drafted: '建议扩大开放范围。',
    proponent: { kind: 'group', groupName: '河西村村民', headcount: 12 },
  } as const
  const arrival = {
    code,
    content,
    channel: 'forum',
    noticeVersion: '2026-1',
    contactPointId: 'cp-hexi' as never,
    recorderName: '周海燕',
    flags: ['late' as const],
    wantsAnswer: false,
  } as const
  await acceptOpinion(deps, { ...arrival, flags: ['late'] }, duringWindow)
  return deps
}

it('tells who holds a paper receipt what was written down for them, and never by whom', async () => {
  const deps = await spokenAtAContactPoint()
  const status = await readReceipt(deps, 'k7qx 29df m4ta 8rwe 3hnz p68n', duringWindow)
  expect(status).toMatchObject({
    late: true,
    opinion: {
      provisionLabel: '',
      channel: 'forum',
      contactPointName: '河西联系点',
      drafted: '建议扩大开放范围。',
      proponent: { kind: 'group', groupName: '河西村村民', headcount: 12 },
    },
  })
  expect(JSON.stringify(status)).not.toContain('周海燕')
})

it('still answers who holds a receipt of a consultation that was withdrawn', async () => {
  const deps = await spokenAtAContactPoint()
  const held = await deps.consultations.get(consultationId)
  await deps.consultations.transition('withdraw', { ...held, status: 'withdrawn' }, duringWindow)
  const { consultation, state } = await readReceipt(deps, code, duringWindow)
  expect([consultation.state, state]).toEqual(['withdrawn', 'received'])
})

it('gives the same promise every time it is asked', async () => {
  const deps = await spokenAtAContactPoint()
  const [first, second] = [
    await readReceipt(deps, code, duringWindow),
    await readReceipt(deps, code, duringWindow),
  ]
  expect(first.promise).toEqual(second.promise)
})

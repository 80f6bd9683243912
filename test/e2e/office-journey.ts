import { beforeAll, describe, expect, test } from 'vitest'
import { PortalClient } from '../support/portal-client.ts'
import { editWorkbook } from '../support/edit-workbook.ts'
import { until } from '../support/until.ts'
import { readSpreadsheet } from '../../functions/documents/spreadsheet-reader.ts'
import { filledTemplate } from './filled-template.ts'
import {
  decisionFor,
  nameTheCauses,
  openShortConsultation,
  today,
  type ShortConsultation,
} from './short-consultation.ts'

interface BatchCounts {
  stored: number
  repeated: number
  revised: number
  refused: number
  rows: { row: number; verdict: string; problems: { column: string; code: string }[] }[]
}
interface Verdicts {
  applied: number
  unchanged: number
  conflict: number
  refused: number
  missing: number
  rows: { row: number; verdict: string; problems: { code: string }[] }[]
}

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The whole chain over HTTP, as scripts and spreadsheets see it. */
export function officeJourney(portal: () => { origin: string }): void {
  describe('two hundred opinions, from a template to an answer', () => {
    let legislator: PortalClient
    let liaison: PortalClient
    let resident: PortalClient
    let asked: ShortConsultation
    let template: Uint8Array
    let residentCode: string

    beforeAll(async () => {
      resident = new PortalClient(portal().origin)
      legislator = await new PortalClient(portal().origin).signIn('legislator')
      liaison = await new PortalClient(portal().origin).signIn('liaison')
      const me = await liaison.read<{ contactPoint: { id: string } }>('/office/api/me')
      asked = await openShortConsultation(legislator, {
        name: 'whole',
        openMs: 12_000,
        contactPointIds: [me.contactPoint.id],
      })
    })

    const upload = (bytes: Uint8Array, fileName = '意见采集表.xlsx', client = liaison) =>
      client.read<BatchCounts>(
        `/office/api/batches/b-${Date.now()}?consultationId=${asked.id}&fileName=${encodeURIComponent(fileName)}`,
        { method: 'PUT', headers: { 'content-type': xlsx }, body: bytes as BodyInit },
      )
    const readiness = () =>
      legislator.read<{ ready: boolean; gapCount: number; blockers: string[] }>(
        `/office/api/consultations/${asked.id}/readiness`,
      )
    const table = async () =>
      new Uint8Array(
        await (await legislator.send(`/office/api/consultations/${asked.id}/table.xlsx`)).arrayBuffer(),
      )
    const load = (bytes: Uint8Array, query = '') =>
      legislator.read<Verdicts>(`/office/api/consultations/${asked.id}/table.xlsx${query}`, {
        method: 'POST',
        headers: { 'content-type': xlsx },
        body: bytes as BodyInit,
      })
    const publish = () => legislator.send(`/office/api/consultations/${asked.id}/publish`, { json: {} })

    test('a resident says something and holds a receipt', async () => {
      const { noticeVersion } = await resident.read<{ noticeVersion: string }>(
        `/api/consultations/${asked.id}`,
      )
      const { receiptCode } = await resident.read<{ receiptCode: string }>(
        `/api/consultations/${asked.id}/opinions`,
        {
          json: {
            provisionId: 'art-4',
            changeType: 'modify',
            verbatim: '三十天太久了，老人等不起，七天修好。',
            proposedText: '应当在七日内修复',
            noticeVersion,
          },
        },
      )
      expect(receiptCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{24}$/)
      residentCode = receiptCode
    })

    test('nothing is published while people still speak', async () => {
      expect((await readiness()).blockers).toContain('not-closed')
      expect((await publish()).ok).toBe(false)
    })

    test('a liaison fills two hundred rows of the template and uploads them: two hundred stored', async () => {
      const answer = await liaison.send(`/office/api/tasks/${asked.id}/template.xlsx`)
      expect(answer.status).toBe(200)
      template = new Uint8Array(await answer.arrayBuffer())
      const counts = await upload(await filledTemplate(template, 200, today()))
      expect(counts.rows.filter(({ verdict }) => verdict === 'refused')).toEqual([])
      expect(counts).toMatchObject({ stored: 200, repeated: 0, revised: 0, refused: 0 })
    })

    test('the same file again stores nothing, under another name too', async () => {
      const counts = await upload(await filledTemplate(template, 200, today()), '副本.xlsx')
      expect(counts).toMatchObject({ stored: 0, repeated: 200, revised: 0, refused: 0 })
    })

    test('a changed row is a revision, a bad row is refused in words, and the rest is known already', async () => {
      const changed = await filledTemplate(template, 200, today(), {
        7: { 原话: '河西村第7户改口了：有靠背就行。' },
        9: { 条款: '第九百条' },
      })
      const counts = await upload(changed)
      expect(counts).toMatchObject({ stored: 0, repeated: 198, revised: 1, refused: 1 })
      expect(counts.rows.find(({ verdict }) => verdict === 'refused')).toMatchObject({
        row: 10,
        problems: [{ column: '条款', code: 'unknown-provision' }],
      })
    })

    test('the log holds every current opinion once', async () => {
      await until('201 opinions in the log', async () => {
        const { tallies } = await resident.read<{ tallies: { received: number; entries: number } }>(
          `/api/consultations/${asked.id}`,
        )
        return tallies.received === 201 && tallies.entries === 202
      })
    })

    test('after the close the legislator’s table lists them, decided rows come back, and publishing says what is missing', async () => {
      await until('the close', async () => Date.now() > asked.closesAt, 40_000)
      const bytes = await table()
      const sheet = await readSpreadsheet(bytes)
      expect(sheet.rows).toHaveLength(201)
      const undecided = sheet.rows.slice(0, 3).map(({ row }) => row)
      const edits = new Map(
        sheet.rows
          .filter(({ row }) => !undecided.includes(row))
          .map(({ row, cells }) => [row, decisionFor(cells['原话'] ?? '')] as const),
      )
      const verdicts = await load(await editWorkbook(bytes, edits))
      expect(verdicts.rows.filter(({ verdict }) => verdict === 'refused')).toEqual([])
      expect(verdicts).toMatchObject({ applied: 198, conflict: 0, refused: 0, missing: 0 })
      const refused = await publish()
      expect(refused.status).toBeGreaterThanOrEqual(400)
      expect(await refused.json()).toMatchObject({
        type: expect.stringContaining('publication-incomplete') as string,
      })
      expect(await readiness()).toMatchObject({ ready: false, gapCount: 3 })
    })

    test('loading the same table a second time changes nothing and overwrites nobody', async () => {
      const bytes = await table()
      expect(await load(bytes)).toMatchObject({ applied: 0, conflict: 0, refused: 0 })
    })

    test('the rest decided, the bulletin is published and adds up', async () => {
      const bytes = await table()
      const { rows } = await readSpreadsheet(bytes)
      const open = rows.filter(({ cells }) => !cells['采纳情况'])
      expect(open).toHaveLength(3)
      const edits = new Map(open.map(({ row, cells }) => [row, decisionFor(cells['原话'] ?? '')] as const))
      expect(await load(await editWorkbook(bytes, edits, { drop: [50] }))).toMatchObject({
        applied: 3,
        missing: 1,
      })
      // What was adopted points into a draft nobody has seen: its five changes owe their causes first (R6).
      expect(await readiness()).toMatchObject({ ready: false, gapCount: 0, blockers: ['causes-missing'] })
      const refused = await publish()
      expect([refused.status, await refused.json()]).toMatchObject([409, { code: 'causes-missing' }])
      expect(await nameTheCauses(legislator, asked)).toBe(5)
      const published = await publish()
      expect(published.status, await published.clone().text()).toBeLessThan(300)
      const bulletin = (await published.json()) as {
        rows: unknown[]
        reconciliation: { received: number; undecided: number; byOutcome: Record<string, number> }
      }
      const { received, undecided, byOutcome } = bulletin.reconciliation
      expect([received, undecided, bulletin.rows.length]).toEqual([201, 0, 201])
      expect(Object.values(byOutcome).reduce((sum, count) => sum + count, 0)).toBe(201)
    })

    test('the resident’s receipt shows the outcome with the words', async () => {
      const status = await resident.read('/api/receipts', {
        json: { receiptCode: residentCode },
      })
      expect(status).toMatchObject({
        state: 'answered',
        decision: {
          outcome: 'adopted',
          resulting: { draftId: asked.laterDraftId, provisionId: 'art-5', quote: '在七日内修复' },
        },
      })
    })

    test('the bulletin stands on the site within twenty seconds', async () => {
      const page = await until(
        'the bulletin page',
        async () => {
          const answer = await resident.send(`/bills/${asked.billId}/bulletin/${asked.id}/`)
          return answer.ok && (await answer.text())
        },
        20_000,
      )
      expect(page).toContain('三十天太久了')
      expect(page).toContain('在七日内修复')
      expect(page).toContain('201')
    })
  })
}

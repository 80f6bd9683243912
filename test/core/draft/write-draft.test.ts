import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DraftText } from '#core/bill.ts'
import { draftFileName, draftFormats, type DraftFormat } from '#core/draft/draft-formats.ts'
import type { BillId, DraftId } from '#core/ids.ts'
import { parseDraft } from '#core/draft/parse-draft.ts'
import type { CalendarDate } from '#core/time.ts'
import { draftPlainText, writeDraft } from '#core/draft/write-draft.ts'
import { demoTexts } from '../../support/demo-texts.ts'
import { statuteText } from '../../support/statute-text.ts'

const facts = {
  billTitle: '云溪市事务管理条例',
  beganOn: '2026-05-08' as CalendarDate,
  datedOn: '2026-11-03' as CalendarDate,
  authority: '云溪市人民代表大会常务委员会',
}

const draftOf = (text: string): DraftText => {
  const { title, enactmentNotes, provisions } = parseDraft(text)
  return {
    id: 'd-1' as DraftId,
    billId: 'b-1' as BillId,
    stage: 'firstReading',
    title,
    enactmentNotes,
    provisions,
  }
}

describe('open formats of a draft', () => {
  it.each(demoTexts)('$name reads back from plain text as the same tree', ({ text }) => {
    const draft = draftOf(text)
    const { title, enactmentNotes, provisions } = parseDraft(draftPlainText(draft))
    expect({ title, enactmentNotes, provisions }).toEqual({
      title: draft.title,
      enactmentNotes: draft.enactmentNotes,
      provisions: draft.provisions,
    })
  })

  it('JSON reads back as the same draft, with the facts beside it', () => {
    fc.assert(
      fc.property(statuteText(), ({ title, enactmentNotes, provisions }) => {
        const draft: DraftText = { ...draftOf(''), title, enactmentNotes, provisions }
        const { billTitle, datedOn, authority, ...read } = JSON.parse(
          writeDraft(draft, facts, 'json'),
        ) as Record<string, unknown>
        expect(DraftText.parse(read)).toEqual(DraftText.parse(draft))
        expect({ billTitle, datedOn, authority }).toEqual({
          billTitle: facts.billTitle,
          datedOn: facts.datedOn,
          authority: facts.authority,
        })
      }),
      { numRuns: 30 },
    )
  })

  it('each is another text of the same words, and the same at every writing', () => {
    const draft = draftOf(demoTexts[0]?.text ?? '')
    const formats = Object.keys(draftFormats) as DraftFormat[]
    const written = formats.map((format) => writeDraft(draft, facts, format))
    expect(new Set(written).size).toBe(formats.length)
    expect(formats.map((format) => writeDraft(structuredClone(draft), facts, format))).toEqual(written)
    for (const text of written) expect(text).toContain('第一条')
  })

  it('files are named by draft and format', () => {
    expect(draftFileName('waterfront-2' as DraftId, 'akn.xml')).toBe('waterfront-2.akn.xml')
  })
})

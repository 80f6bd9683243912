import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CollectedOpinion, OpinionAnswer } from '#contract/collect-api.ts'
import { recordProblemCodes } from '#contract/collect-api.ts'
import type { ConsultationId, DraftId, OpinionId } from '#core/ids.ts'
import { parseDraft } from '#core/draft/parse-draft.ts'
import { walkProvisions } from '#core/draft/provision.ts'
import { printReceiptCode, receiptCode } from '#core/collecting/receipt.ts'
import { opinionIdOf } from '#core/collecting/receipt-id.ts'
import type { Instant } from '#core/time.ts'
import { sumRows, takenCodes, withAnswers, type EnteredRow } from '../../site/src/desk/rules/entered-rows.ts'
import { outcomes } from '#core/deciding/outcome.ts'
import { hasShaped } from '../../site/src/desk/rules/has-shaped.ts'
import { markedWords } from '../../site/src/desk/rules/marked-words.ts'
import { opinionIdIn } from '../../site/src/desk/rules/opinion-id.ts'
import { codesInRun, paperChoices, readCopies } from '../../site/src/desk/rules/paper-choice.ts'
import { newPile } from '../../site/src/desk/rules/pile.ts'
import { collectedAtOf, emptyRow, nextRow, readRow } from '../../site/src/desk/rules/transcribed-row.ts'
import { transcribingEn } from '../../site/src/desk/words/transcribing.en.ts'
import { transcribingZh } from '../../site/src/desk/words/transcribing.zh.ts'
import { askedArticles } from '../../site/src/paper/asked-articles.ts'
import { clauseCode, readClause } from '../../site/src/paper/clause-code.ts'
import { newCodes } from '../../site/src/paper/new-code.ts'
import { formAddress, readSlipCode, receiptAddress } from '../../site/src/paper/paper-address.ts'
import { askedStatute } from '../support/desk-scene-data.ts'

const { provisions } = parseDraft(`${askedStatute}\n第七条之一 增加的一条：\n（一）甲；\n（二）乙。\n`)
const code = receiptCode(new Uint8Array(15).fill(7))
const now = '2026-11-10T02:00:00.000Z' as Instant

describe('a clause on paper', () => {
  test('every provision of a draft has a code of its own that leads back to it', () => {
    const ids = [...walkProvisions(provisions)].map(({ id }) => id)
    expect(new Set(ids.map(clauseCode)).size).toBe(ids.length)
    for (const id of ids) expect(readClause(clauseCode(id), provisions)).toEqual({ id })
  })

  test('is read as people write it', () => {
    expect(readClause('４', provisions)).toEqual({ id: 'art-4' })
    expect(readClause('4。1', provisions)).toEqual({ id: 'art-4.p1' })
    expect(readClause('第四条第（一）项', provisions)).toEqual({ id: 'art-4.p1.i1' })
    for (const whole of ['', ' ', '0', '全文', '整部草案'])
      expect(readClause(whole, provisions)).toEqual({ id: null })
    expect(readClause('99', provisions)).toBe('unknown')
  })

  test('articles worth asking about are those the legislature names, in the order of the draft', () => {
    expect(askedArticles(provisions, ['重点听第五条、第 四条', '第三条和第五条的罚款'])).toEqual([
      'art-3',
      'art-5',
    ])
    expect(askedArticles(provisions, ['随便听听', '第九十九条'])).toEqual(['art-1', 'art-2', 'art-3'])
  })
})

describe('a slip', () => {
  test('its QR carries the code in the fragment alone, and is read back from it', () => {
    const address = receiptAddress('https://lifa.example', code)
    expect(new URL(address).pathname + new URL(address).search).not.toContain(code)
    expect(readSlipCode(address)).toBe(code)
    expect(readSlipCode(printReceiptCode(code).toLowerCase())).toBe(code)
    expect(readSlipCode('https://lifa.example/receipt/')).toBeUndefined()
  })

  test('the form’s QR names bill, draft and contact point, and no person', () => {
    const address = formAddress('https://lifa.example', { billId: 'b', draftId: 'b-1', contactPointId: 'cp' })
    expect(address).toBe('https://lifa.example/bills/b/?draft=b-1&point=cp')
  })

  test('no two codes of a print run are alike', () => {
    const codes = newCodes(100, 10).flat()
    expect(new Set(codes).size).toBe(1000)
  })

  test('the browser finds the same opinion id as the server', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 15, maxLength: 15 }), async (bytes) => {
        expect(await opinionIdIn(receiptCode(bytes))).toBe(opinionIdOf(receiptCode(bytes)))
      }),
    )
  })

  test('copies are a number one can print', () => {
    expect(['10', '１０', ' 3 ', '0', '101', 'x', ''].map(readCopies)).toEqual([
      10,
      10,
      3,
      ...Array(4).fill(undefined),
    ])
    const choice = { what: 'large', language: 'zh', byHand: false, copies: '4', asked: undefined } as const
    expect(codesInRun(paperChoices(choice, []))).toBe(8)
    expect(codesInRun(paperChoices({ ...choice, byHand: true }, []))).toBe(0)
    expect(codesInRun(paperChoices({ ...choice, byHand: true, what: 'slips' }, []))).toBe(40)
  })
})

describe('an opinion typed in from paper', () => {
  const session = newPile('c-river', '0b8d5f62-6c1e-4d0c-9a3f-5b7e2d914c01', now, 480)
  const ground = {
    consultation: { id: 'c-river' as ConsultationId, draftId: 'rb-1' as DraftId, noticeVersion: '2026-1' },
    provisions,
    session,
    taken: new Set<string>(),
    now,
    offset: 480,
  }
  const row = {
    ...emptyRow,
    code,
    clause: '4',
    changeType: 'modify' as const,
    verbatim: ' 划个地方。 ',
    area: '东桥村',
    people: '１２',
  }

  test('becomes what is sent: twelve people are a group, the day is the pile’s', () => {
    const read = readRow(row, ground)
    expect(read).toMatchObject({
      ok: true,
      opinion: {
        receiptCode: code,
        provisionId: 'art-4',
        changeType: 'modify',
        verbatim: '划个地方。',
        proponent: { kind: 'group', area: '东桥村', headcount: 12 },
        collectedAt: now,
        sessionId: session.id,
      },
    })
    expect(readRow(row, ground)).toEqual(read)
  })

  test('tells everything that is to be mended at once', () => {
    const bad = { ...emptyRow, code: 'abc', clause: '99', people: '0' }
    const mends = ['needDay', 'wrongCode', 'clauseUnknown', 'needStance', 'needVerbatim', 'needPeople']
    const withoutDay = { ...session, heldOn: '' as typeof session.heldOn }
    expect(readRow(bad, { ...ground, session: withoutDay })).toEqual({ ok: false, mends })
    expect(readRow({ ...row, code: '' }, ground)).toEqual({ ok: false, mends: ['needCode'] })
    expect(readRow(row, { ...ground, taken: new Set([code]) })).toEqual({ ok: false, mends: ['inList'] })
  })

  test('was collected at noon of its day, and never in the future of that day', () => {
    expect(collectedAtOf('2026-11-05', now, 480)).toBe('2026-11-05T04:00:00.000Z')
    expect(collectedAtOf('2026-11-10', now, 480)).toBe(now)
    expect(collectedAtOf('2026-11', now, 480)).toBeUndefined()
  })

  test('whose it is stays for the next one on the sheet, what was said does not', () => {
    expect(nextRow({ ...row, category: '居民' })).toEqual({
      ...emptyRow,
      category: '居民',
      area: '东桥村',
      people: '１２',
    })
  })
})

describe('what was entered', () => {
  const entered = (place: number, verdict?: OpinionAnswer['verdict']): EnteredRow => ({
    place,
    draft: emptyRow,
    opinion: { receiptCode: `code ${place}` } as CollectedOpinion,
    state: verdict ? 'answered' : 'waiting',
    ...(verdict && { answer: { id: `id-${place}` as OpinionId, verdict, problems: [], flags: [] } }),
  })
  const rows = [
    entered(1, 'stored'),
    entered(2, 'repeated'),
    entered(3, 'conflict'),
    entered(4, 'refused'),
    entered(5),
  ]

  test('adds up', () => {
    const { entered: all, ...parts } = sumRows(rows)
    expect(parts).toEqual({ stored: 1, repeated: 1, mend: 2, waiting: 1 })
    expect(Object.values(parts).reduce((sum, count) => sum + count)).toBe(all)
  })

  test('a code the server did not take may be typed again', () => {
    expect([...takenCodes(rows)]).toEqual(['code 1', 'code 2', 'code 5'])
  })

  test('only an answer with its own id settles a row; a failed store waits again', () => {
    const sent = new Map([[5, 'id-5']])
    const answer = (id: string, problems: OpinionAnswer['problems'] = []): OpinionAnswer => ({
      id: id as OpinionId,
      verdict: problems.length > 0 ? 'refused' : 'stored',
      problems,
      flags: [],
    })
    expect(withAnswers(rows, sent, [answer('id-other')])[4]?.state).toBe('waiting')
    const failed = answer('id-5', [{ field: '', code: 'store-failed', facts: {} }])
    expect(withAnswers(rows, sent, [failed])[4]?.state).toBe('waiting')
    expect(withAnswers(rows, sent, [answer('id-5')])[4]).toMatchObject({ state: 'answered' })
  })

  test('what the server can say of a paper opinion has a sentence in both languages', () => {
    const own = recordProblemCodes.slice(recordProblemCodes.indexOf('unknown-consultation'))
    for (const words of [transcribingZh, transcribingEn])
      for (const problem of own) expect(words.problems[problem], problem).toMatch(/.{6}/)
  })
})

test('marked words keep what stands around them, and stand alone when they are elsewhere', () => {
  expect(markedWords('河岸垂钓应当在划定的区域内进行。', '划定的区域', 7)).toEqual({
    before: '河岸垂钓应当在',
    mark: '划定的区域',
    after: '内进行。',
    cutBefore: false,
    cutAfter: false,
  })
  expect(markedWords('x'.repeat(500), 'x', 250)).toMatchObject({ cutBefore: true, cutAfter: true })
  expect(markedWords('别的话', '划定的区域', -1)).toMatchObject({ before: '', mark: '划定的区域' })
})

test('only an opinion that went into the law is thanked for its part of it', () => {
  expect(outcomes.filter(hasShaped)).toEqual(['adopted', 'partlyAdopted', 'adoptedInSubstance'])
  expect(hasShaped(undefined)).toBe(false)
})

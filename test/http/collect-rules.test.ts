import { beforeAll, describe, expect, it } from 'vitest'
import type { Consultation } from '#core/consultation.ts'
import type { DraftId } from '#core/ids.ts'
import { instant, type Instant } from '#core/time.ts'
import {
  billId,
  closesAt,
  consultationId,
  duringWindow,
  exampleConsultation,
  exampleDraftMeta,
} from '../support/example-consultation.ts'
import { collect } from '../support/collect.ts'
import { exampleDraft } from '../support/example-law.ts'
import { limits } from '#contract/limits.ts'
import {
  collected,
  idOfCode,
  newCode,
  openCollecting,
  type OpenCollecting,
} from '../support/open-collecting.ts'

let office: OpenCollecting
beforeAll(async () => {
  office = await openCollecting()
})
const later = (from: Instant, hours: number) => instant(Date.parse(from) + hours * 3_600_000)

describe('one bad record', () => {
  it.each<[string, Record<string, unknown>, string, string]>([
    ['no words', { verbatim: ' \u200b ' }, 'verbatim', 'required'],
    ['too many words', { verbatim: '长'.repeat(limits.maxVerbatimChars + 1) }, 'verbatim', 'too-long'],
    ['a control character', { reason: '有\u0000空' }, 'reason', 'bad-characters'],
    ['a provision the draft has not', { provisionId: 'art-999' }, 'provisionId', 'unknown-provision'],
    ['an unknown consultation', { consultationId: 'c-none' }, 'consultationId', 'unknown-consultation'],
    ['an unknown draft', { draftId: 'd-none' }, 'draftId', 'unknown-draft'],
    ['a broken receipt code', { receiptCode: 'K7QX' }, 'receiptCode', 'receipt-code-malformed'],
    ['a channel there is not', { channel: 'rumour' }, 'channel', 'unknown-choice'],
    ['no time', { collectedAt: undefined }, 'collectedAt', 'required'],
    ['a field there is not', { phone: '13800000000' }, 'phone', 'unknown-field'],
    [
      'a name in the proponent',
      { proponent: { kind: 'person', headcount: 1, name: '朱' } },
      'proponent.name',
      'unknown-field',
    ],
    [
      'a day that is still to come',
      { collectedAt: later(duringWindow, 30) },
      'collectedAt',
      'collected-in-future',
    ],
  ])('with %s is answered for itself', async (_what, changes, field, code) => {
    const good = collected()
    const bad = collected(changes)
    const { status, body } = await office.sync([bad, good])
    expect(status).toBe(200)
    expect(body.opinions.map(({ verdict }) => verdict)).toEqual(['refused', 'stored'])
    expect(body.opinions[0]?.problems.map((problem) => [problem.field, problem.code])).toContainEqual([
      field,
      code,
    ])
    expect(JSON.stringify(body)).not.toContain(bad.verbatim.slice(0, 8).trim() || '\u0000')
  })

  it('that is no record at all blocks none of the 49 others (row 8)', async () => {
    const records: unknown[] = Array.from({ length: 49 }, () => collected())
    records.splice(20, 0, null)
    const { body } = await office.sync(records)
    expect(
      body.opinions.map(({ verdict }) => verdict).filter((verdict) => verdict === 'stored'),
    ).toHaveLength(49)
    expect(body.opinions[20]?.verdict).toBe('refused')
  })
})

describe('what is taken in', () => {
  it('is cleaned, flagged and kept as it was said', async () => {
    const receiptCode = newCode()
    const verbatim = '电话13812345678\u200b，锟斤拷'
    const answer = await office.syncOne(collected({ receiptCode, verbatim }))
    expect(answer.flags).toEqual(['invisible-removed', 'mojibake', 'personal-data'])
    expect((await office.held(receiptCode))?.content.verbatim).toBe('电话13812345678，锟斤拷')
  })

  it('counts a group by its heads, and says who, when, how and with what (rows 25, 26)', async () => {
    const receiptCode = newCode()
    const attachments = ['0b8d5f62-6c1e-4d0c-9a3f-5b7e2d914c0a']
    const proponent = { kind: 'person', groupName: '江滨业委会', headcount: 40 }
    await office.syncOne(collected({ receiptCode, proponent, attachments, noticeVersion: '2025-9' }))
    expect(await office.held(receiptCode)).toMatchObject({
      content: { proponent: { kind: 'group', headcount: 40 } },
      recordedBy: 'm-collector',
      deviceId: office.device.id,
      channel: 'visit',
      attachments,
      noticeVersion: '2025-9',
    })
    await office.deps.sequence()
    const [logged] = await collect(office.deps.opinionLog.read(consultationId))
    expect(logged?.text).toMatchObject({ deviceId: office.device.id, collectedAt: duringWindow })
  })

  it('stands once however many send it at once, with one receipt for all (row 1)', async () => {
    const opinion = collected()
    const answers = await Promise.all(Array.from({ length: 100 }, () => office.syncOne(opinion)))
    expect(answers.filter(({ verdict }) => verdict === 'stored')).toHaveLength(1)
    expect(answers.filter(({ verdict }) => verdict === 'repeated')).toHaveLength(99)
    expect(new Set(answers.map(({ receivedAt }) => receivedAt)).size).toBe(1)
  })
})

describe('a correction (row 12)', () => {
  it('may come before what it corrects, and the count is of the newest', async () => {
    const [first, second] = [newCode(), newCode()]
    const correction = collected({ receiptCode: second, supersedes: idOfCode(first), verbatim: '改过的' })
    expect((await office.syncOne(correction)).verdict).toBe('stored')
    await office.deps.sequence()
    const before = await office.deps.opinionLog.head(consultationId)
    expect((await office.syncOne(collected({ receiptCode: first }))).verdict).toBe('stored')
    await office.deps.sequence()
    const after = await office.deps.opinionLog.head(consultationId)
    expect(after.size).toBe(before.size + 1)
    expect(after.tallies.received).toBe(before.tallies.received)
  })

  it("never of somebody else's opinion, nor of itself", async () => {
    const theirs = newCode()
    const { device } = await office.enrol('otherLiaison')
    await office.syncOne(collected({ receiptCode: theirs }), { who: 'otherLiaison', device: device.id })
    const answer = await office.syncOne(collected({ supersedes: idOfCode(theirs) }))
    expect(answer).toMatchObject({
      verdict: 'refused',
      problems: [{ field: 'supersedes', code: 'corrects-another' }],
    })
    const own = newCode()
    const loop = await office.syncOne(collected({ receiptCode: own, supersedes: idOfCode(own) }))
    expect(loop.problems).toMatchObject([{ code: 'corrects-another' }])
  })
})

describe('an older draft (row 10)', () => {
  const secondDraft = 'yunxi-waterfront-2' as DraftId
  const second = 'c-waterfront-2' as Consultation['id']
  beforeAll(async () => {
    const meta = { ...exampleDraftMeta, id: secondDraft, stage: 'secondReading' as const }
    const text = exampleDraft(secondDraft, billId, 'secondReading', meta.title)
    // The newer draft has one article less: the last one of the old one is in the old one alone.
    const chapters = text.provisions.map((chapter, place, all) =>
      place === all.length - 1 ? { ...chapter, children: chapter.children.slice(0, -1) } : chapter,
    )
    await office.deps.drafts.append(meta, { ...text, provisions: chapters })
    await office.deps.consultations.append(exampleConsultation({ id: second, draftId: secondDraft }))
  })

  it('is accepted, labelled, and checked against the draft it names', async () => {
    const old = await office.syncOne(collected({ consultationId: second, provisionId: 'art-40' }))
    expect(old).toMatchObject({ verdict: 'stored', flags: ['older-draft'] })
    const fresh = await office.syncOne(
      collected({ consultationId: second, draftId: secondDraft, provisionId: 'art-40' }),
    )
    expect(fresh).toMatchObject({ verdict: 'refused', problems: [{ code: 'unknown-provision' }] })
    const current = await office.syncOne(collected({ consultationId: second, draftId: secondDraft }))
    expect(current.flags).toEqual([])
  })
})

describe('the deadline (row 11)', () => {
  let own: OpenCollecting
  const afterClose = later(closesAt, 49)
  beforeAll(async () => {
    own = await openCollecting()
    own.deps.clock.set(afterClose)
    await own.signInAgain('collector')
  })

  it('does not refuse what was collected before it and sent after it: flagged, both times kept', async () => {
    const receiptCode = newCode()
    const collectedAt = later(closesAt, -1)
    expect((await own.syncOne(collected({ receiptCode, collectedAt }))).flags).toEqual(['late'])
    expect(await own.held(receiptCode)).toMatchObject({
      collectedAt,
      collectedOn: '2096-12-03',
      receivedAt: afterClose,
    })
  })

  it('refuses what was collected at its very instant', async () => {
    const answer = await own.syncOne(collected({ collectedAt: closesAt }))
    expect(answer.problems).toMatchObject([{ code: 'collected-after-close', facts: { closesAt } }])
  })

  it('is judged by our clock when the device is three days behind', async () => {
    const sentAt = later(afterClose, -72)
    const tooLate = await own.syncOne(collected({ collectedAt: later(closesAt, -24) }), { sentAt })
    expect(tooLate.problems).toMatchObject([{ code: 'collected-after-close' }])
    const receiptCode = newCode()
    await own.syncOne(collected({ receiptCode, collectedAt: later(closesAt, -80) }), { sentAt })
    expect((await own.held(receiptCode))?.collectedAt).toBe(later(closesAt, -8))
  })

  it('sent again around midnight it is the same opinion, though the corrected date moved', async () => {
    const opinion = collected({ collectedAt: '2096-12-01T15:50:00.000Z' })
    const sentAt = later(afterClose, -1)
    expect((await own.syncOne(opinion, { sentAt })).verdict).toBe('stored')
    const again = await own.syncOne(opinion, { sentAt: later(sentAt, 0.9) })
    expect(again.verdict).toBe('repeated')
  })
})

it('what came in before the rules changed is a repeat, not a refusal (row 3)', async () => {
  const own = await openCollecting()
  const opinion = collected()
  const first = await own.syncOne(opinion)
  const { consultations, clock } = own.deps
  const consultation = await consultations.get(consultationId)
  await consultations.transition('withdraw', { ...consultation, status: 'withdrawn' }, clock.now())
  expect(await own.syncOne(opinion)).toEqual({ ...first, verdict: 'repeated' })
  expect((await own.syncOne({ ...opinion, verbatim: '别的话' })).verdict).toBe('refused')
  expect(await own.syncOne(collected())).toMatchObject({
    verdict: 'refused',
    problems: [{ code: 'consultation-withdrawn' }],
  })
})

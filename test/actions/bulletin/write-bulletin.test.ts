import { describe, expect, test } from 'vitest'
import { usualSections } from '#core/bulletin/bulletin.ts'
import type { BulletinWriting } from '#core/bulletin/bulletin-draft.ts'
import type { OpinionId } from '#core/ids.ts'
import { parseReceiptCode, type ReceiptCode } from '#core/collecting/receipt.ts'
import { opinionIdOf } from '#core/collecting/receipt-id.ts'
import { decideOpinion } from '../../../functions/actions/deciding/decide-opinion.ts'
import { publishBulletin } from '../../../functions/actions/bulletin/publish-bulletin.ts'
import { previewBulletin, readBulletin } from '../../../functions/actions/bulletin/read-bulletin.ts'
import { readReceipt } from '../../../functions/actions/intake/read-receipt.ts'
import { writeBulletin } from '../../../functions/actions/bulletin/write-bulletin.ts'
import { aSheetRow } from '../../support/batch-file.ts'
import { makeDeskScene } from '../../support/desk-scene.ts'
import { aMember, legislator, liaison, sceneTimes } from '../../support/desk-scene-data.ts'
import { wholeEdition } from '../../support/whole-edition.ts'
import { uploadRows } from '../../support/upload-rows.ts'

const { after } = sceneTimes
const colleague = aMember('legislator')

const writing = (change: Partial<BulletinWriting> = {}): BulletinWriting => ({
  sections: usualSections.map(({ kind }) => ({ kind })),
  correction: '',
  ...change,
})

/** A closed consultation with two opinions, both answered. */
async function answeredScene() {
  const { deps, consultation } = await makeDeskScene()
  const { rows } = await uploadRows(deps, liaison, [
    aSheetRow(1, { 原话: '晚上灯太亮。' }),
    aSheetRow(2, { 原话: '多放几张长椅。' }),
  ])
  await deps.sequence()
  deps.clock.set(after)
  const { id } = consultation
  const decide = async (
    opinionId: string | undefined,
    reason: string,
    outcome: 'notAdopted' | 'referred',
  ) => {
    const readRev = (await deps.decisions.find(id, opinionId as OpinionId))?.rev ?? 0
    return decideOpinion(deps, legislator, id, opinionId as OpinionId, { outcome, reason }, readRev, after)
  }
  const receipts = rows.map(({ receiptCode }) => parseReceiptCode(receiptCode ?? '') as ReceiptCode)
  const ids = receipts.map(opinionIdOf)
  await decide(ids[0], '灯光由国家标准管。', 'notAdopted')
  await decide(ids[1], '已转园林部门。', 'referred')
  return { deps, id, ids, decide, receipts }
}

describe('a bulletin being written', () => {
  test('starts with the words of the system: the opening and what was heard but not taken, with why', async () => {
    const { deps, id } = await answeredScene()
    const { suggested, draft, nextEdition } = await readBulletin(deps, legislator, id, after)
    expect({ draft, nextEdition }).toEqual({ draft: undefined, nextEdition: 1 })
    expect(suggested.head).toContain('2 条')
    const heard = suggested.sections.find(({ kind }) => kind === 'heard')?.words ?? ''
    for (const words of ['有 2 条', '转有关部门研究 1 条', '未采纳 1 条', '第四条 2 条', '理由各有不同'])
      expect(heard).toContain(words)
  })

  test('is kept for everybody; of two people who save at once the second is told and loses nothing', async () => {
    const { deps, id } = await answeredScene()
    const save = (member: typeof legislator, head: string, readRev: number) =>
      writeBulletin(deps, member, id, { writing: writing({ head }), readRev }, after)
    expect((await save(legislator, '甲写的开头。', 0)).rev).toBe(1)
    await expect(save(colleague, '乙写的开头。', 0)).rejects.toMatchObject({
      code: 'changed-meanwhile',
      facts: { rev: 1 },
    })
    const held = await readBulletin(deps, colleague, id, after)
    expect(held.draft).toMatchObject({ head: '甲写的开头。', rev: 1 })
    expect((await save(colleague, '两个人商量的开头。', 1)).rev).toBe(2)
  })

  test('is previewed as it would be published, and published exactly as it was looked at', async () => {
    const { deps, id } = await answeredScene()
    const sections = usualSections
      .toReversed()
      .map(({ kind }) => (kind === 'closing' ? { kind, words: '请看二审稿。' } : { kind }))
    const input = { writing: writing({ head: '开头，电话13812345678。', sections }), readRev: 0 }
    await writeBulletin(deps, legislator, id, input, after)
    const { bulletin: seen, undecided } = await previewBulletin(deps, legislator, id, after)
    expect(undecided).toBe(0)
    expect(seen.sections?.map(({ kind }) => kind)).toEqual(sections.map(({ kind }) => kind))
    expect(seen.head).not.toContain('13812345678')
    await writeBulletin(deps, colleague, id, { ...input, readRev: 1 }, after)
    await expect(publishBulletin(deps, legislator, id, { draftRev: 1 }, after)).rejects.toMatchObject({
      code: 'changed-meanwhile',
      facts: { rev: 2 },
    })
    expect(await publishBulletin(deps, legislator, id, { draftRev: 2 }, after)).toEqual(seen)
  })

  test('shows what is decided while something is not, and says how much is not', async () => {
    const { deps, id } = await makeDeskScene().then(async ({ deps, consultation }) => {
      await uploadRows(deps, liaison, [aSheetRow(1, {})])
      await deps.sequence()
      return { deps, id: consultation.id }
    })
    const { bulletin, undecided } = await previewBulletin(deps, legislator, id, after)
    expect([wholeEdition(bulletin).rows, undecided]).toEqual([[], 1])
  })

  test('that corrects a published one keeps both editions; the reason belongs to that edition; receipts follow', async () => {
    const { deps, id, ids, decide, receipts } = await answeredScene()
    await writeBulletin(deps, legislator, id, { writing: writing({ head: '开头。' }), readRev: 0 }, after)
    await publishBulletin(deps, legislator, id, { draftRev: 1 }, after)
    await decide(ids[0], '灯光由地方标准管。', 'notAdopted')
    await expect(publishBulletin(deps, legislator, id, { draftRev: 1 }, after)).rejects.toMatchObject({
      facts: { fields: [{ field: 'correction', code: 'required' }] },
    })
    const corrected = writing({ head: '开头。', correction: '标准名称写错了。' })
    await writeBulletin(deps, legislator, id, { writing: corrected, readRev: 1 }, after)
    const { earlier, bulletin } = await previewBulletin(deps, legislator, id, after)
    expect([earlier?.edition, bulletin.edition, bulletin.correction]).toEqual([1, 2, '标准名称写错了。'])
    await publishBulletin(deps, legislator, id, { draftRev: 2 }, after)
    const { editions, draft, nextEdition } = await readBulletin(deps, legislator, id, after)
    expect(editions.map(({ edition, correction }) => [edition, correction])).toEqual([
      [1, undefined],
      [2, '标准名称写错了。'],
    ])
    expect([nextEdition, draft?.head, draft?.correction]).toEqual([3, '开头。', ''])
    const first = wholeEdition((await deps.bulletins.listOf(id))[0])
    expect(first.rows.map(({ reason }) => reason)).toContain('灯光由国家标准管。')
    const receipt = await readReceipt(deps, receipts[0] ?? '', after)
    expect(receipt.decision?.reason).toBe('灯光由地方标准管。')
  })

  test('is for legislators only', async () => {
    const { deps, consultation } = await makeDeskScene()
    for (const role of ['liaison', 'collector', 'admin', 'auditor'] as const) {
      const member = aMember(role)
      const input = { writing: writing(), readRev: 0 }
      await expect(writeBulletin(deps, member, consultation.id, input, after)).rejects.toThrow(
        'not-permitted',
      )
      await expect(readBulletin(deps, member, consultation.id, after)).rejects.toThrow('not-permitted')
      await expect(previewBulletin(deps, member, consultation.id, after)).rejects.toThrow('not-permitted')
    }
  })
})

test('a bulletin never leaves out an opinion acknowledged before it, though it is not in the log yet (R3)', async () => {
  const { deps, id, decide } = await answeredScene()
  const late = [aSheetRow(3, { 原话: '晚上太吵。' })]
  const sent = await uploadRows(deps, liaison, late, { batchId: 'b-late', now: after })
  expect(sent.rows.map(({ verdict }) => verdict)).toEqual(['stored'])
  const publish = () => publishBulletin(deps, legislator, id, {}, after)
  await expect(publish()).rejects.toMatchObject({
    code: 'publication-incomplete',
    facts: { readiness: { ready: false, blockers: ['log-behind'], waiting: 1 } },
  })
  expect(await deps.bulletins.latest(id)).toBeUndefined()
  await deps.sequence()
  await expect(publish()).rejects.toMatchObject({
    facts: { readiness: { blockers: [], waiting: 0, gapCount: 1 } },
  })
  const code = parseReceiptCode(sent.rows[0]?.receiptCode ?? '')
  await decide(code && opinionIdOf(code), '转公安部门。', 'referred')
  expect((await publish()).reconciliation.received).toBe(3)
})

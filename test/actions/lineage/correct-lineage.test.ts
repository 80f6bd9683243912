import { beforeEach, describe, expect, test } from 'vitest'
import { createBill } from '../../../functions/actions/draft/create-bill.ts'
import { correctLineage } from '../../../functions/actions/lineage/correct-lineage.ts'
import { exportComparison } from '../../../functions/actions/lineage/export-comparison.ts'
import { importDraft } from '../../../functions/actions/draft/import-draft.ts'
import { readComparison, readLineage } from '../../../functions/actions/lineage/read-lineage.ts'
import { releaseDraft } from '../../../functions/actions/draft/release-draft.ts'
import { oldWords } from '#core/lineage/comparison.ts'
import type { BillId, DraftId, ProvisionId } from '#core/ids.ts'
import type { LineageLink } from '#core/lineage/lineage.ts'
import type { CalendarDate } from '#core/time.ts'
import { nameEveryCause } from '../../support/name-every-cause.ts'
import { type DeskScene, makeDeskScene } from '../../support/desk-scene.ts'
import {
  admin,
  askedStatute,
  auditor,
  legislator,
  liaison,
  sceneTimes,
} from '../../support/desk-scene-data.ts'
import { wordsOfDocx } from '../../support/words-of-docx.ts'

const { during, after } = sceneTimes
const drafts = { fromDraftId: 'rb-1' as DraftId, toDraftId: 'rb-2' as DraftId }
const ids = (...texts: string[]) => texts as ProvisionId[]
const shown = (links: readonly LineageLink[]) =>
  links.map(({ from, to, kind }) => `${from.join('+')} ${kind} ${to.join('+')}`)
const bans = [{ from: ids('art-4'), to: ids('art-5', 'art-6') }]

let scene: DeskScene
beforeEach(async () => {
  scene = await makeDeskScene()
})

describe('a lineage at the desk', () => {
  test('is computed until somebody corrects it, and read by the staff before the public', async () => {
    const { lineage } = await readLineage(scene.deps, auditor, drafts.fromDraftId, drafts.toDraftId)
    expect(lineage).toMatchObject({ billId: 'riverbank', ...drafts, rev: 0 })
    expect(shown(lineage.links)).toEqual([
      'art-1 same art-1',
      'art-2 same art-2',
      ' added art-3',
      'art-3 edited art-4',
      'art-4 removed ',
      'art-5 removed ',
      ' added art-5',
      ' added art-6',
      'art-6 renumbered art-7',
    ])
    await expect(readLineage(scene.deps, 'public', drafts.fromDraftId, drafts.toDraftId)).rejects.toThrow(
      'not-found',
    )
    await nameEveryCause(scene.deps, scene.later)
    await releaseDraft(scene.deps, legislator, scene.later.id, scene.later.rev, during)
    expect((await readLineage(scene.deps, 'public', drafts.fromDraftId, drafts.toDraftId)).lineage).toEqual(
      lineage,
    )
  })

  test('is corrected by a legislator, kept with who and when, and the comparison follows', async () => {
    const stored = await correctLineage(scene.deps, legislator, drafts, bans, 0, during)
    expect(stored.rev).toBe(1)
    const { lineage, rows, causes } = await readComparison(
      scene.deps,
      legislator,
      drafts.fromDraftId,
      drafts.toDraftId,
    )
    expect(lineage).toEqual(stored)
    expect(lineage.links.find(({ kind }) => kind === 'split')).toMatchObject({
      from: ['art-4'],
      to: ['art-5', 'art-6'],
      correctedBy: legislator.id,
      correctedAt: during,
      was: [{ kind: 'removed' }, { kind: 'added' }, { kind: 'added' }],
    })
    const parts = rows.filter(({ kind }) => kind === 'split')
    expect(parts.map(({ part, to }) => [part, to[0]?.label])).toEqual([
      [1, '第五条'],
      [2, '第六条'],
    ])
    expect(parts.map(({ pieces }) => oldWords(pieces)).join('')).toContain('（三）燃放烟花爆竹。')
    expect(causes).toEqual([])
    expect(await scene.deps.audit.list(1)).toMatchObject([
      { action: 'lineage.correct', subject: 'rb-2', facts: { fromDraftId: 'rb-1', corrections: 1, rev: 1 } },
    ])
  })

  test('corrected by two people at once is corrected by one; the other is told', async () => {
    await correctLineage(scene.deps, legislator, drafts, bans, 0, during)
    await expect(correctLineage(scene.deps, legislator, drafts, bans, 0, during)).rejects.toMatchObject({
      code: 'changed-meanwhile',
      facts: { rev: 1 },
    })
    const undone = [{ from: ids('art-4'), to: ids() }]
    const back = await correctLineage(scene.deps, legislator, drafts, undone, 1, after)
    expect(back.rev).toBe(2)
    expect(shown(back.links).filter((link) => link.includes('added'))).toHaveLength(3)
  })

  test('is corrected by legislators only, and only with articles that are there', async () => {
    for (const member of [liaison, admin, auditor])
      await expect(correctLineage(scene.deps, member, drafts, bans, 0, during)).rejects.toThrow(
        'not-permitted',
      )
    const unknown = [{ from: ids('art-40'), to: ids('art-5') }]
    for (const [corrections, field, code] of [
      [unknown, 'links.0.from', 'unknown-provision'],
      [[], 'links', 'required'],
    ] as const)
      await expect(
        correctLineage(scene.deps, legislator, drafts, corrections, 0, during),
      ).rejects.toMatchObject({ code: 'invalid-fields', facts: { fields: [{ field, code }] } })
  })

  test('of drafts of two bills is refused', async () => {
    const { deps } = scene
    const billId = 'other' as BillId
    await createBill(deps, legislator, { id: billId, title: '另一部条例', summary: '' }, during)
    const other = {
      id: 'ot-1' as DraftId,
      stage: 'consultation' as const,
      datedOn: '2026-11-01' as CalendarDate,
    }
    await importDraft(deps, legislator, billId, { ...other, text: askedStatute }, during)
    const mixed = { fromDraftId: 'rb-1' as DraftId, toDraftId: other.id }
    await expect(correctLineage(deps, legislator, mixed, bans, 0, during)).rejects.toThrow('different-bills')
    await expect(readComparison(deps, legislator, other.id, 'rb-1' as DraftId)).rejects.toThrow(
      'different-bills',
    )
  })
})

describe('the comparison taken away as a Word file', () => {
  test('is named for what it is, and the public gets none of a draft nobody released', async () => {
    const { deps, later } = scene
    const asked = [drafts.fromDraftId, drafts.toDraftId] as const
    const { fileName, chunks } = await exportComparison(deps, liaison, ...asked)
    expect(fileName).toBe('云溪市河岸使用条例（草案）修改前后对照表.docx')
    const text = await wordsOfDocx(chunks)
    expect(text).toContain('征求意见稿（2026-10-15）一审稿（2026-12-01）说明')
    await expect(exportComparison(deps, 'public', ...asked)).rejects.toThrow('not-found')
    await nameEveryCause(deps, later)
    await releaseDraft(deps, legislator, later.id, later.rev, during)
    expect((await exportComparison(deps, 'public', ...asked)).fileName).toBe(fileName)
  })
})

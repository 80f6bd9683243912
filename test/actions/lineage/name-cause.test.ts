import { beforeEach, describe, expect, test } from 'vitest'
import type { CalendarDate } from '#core/time.ts'
import { importDraft } from '../../../functions/actions/draft/import-draft.ts'
import { announceConsultation } from '../../../functions/actions/draft/move-consultation.ts'
import { type CauseInput, nameCause, nameCauses } from '../../../functions/actions/lineage/name-cause.ts'
import { correctLineage } from '../../../functions/actions/lineage/correct-lineage.ts'
import { prepareConsultation } from '../../../functions/actions/draft/prepare-consultation.ts'
import { readComparison } from '../../../functions/actions/lineage/read-lineage.ts'
import { releaseDraft } from '../../../functions/actions/draft/release-draft.ts'
import { owedCauses } from '../../../functions/actions/draft/release-gaps.ts'
import { Decision } from '#core/deciding/decision.ts'
import type { Outcome } from '#core/deciding/outcome.ts'
import type { ConsultationId, DraftId, ProvisionId } from '#core/ids.ts'
import { opinionIdFor } from '../../support/build-opinion.ts'
import { nameEveryCause } from '../../support/name-every-cause.ts'
import { type DeskScene, makeDeskScene } from '../../support/desk-scene.ts'
import {
  admin,
  auditor,
  legislator,
  liaison,
  newConsultation,
  sceneTimes,
  laterStatute,
} from '../../support/desk-scene-data.ts'

const { before, during } = sceneTimes
const drafts = { fromDraftId: 'rb-1' as DraftId, toDraftId: 'rb-2' as DraftId }
const consultationId = 'c-river' as ConsultationId
const owed = ['to art-3', 'to art-4', 'from art-4', 'from art-5', 'to art-5', 'to art-6']

let scene: DeskScene
beforeEach(async () => {
  scene = await makeDeskScene()
})

const input = (changes: Partial<CauseInput> = {}): CauseInput => ({
  side: 'to',
  provisionId: 'art-4' as ProvisionId,
  kind: 'deliberation',
  sentence: '审议时提出，夜间照明不应影响居民休息。',
  decisions: [],
  ...changes,
})
const name = (changes: Partial<CauseInput> = {}, readRev = 0) =>
  nameCause(scene.deps, legislator, drafts, input(changes), readRev, during)
const missing = async () =>
  (await owedCauses(scene.deps, legislator, [scene.later])).flatMap((owed) =>
    owed.missing.map(({ side, provisionId }) => `${side} ${provisionId}`),
  )

async function decide(opinion: string, outcome: Outcome): Promise<void> {
  const decision = Decision.parse({
    consultationId,
    opinionId: opinionIdFor(opinion),
    outcome,
    reason: '已经写入。',
    decidedBy: legislator.id,
    decidedAt: during,
    rev: 0,
  })
  await scene.deps.decisions.put(decision, 0)
}

describe('a later draft that is not released yet', () => {
  test('owes a cause for every changed article, and none for its first version', async () => {
    expect(await missing()).toEqual(owed)
    expect(await owedCauses(scene.deps, legislator, [scene.asked])).toEqual([])
  })

  test('may be released once each changed article names its cause, and not before', async () => {
    const { id, rev } = scene.later
    await expect(releaseDraft(scene.deps, legislator, id, rev, during)).rejects.toMatchObject({
      code: 'causes-missing',
      facts: { owed: [{ ...drafts, changed: 6, missing: { length: 6 } }] },
    })
    const [owing] = await owedCauses(scene.deps, legislator, [scene.later])
    expect(owing?.missing.map(({ side, label }) => `${side} ${label}`)).toEqual([
      'to 第三条',
      'to 第四条',
      'from 第四条',
      'from 第五条',
      'to 第五条',
      'to 第六条',
    ])
    expect((await scene.deps.drafts.get(id)).publishedAt).toBeUndefined()
    for (const subject of owed) {
      const [side, provisionId] = subject.split(' ') as ['from' | 'to', ProvisionId]
      await name({ side, provisionId })
    }
    expect(await missing()).toEqual([])
    expect((await releaseDraft(scene.deps, legislator, id, rev, during)).publishedAt).toBe(during)
    const { causes } = await readComparison(scene.deps, auditor, drafts.fromDraftId, drafts.toDraftId)
    expect(causes).toHaveLength(6)
  })

  test('names a cause once; who writes it anew says which one was read', async () => {
    const first = await name()
    expect(first).toMatchObject({ ...drafts, ...input(), statedBy: legislator.id, statedAt: during, rev: 1 })
    await expect(name({ sentence: '又一句。' })).rejects.toMatchObject({ code: 'changed-meanwhile' })
    expect(await name({ sentence: '又一句。' }, 1)).toMatchObject({ sentence: '又一句。', rev: 2 })
    expect(await scene.deps.audit.list(1)).toMatchObject([
      {
        action: 'cause.name',
        subject: 'rb-2',
        facts: { provisionId: 'art-4', kind: 'deliberation', rev: 2 },
      },
    ])
    expect(await missing()).toEqual(owed.filter((subject) => subject !== 'to art-4'))
  })

  test('came from opinions only when decisions that followed them are named', async () => {
    await decide('yes', 'adopted')
    await decide('no', 'notAdopted')
    const of = (...names: string[]) =>
      names.map((opinion) => ({ consultationId, opinionId: opinionIdFor(opinion) }))
    const refused = (field: string, code: string) => ({
      code: 'invalid-fields',
      facts: { fields: [{ field, code }] },
    })
    await expect(name({ kind: 'opinions' })).rejects.toMatchObject(refused('decisions', 'required'))
    await expect(name({ decisions: of('yes') })).rejects.toMatchObject(refused('decisions', 'unknown-choice'))
    for (const other of ['no', 'never-said'])
      await expect(name({ kind: 'opinions', decisions: of('yes', other) })).rejects.toMatchObject(
        refused('decisions.1', 'unknown-choice'),
      )
    expect((await name({ kind: 'opinions', decisions: of('yes') })).decisions).toEqual(of('yes'))
  })

  test('takes causes for articles that changed, from legislators; what the public has read stands', async () => {
    for (const provisionId of ['art-1', 'art-7', 'art-40'] as ProvisionId[])
      await expect(name({ provisionId })).rejects.toThrow('invalid-fields')
    for (const member of [liaison, admin, auditor])
      await expect(nameCause(scene.deps, member, drafts, input(), 0, during)).rejects.toThrow('not-permitted')
    await nameEveryCause(scene.deps, scene.later)
    await releaseDraft(scene.deps, legislator, scene.later.id, scene.later.rev, during)
    await expect(name({}, 1)).rejects.toThrow('draft-is-published')
  })

  test('takes one a correction of a released draft has left it owing', async () => {
    await nameEveryCause(scene.deps, scene.later)
    await releaseDraft(scene.deps, legislator, scene.later.id, scene.later.rev, during)
    const apart = [{ from: ['art-1' as ProvisionId], to: [] }]
    await correctLineage(scene.deps, legislator, drafts, apart, 0, during)
    expect((await name({ provisionId: 'art-1' as ProvisionId })).rev).toBe(1)
  })

  test('keeps personal data out of the sentence it will publish (R10)', async () => {
    const stored = await name({ sentence: '居民13812345678来电提出，夜间照明不应影响休息。' })
    expect(stored.sentence).not.toContain('13812345678')
    expect(stored.sentence).toContain('夜间照明不应影响休息。')
  })

  test('is measured against the one released with it in the same act, not against an older one', async () => {
    const text = laterStatute.replace('每日五时至二十时开放', '每日五时至二十一时开放')
    const third = await importDraft(
      scene.deps,
      legislator,
      scene.later.billId,
      { id: 'rb-3' as DraftId, stage: 'secondReading', datedOn: '2026-12-02' as CalendarDate, text },
      during,
    )
    const alone = await owedCauses(scene.deps, legislator, [third])
    expect(alone).toMatchObject([{ fromDraftId: 'rb-1', toDraftId: 'rb-3', changed: 6 }])
    const both = await owedCauses(scene.deps, legislator, [scene.later, third])
    expect(both).toMatchObject([
      { fromDraftId: 'rb-1', toDraftId: 'rb-2', changed: 6 },
      { fromDraftId: 'rb-2', toDraftId: 'rb-3', missing: [{ side: 'to', label: '第五条' }] },
    ])
  })

  test('cannot be asked about in a consultation before its causes are named', async () => {
    const { id: _, ...asking } = newConsultation(scene.later.billId, scene.later.id)
    const { id, rev } = await prepareConsultation(scene.deps, legislator, asking, before)
    await expect(announceConsultation(scene.deps, legislator, id, rev, before)).rejects.toThrow(
      'causes-missing',
    )
    expect((await scene.deps.consultations.get(id)).status).toBe('prepared')
    await nameEveryCause(scene.deps, scene.later)
    expect((await announceConsultation(scene.deps, legislator, id, rev, before)).status).toBe('announced')
  })
})

describe('causes of several articles at once', () => {
  const several = (...places: string[]) =>
    places.map((place) => {
      const [side, provisionId] = place.split(' ') as ['from' | 'to', ProvisionId]
      return input({ side, provisionId, kind: 'technical', sentence: '统一用语。' })
    })
  const nameAll = (inputs: CauseInput[]) => nameCauses(scene.deps, legislator, drafts, inputs, during)

  test('are named with one sentence; what a colleague named first stays as it is', async () => {
    await name({ sentence: '同事先写的。' })
    const { named, already } = await nameAll(several(...owed))
    expect(named.map(({ side, provisionId }) => `${side} ${provisionId}`)).toEqual(
      owed.filter((place) => place !== 'to art-4'),
    )
    expect(already).toEqual([{ side: 'to', provisionId: 'art-4' }])
    expect(await missing()).toEqual([])
    const { causes } = await readComparison(scene.deps, auditor, drafts.fromDraftId, drafts.toDraftId)
    expect(causes.find(({ side, provisionId }) => side === 'to' && provisionId === 'art-4')?.sentence).toBe(
      '同事先写的。',
    )
    expect((await scene.deps.audit.list(10)).filter(({ action }) => action === 'cause.name')).toHaveLength(6)
  })

  test('are all refused, and none stored, when one is for an article that did not change', async () => {
    await expect(nameAll(several('to art-4', 'to art-1'))).rejects.toMatchObject({
      code: 'invalid-fields',
      facts: { fields: [{ field: 'causes.1.provisionId', code: 'unknown-provision' }] },
    })
    expect(await missing()).toEqual(owed)
    await expect(nameCauses(scene.deps, auditor, drafts, several('to art-4'), during)).rejects.toThrow(
      'not-permitted',
    )
  })
})

import { beforeEach, describe, expect, test } from 'vitest'
import { type CauseInput, nameCause } from '../../functions/actions/name-cause.ts'
import { readComparison } from '../../functions/actions/read-lineage.ts'
import { releaseDraft } from '../../functions/actions/release-draft.ts'
import { releaseGaps, requireCauses } from '../../functions/actions/release-gaps.ts'
import { Decision, type Outcome } from '#core/decision.ts'
import type { ConsultationId, DraftId, ProvisionId } from '#core/ids.ts'
import { opinionIdFor } from '../support/build-opinion.ts'
import { type DeskScene, makeDeskScene } from '../support/desk-scene.ts'
import { admin, auditor, legislator, liaison, sceneTimes } from '../support/desk-scene-data.ts'

const { during } = sceneTimes
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
  (await releaseGaps(scene.deps, legislator, scene.later.id)).missing.map(
    ({ side, provisionId }) => `${side} ${provisionId}`,
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
    expect(await releaseGaps(scene.deps, legislator, scene.asked.id)).toEqual({
      before: undefined,
      causes: [],
      missing: [],
    })
  })

  test('may be released once each changed article names its cause', async () => {
    await expect(requireCauses(scene.deps, legislator, scene.later)).rejects.toMatchObject({
      code: 'causes-missing',
      facts: { draftId: 'rb-2', fromDraftId: 'rb-1', missing: { length: 6 } },
    })
    for (const subject of owed) {
      const [side, provisionId] = subject.split(' ') as ['from' | 'to', ProvisionId]
      await name({ side, provisionId })
    }
    expect(await missing()).toEqual([])
    await requireCauses(scene.deps, legislator, scene.later)
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
    await name()
    await releaseDraft(scene.deps, legislator, scene.later.id, scene.later.rev, during)
    await expect(name({}, 1)).rejects.toThrow('draft-is-published')
    expect((await name({ provisionId: 'art-5' as ProvisionId })).rev).toBe(1)
  })
})

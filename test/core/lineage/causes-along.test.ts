import { describe, expect, test } from 'vitest'
import { Cause } from '#core/lineage/causes.ts'
import { causesAlong, type ExplainedStep } from '#core/lineage/causes-along.ts'
import type { DraftId } from '#core/ids.ts'
import type { LineageLink } from '#core/lineage/lineage.ts'

const link = (kind: LineageLink['kind'], from: string[], to: string[]): LineageLink =>
  ({ kind, from, to, score: 0.5, numberChanged: false, moved: false }) as LineageLink

/** `to art-2`: said of it between the two drafts; the sentence says where. */
function step(at: number, links: LineageLink[], ...subjects: string[]): ExplainedStep {
  const drafts = { fromDraftId: `d-${at}` as DraftId, toDraftId: `d-${at + 1}` as DraftId }
  return { ...drafts, links, causes: subjects.map((subject) => cause(drafts, subject)) }
}

function cause(drafts: { fromDraftId: string; toDraftId: string }, subject: string): Cause {
  const [side, provisionId] = subject.split(' ')
  return Cause.parse({
    ...drafts,
    side,
    provisionId,
    kind: 'technical',
    sentence: `${drafts.toDraftId} ${subject}`,
    decisions: [],
    statedBy: 'wang',
    statedAt: '2026-12-10T02:00:00.000Z',
    rev: 1,
  })
}

const said = (links: LineageLink[], steps: ExplainedStep[], own: Cause[] = []) =>
  causesAlong(links, own, steps).map(
    ({ side, provisionId, sentence, step: on }) =>
      `${side} ${provisionId}: ${sentence}${on ? ` (${on.fromDraftId} ${on.toDraftId})` : ''}`,
  )

describe('causes between two drafts that are not neighbours (R6)', () => {
  test('are all that made the article what it is, oldest first, each with its step', () => {
    const steps = [
      step(1, [link('edited', ['art-1'], ['art-2'])], 'to art-2'),
      step(2, [link('renumbered', ['art-2'], ['art-3'])]),
      step(3, [link('edited', ['art-3'], ['art-3'])], 'to art-3'),
    ]
    expect(said([link('edited', ['art-1'], ['art-3'])], steps)).toEqual([
      'to art-3: d-2 to art-2 (d-1 d-2)',
      'to art-3: d-4 to art-3 (d-3 d-4)',
    ])
  })

  test('follow an article back through a merger and a split, and take no cause of another part', () => {
    const steps = [
      step(1, [link('edited', ['art-1'], ['art-1']), link('added', [], ['art-2'])], 'to art-1', 'to art-2'),
      step(2, [link('merged', ['art-1', 'art-2'], ['art-1'])], 'to art-1'),
      step(3, [link('split', ['art-1'], ['art-1', 'art-2'])], 'to art-1', 'to art-2'),
    ]
    expect(said([link('split', ['art-1'], ['art-1', 'art-2'])], steps)).toEqual([
      'to art-1: d-2 to art-1 (d-1 d-2)',
      'to art-1: d-2 to art-2 (d-1 d-2)',
      'to art-1: d-3 to art-1 (d-2 d-3)',
      'to art-1: d-4 to art-1 (d-3 d-4)',
      'to art-2: d-2 to art-1 (d-1 d-2)',
      'to art-2: d-2 to art-2 (d-1 d-2)',
      'to art-2: d-3 to art-1 (d-2 d-3)',
      'to art-2: d-4 to art-2 (d-3 d-4)',
    ])
  })

  test('of a removed article say what became of it until it ended', () => {
    const steps = [
      step(1, [link('edited', ['art-5'], ['art-6'])], 'to art-6'),
      step(2, [link('removed', ['art-6'], [])], 'from art-6'),
    ]
    expect(said([link('removed', ['art-5'], [])], steps)).toEqual([
      'from art-5: d-2 to art-6 (d-1 d-2)',
      'from art-5: d-3 from art-6 (d-2 d-3)',
    ])
  })

  test('know an article that ended and was written anew on the way', () => {
    const steps = [
      step(1, [link('removed', ['art-5'], [])], 'from art-5'),
      step(2, [link('added', [], ['art-4'])], 'to art-4'),
    ]
    expect(said([link('edited', ['art-5'], ['art-4'])], steps)).toEqual([
      'to art-4: d-2 from art-5 (d-1 d-2)',
      'to art-4: d-3 to art-4 (d-2 d-3)',
    ])
  })

  test('named for the two themselves stand alone; what did not change has none', () => {
    const steps = [step(1, [link('edited', ['art-1'], ['art-1'])], 'to art-1'), step(2, [])]
    const links = [link('edited', ['art-1'], ['art-1']), link('same', ['art-2'], ['art-2'])]
    const own = [
      cause({ fromDraftId: 'd-1', toDraftId: 'd-3' }, 'to art-1'),
      cause({ fromDraftId: 'd-1', toDraftId: 'd-3' }, 'to art-2'),
    ]
    expect(said(links, steps, own)).toEqual(['to art-1: d-3 to art-1'])
    expect(said([links[1] as LineageLink], steps)).toEqual([])
  })
})

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReportDesk } from '#contract/report-api.ts'
import type { OpinionRevision } from '#contract/revision-api.ts'
import type { RollUpAnswer } from '#contract/roll-up-api.ts'
import type { OpinionId, ProvisionId } from '#core/ids.ts'
import { leaveOut, moveOpinion, putIn, reportDraft } from '../../site/src/desk/rules/report-draft.ts'
import { printRoute, readRoute } from '../../site/src/desk/rules/desk-route.ts'
import { revisionSteps } from '../../site/src/desk/rules/revision-pieces.ts'
import { sumPoints } from '../../site/src/desk/rules/sum-points.ts'

const opinion = (id: string, provisionId: string | null, more: object = {}) =>
  ({ id, provisionId, n: 0, ...more }) as ReportDesk['opinions'][number]
const aDesk = (opinions: ReportDesk['opinions'], alike: string[][] = []) =>
  ({
    opinions,
    alike,
    unreported: opinions.filter(({ revisedBy }) => revisedBy === undefined).map(({ id }) => id),
    unlisted: 0,
    articles: ['art-1', 'art-2', null].map((provisionId) => ({ provisionId, label: provisionId ?? '' })),
    suggestedHead: '系统写的',
    reports: [],
  }) as unknown as ReportDesk
const desk = aDesk([
  opinion('a', 'art-2.p1'),
  opinion('b', 'art-1'),
  opinion('c', null),
  opinion('d', 'art-2'),
])
const shapeOf = (draft: ReturnType<typeof reportDraft>) =>
  draft.articles.map(({ provisionId, opinions }) => `${provisionId}: ${opinions.join(' ')}`)

describe('a report being written', () => {
  test('begins with every opinion under its article, in the draft’s order', () => {
    const draft = reportDraft(desk, undefined)
    expect(draft.head).toBe('系统写的')
    expect(shapeOf(draft)).toEqual(['art-1: b', 'art-2: a d', 'null: c'])
  })

  test('begins with those of one kind together, each once, at the place of the first', () => {
    const five = ['a', 'b', 'c', 'd', 'e'].map((id) => opinion(id, id === 'e' ? 'art-1' : 'art-2'))
    const draft = reportDraft(aDesk(five, [['d', 'a', 'e']]), undefined)
    expect(shapeOf(draft)).toEqual(['art-1: e', 'art-2: a d b c'])
  })

  test('keeps what was written, in the newest wording of each opinion', () => {
    const revised = aDesk([opinion('a', 'art-2', { revisedBy: 'a2' }), opinion('a2', 'art-2')])
    const stored = {
      documentNumber: '',
      head: '写的',
      articles: [{ provisionId: 'art-2', summary: '小结', opinions: ['a'] }],
    }
    expect(reportDraft(revised, stored as never).articles).toEqual([
      { provisionId: 'art-2', summary: '小结', opinions: ['a2'] },
    ])
  })

  test('loses and doubles no opinion, whatever is moved, left out and put in', () => {
    const step = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      what: fc.constantFrom('up', 'down', 'out', 'in'),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let draft = reportDraft(desk, undefined)
        const inside = new Set(['a', 'b', 'c', 'd'])
        for (const { id, what } of steps) {
          const one = id as OpinionId
          if (what === 'out') draft = leaveOut(draft, one)
          else if (what === 'in')
            draft = putIn(
              draft,
              desk.opinions.find((held) => held.id === one)!,
              desk.articles,
            )
          else draft = moveOpinion(draft, one, what === 'up' ? -1 : 1)
          if (what === 'out') inside.delete(id)
          if (what === 'in') inside.add(id)
        }
        const chosen = draft.articles.flatMap(({ opinions }) => opinions)
        expect([...chosen].sort()).toEqual([...inside].sort())
        const order = draft.articles.map(({ provisionId }) =>
          desk.articles.findIndex((a) => a.provisionId === provisionId),
        )
        expect(order).toEqual(order.toSorted((a, b) => a - b))
      }),
    )
  })

  test('keeps an article’s summary though its last opinion is left out', () => {
    const draft = reportDraft(desk, undefined)
    const written = {
      ...draft,
      articles: draft.articles.map((article) => ({
        ...article,
        summary: article.provisionId === 'art-1' ? '有话说' : '',
      })),
    }
    expect(leaveOut(written, 'b' as OpinionId).articles).toContainEqual({
      provisionId: 'art-1' as ProvisionId,
      summary: '有话说',
      opinions: [],
    })
  })
})

describe('the history of an opinion', () => {
  const revision = (id: string, more: Partial<OpinionRevision>) =>
    ({
      id,
      receivedAt: '2026-11-10T02:00:00.000Z',
      road: 'desk',
      verbatim: '原话',
      logged: true,
      ...more,
    }) as OpinionRevision

  test('marks what each revision changed, and joins to it to the character', () => {
    const texts = fc.array(fc.string({ unit: fc.constantFrom('河', '岸', '开', '放', '，') }), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(texts, (drafts) => {
        const revisions = drafts.map((drafted, n) =>
          revision(`r${n}`, { drafted, ...(n > 0 && { supersedes: `r${n - 1}` as OpinionId }) }),
        )
        for (const [n, { texts: changed }] of revisionSteps(revisions).entries()) {
          const pieces = changed.find(({ field }) => field === 'drafted')?.pieces ?? [
            { kind: 'same' as const, text: drafts[n] ?? '' },
          ]
          const newer = pieces.filter(({ kind }) => kind !== 'removed').map(({ text }) => text)
          expect(newer.join('')).toBe(drafts[n])
        }
      }),
    )
  })

  test('says of two corrections of one text that they stand side by side', () => {
    const steps = revisionSteps([
      revision('a', {}),
      revision('b', { supersedes: 'a' as OpinionId }),
      revision('c', { supersedes: 'a' as OpinionId }),
    ])
    expect(steps.map(({ hasTwin }) => hasTwin)).toEqual([false, true, true])
  })
})

describe('a contact point’s figures', () => {
  test('add up over consultations, outcomes with what they are counted from', () => {
    const point = (received: number, people: number, more: object = {}) => ({
      contactPointId: 'xijie',
      received,
      people,
      late: 0,
      byChannel: [{ channel: 'forum', received, people, late: 0 }],
      stations: [{ id: 'st-1', name: '一站', closed: false, received, people, late: 0 }],
      collectors: [{ name: '张三', received, people, late: 0 }],
      ...more,
    })
    const figures = sumPoints(
      [
        { points: [point(3, 10, { answered: { of: 3, byOutcome: { adopted: 1, notAdopted: 2 } } })] },
        { points: [point(2, 5, { sessions: { held: 2, headcount: 60 } })] },
        { points: [] },
      ] as unknown as RollUpAnswer['consultations'],
      'xijie',
    )
    expect(figures).toMatchObject({
      received: 5,
      people: 15,
      sessions: { held: 2, headcount: 60 },
      answered: { of: 3, byOutcome: { adopted: 1, notAdopted: 2 } },
    })
    for (const part of [figures.byChannel, figures.stations, figures.collectors])
      expect(part.reduce((sum, { received }) => sum + received, 0)).toBe(5)
  })
})

describe('addresses of the contact point’s desk', () => {
  test('are read back as they are printed', () => {
    for (const screen of ['reports', 'stations', 'rollUp', 'devices', 'quarantine'] as const)
      expect(readRoute(printRoute({ screen }))).toEqual({ screen })
    const report = { screen: 'report', consultationId: 'c-1', contactPointId: 'xijie' } as const
    expect(readRoute(printRoute(report))).toEqual(report)
  })
})

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printFilter, printRoute, readRoute, type DeskRoute } from '../../site/src/desk/rules/desk-route.ts'

const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/)

describe('where a person is at the desk', () => {
  test('every screen is found again from its address', () => {
    const route: fc.Arbitrary<DeskRoute> = fc.oneof(
      fc
        .constantFrom('home', 'bills', 'members', 'contactPoints', 'audit', 'lookup')
        .map((screen) => ({ screen }) as DeskRoute),
      fc
        .tuple(fc.constantFrom('bill', 'import'), id)
        .map(([screen, billId]) => ({ screen, billId }) as DeskRoute),
      fc.tuple(id, id, id).map(([billId, from, to]) => ({ screen: 'lineage' as const, billId, from, to })),
      fc.tuple(id, id).map(([billId, draftId]) => ({ screen: 'prepare' as const, billId, draftId })),
      fc
        .tuple(fc.constantFrom('consultation', 'publish', 'slips', 'task', 'paper', 'transcribe'), id)
        .map(([screen, consultationId]) => ({ screen, consultationId }) as DeskRoute),
      fc
        .tuple(id, id)
        .map(([consultationId, groupId]) => ({ screen: 'group' as const, consultationId, groupId })),
      fc
        .tuple(
          id,
          fc.record(
            { article: id, undecided: fc.constant(true), single: fc.constant(true) },
            { requiredKeys: [] },
          ),
        )
        .map(([consultationId, filter]) => ({ screen: 'groups', consultationId, filter }) as DeskRoute),
      fc
        .tuple(
          fc.constantFrom('opinions', 'table'),
          id,
          fc.record({ article: id, undecided: fc.constant(true), opinion: id }, { requiredKeys: [] }),
        )
        .map(([screen, consultationId, filter]) => ({ screen, consultationId, filter }) as DeskRoute),
    )
    fc.assert(
      fc.property(route, (asked) => {
        expect(readRoute(printRoute(asked))).toEqual(asked)
      }),
    )
  })

  test('an address nobody made leads home', () => {
    for (const fragment of ['', '#', '#/', '#/nothing/here', '#/constructor', '#/toString/x', '#//'])
      expect(readRoute(fragment)).toEqual({ screen: 'home' })
  })

  test('a filter that filters nothing leaves no query', () => {
    expect(printFilter({})).toBe('')
    expect(printFilter({ article: '', undecided: false })).toBe('')
    expect(printFilter({ article: 'art-24', undecided: true })).toBe('?article=art-24&undecided=1')
  })
})

import * as fc from 'fast-check'
import { instant } from '../../functions/core/time.ts'
import { describe, expect, test } from 'vitest'
import type { OfficeBillList, OfficeOpinion } from '../../functions/contract/office-api.ts'
import { billLines } from '../../site/src/desk/rules/bill-lines.ts'
import { readRoute, printRoute } from '../../site/src/desk/rules/desk-route.ts'
import { joinPage, type OpinionSection, withOpinion } from '../../site/src/desk/rules/opinion-sections.ts'

const opinion = (n: number, listedUnder: string) =>
  ({ id: String(n), n, listedUnder }) as unknown as OfficeOpinion

describe('pages of opinions', () => {
  test('put one behind the other they are the list, however they were cut and though some come twice', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(4), { maxLength: 20 }),
        fc.integer({ min: 1, max: 6 }),
        (articles, size) => {
          const all = articles.toSorted((a, b) => a - b).map((article, n) => opinion(n, `art-${article}`))
          let sections: OpinionSection[] = []
          for (let from = 0; from < all.length; from += size)
            sections = joinPage(sections, all.slice(Math.max(0, from - 1), from + size), false)
          expect(sections.flatMap(({ opinions }) => opinions)).toEqual(all)
          expect(new Set(sections.map(({ article }) => article)).size).toBe(sections.length)
        },
      ),
    )
  })

  test('what a search finds is one list in the order received', () => {
    const found = [opinion(1, 'art-9'), opinion(2, 'art-1')]
    expect(joinPage([], found, true)).toEqual([{ article: '', opinions: found }])
  })

  test('one opinion changes in place', () => {
    const changed = { ...opinion(2, 'art-1'), verbatim: '改了' }
    const [section] = withOpinion(
      [{ article: 'art-1', opinions: [opinion(1, 'art-1'), opinion(2, 'art-1')] }],
      changed,
    )
    expect(section?.opinions.map(({ verbatim }) => verbatim)).toEqual([undefined, '改了'])
  })

  test('every filter stands in the address and is read back from it', () => {
    const filter = {
      article: 'art-2',
      category: '村民',
      area: '河西村',
      changeType: 'modify',
      outcome: 'referred',
      from: '2026-11-01',
      to: '2026-11-02',
      q: '垂钓 & 遛狗?',
      undecided: true,
      mine: true,
      flagged: true,
      newest: true,
    }
    const route = { screen: 'opinions', consultationId: 'c-1', filter } as const
    expect(readRoute(printRoute(route))).toEqual(route)
  })
})

describe('the overview', () => {
  test('puts first what waits for an answer, the longest overdue before all', () => {
    const consultation = (id: string, closesAt: string, answerExpectedOn: string, status = 'announced') => ({
      id,
      status,
      opensAt: '2026-10-01T00:00:00.000Z',
      closesAt,
      answerExpectedOn,
    })
    const bills = [
      {
        id: 'b',
        title: '',
        consultations: [
          consultation('open', '2026-12-01T00:00:00.000Z', '2026-12-20'),
          consultation('due', '2026-11-01T00:00:00.000Z', '2026-11-30'),
          consultation('overdue', '2026-10-20T00:00:00.000Z', '2026-11-10'),
          consultation('told', '2026-10-20T00:00:00.000Z', '2026-11-01', 'answered'),
        ],
      },
    ] as unknown as OfficeBillList['bills']
    const { lines, today } = billLines({ bills }, instant(Date.UTC(2026, 10, 22)))
    expect(lines.map((line) => line.consultation.id as string)).toEqual(['overdue', 'due', 'open', 'told'])
    for (const { opens, closes, due } of lines)
      expect(opens <= closes && closes <= due && due <= 1).toBe(true)
    expect(today > 0 && today < 1).toBe(true)
  })
})

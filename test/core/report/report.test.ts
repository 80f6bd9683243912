import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Report, movedReport, reportMoves, reportStatuses, type ReportMove } from '#core/report/report.ts'

const at = '2026-11-20T08:00:00.000Z'
const aReport = (changes: Partial<Report> = {}) =>
  Report.parse({
    consultationId: 'c-1',
    contactPointId: 'xijie',
    number: 1,
    status: 'draft',
    documentNumber: '',
    head: '收集意见三条。',
    articles: [],
    history: [],
    rev: 1,
    ...changes,
  })
const event = (move: ReportMove, by = 'm-1') => ({ move, at, by }) as Report['history'][number]

describe('a report upward', () => {
  it('moves only as the table says, from every status', () => {
    for (const status of reportStatuses)
      for (const [move, { from, to }] of Object.entries(reportMoves)) {
        const step = () => movedReport(aReport({ status }), event(move as ReportMove))
        if ((from as readonly string[]).includes(status)) expect(step().status).toBe(to)
        else
          expect(step).toThrow(
            expect.objectContaining({
              code: 'transition-refused',
              facts: { transition: move, state: status, needs: from },
            }),
          )
      }
  })

  it('loses its signature when it is changed after signing', () => {
    const signed = { name: '张主任', by: 'm-1' as never, at: at as never }
    const changed = movedReport(aReport({ status: 'reviewed', signed }), event('save'))
    expect(changed).not.toHaveProperty('signed')
    expect(movedReport(aReport({ status: 'reviewed', signed }), event('submit')).signed).toEqual(signed)
  })

  it('keeps one line for a person who saves again and again, and a new one for somebody else', () => {
    let report = aReport()
    for (const by of ['m-1', 'm-1', 'm-2', 'm-2', 'm-1']) report = movedReport(report, event('save', by))
    expect(report.history.map(({ by }) => by)).toEqual(['m-1', 'm-2', 'm-1'])
  })

  it('is never sent up unsigned or changed once received, by any chain of moves', () => {
    const moves = fc.array(fc.constantFrom(...(Object.keys(reportMoves) as ReportMove[])), { maxLength: 20 })
    fc.assert(
      fc.property(moves, (chain) => {
        let report = aReport()
        for (const move of chain) {
          const before = report
          try {
            report = movedReport(report, event(move))
          } catch {
            continue
          }
          expect(before.status).not.toBe('received')
          if (report.status === 'submitted') expect(before.status).toBe('reviewed')
          expect(report.history.length).toBeGreaterThanOrEqual(before.history.length)
        }
      }),
    )
  })
})

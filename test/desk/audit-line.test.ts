import { describe, expect, test } from 'vitest'
import type { AuditList, OfficeBillList } from '../../functions/contract/office-api.ts'
import { auditLine, findLines, namesOf } from '../../site/src/desk/rules/audit-line.ts'
import { zh } from '../../site/src/desk/words/strings.zh.ts'

const event = (facts: Record<string, string | number | boolean>) =>
  ({
    at: '2026-11-22T01:30:00.000Z',
    memberId: 'lin-jing',
    memberName: '林静',
    action: 'decision.put',
    subject: 'opinion-1',
    facts,
  }) as AuditList['events'][number]

const bills = [
  {
    id: 'b-1',
    title: '滨水条例',
    drafts: [{ id: 'd-1', stage: 'consultation' }],
    consultations: [{ id: 'c-1' }],
  },
] as unknown as OfficeBillList['bills']

describe('the audit trail in words', () => {
  test('ids people know are shown by their titles, outcomes and instants in words and local time', () => {
    const line = auditLine(
      event({
        consultationId: 'c-1',
        outcome: 'notAdopted',
        before: 'none',
        closesAt: '2026-12-03T16:00:00.000Z',
      }),
      zh,
      namesOf(bills, zh),
      480,
    )
    expect(line).toMatchObject({ at: '2026-11-22 09:30', did: '处理意见', subject: 'opinion-1' })
    expect(line.facts).toBe('征求意见 滨水条例、结果 未采纳、原来 （无）、截止 2026-12-04 00:00')
  })

  test('a table that was taken is told in words', () => {
    const facts = { format: 'docx', edition: 'internal', filtered: true, exportId: 'x-1' }
    expect(auditLine(event(facts), zh, new Map(), 480).facts).toBe(
      '格式 docx、版次 工作用、只含部分意见 是、编号 x-1',
    )
  })

  test('what has no word keeps its name, and nothing of an object’s own is taken for a word', () => {
    const line = auditLine({ ...event({ strange: 'constructor' }), action: 'brand.new' }, zh, new Map(), 480)
    expect(line).toMatchObject({ did: 'brand.new', facts: 'strange constructor' })
  })

  test('a search finds lines in which every word stands somewhere', () => {
    const lines = [event({ outcome: 'adopted' }), event({ outcome: 'deferred' })].map((each) =>
      auditLine(each, zh, new Map(), 480),
    )
    expect(findLines(lines, '林静 留待')).toEqual([lines[1]])
    expect(findLines(lines, ' ')).toEqual(lines)
    expect(findLines(lines, '没有这个')).toEqual([])
  })
})

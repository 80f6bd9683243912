import { describe, expect, it } from 'vitest'
import { LogText, logTextOf } from '#core/log/log-entry.ts'
import { inboxItem, recordOfItem } from '../../../functions/store/inbox-item.ts'
import { buildOpinion } from '../../support/build-opinion.ts'

const deviceId = '0b8d5f62-6c1e-4d0c-9a3f-5b7e2d914c01'
const collectedFields = {
  collectedOn: '2026-11-19',
  collectedAt: '2026-11-19T08:00:00.000Z',
  sessionId: '0b8d5f62-6c1e-4d0c-9a3f-5b7e2d914c02',
  deviceId,
  attachments: ['0b8d5f62-6c1e-4d0c-9a3f-5b7e2d914c03'],
}

describe('the text side of a log entry', () => {
  it('reads a line written before devices collected', () => {
    const line =
      '{"n":3,"id":"AAAAAAAAAAAAAAAAAAAAAA","salt":"AAAAAAAAAAAAAAAAAAAAAA","content":{"consultationId":"c-1","draftId":"d-1","provisionId":null,"changeType":"general","verbatim":"好。","proponent":{"kind":"person","headcount":1}},"noticeVersion":"2026-1","wantsAnswer":false,"flags":[]}'
    const text = LogText.parse(JSON.parse(line))
    expect(text).toMatchObject({ n: 3, content: { verbatim: '好。' } })
    expect(text.deviceId).toBeUndefined()
  })

  it('says when, on which occasion and on which device an opinion was collected', () => {
    const record = buildOpinion('collected', collectedFields)
    expect(LogText.parse(JSON.parse(JSON.stringify(logTextOf(record, 0))))).toMatchObject(collectedFields)
    expect(recordOfItem(inboxItem(record))).toEqual(record)
  })
})

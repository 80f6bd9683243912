import { describe, expect, it } from 'vitest'
import { createTelemetry, errorFacts } from '../../functions/telemetry/telemetry.ts'

function recorder() {
  const lines: string[] = []
  const log = createTelemetry(
    (line) => void lines.push(line),
    () => '2026-11-22T01:00:00.000Z',
  )
  return { log, lines }
}

describe('what operators are told', () => {
  it('is one JSON line with its time and name', () => {
    const { log, lines } = recorder()
    log.emit('request', { requestId: 'r', app: 'public', method: 'GET', route: '/api/bills', status: 200 })
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      at: '2026-11-22T01:00:00.000Z',
      event: 'request',
      requestId: 'r',
      app: 'public',
      method: 'GET',
      route: '/api/bills',
      status: 200,
    })
  })

  it('holds no field outside the catalogue, whoever passes it', () => {
    const { log, lines } = recorder()
    const facts = { requestId: 'r', verbatim: '我家的狗', url: '/x?code=1' } as { requestId: string }
    log.emit('opinion-accepted', facts)
    expect(lines[0]).not.toMatch(/狗|code=1/)
  })

  it.each([
    ['a mobile number', '打 13812345678 找我'],
    ['an identity number', '11010519491231002X'],
    ['a receipt code', 'K7QX 29DF M4TA 8RWE 3HNZ P68N'],
    ['a receipt code without spaces', 'K7QX29DFM4TA8RWE3HNZP68N'],
    ['an e-mail address', 'lin.jing@example.com'],
  ])('never shows %s, even in a field that is allowed', (_what, secret) => {
    const { log, lines } = recorder()
    log.emit('sign-in-refused', { requestId: 'r', reason: secret })
    expect(lines[0]).toContain('[redacted]')
  })

  it('keeps request ids and revisions readable', () => {
    const { log, lines } = recorder()
    log.emit('log-conflict', { consultationId: 'c-waterfront-2026', rev: 12345678901 })
    expect(lines[0]).toContain('c-waterfront-2026')
    expect(lines[0]).toContain('12345678901')
  })

  it('tells of an error its name and frames, not its message', () => {
    const facts = errorFacts(new TypeError('老人遛狗\n    at 13812345678'))
    expect(facts.errorName).toBe('TypeError')
    expect(facts.frames.length).toBeGreaterThan(0)
    expect(JSON.stringify(facts)).not.toContain('老人')
    expect(errorFacts('text')).toEqual({ errorName: 'string', frames: [] })
  })
})

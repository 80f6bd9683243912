import { expect, test } from 'vitest'
import { cameraTroubleOf, cameraTroubles } from '../../site/src/scan/camera-trouble.ts'
import { scanEn } from '../../site/src/scan/scan.en.ts'
import { scanZh } from '../../site/src/scan/scan.zh.ts'

const named = (name: string) => Object.assign(new Error('no picture'), { name })

test.each([
  ['NotAllowedError', 'refused'],
  ['NotFoundError', 'none'],
  ['NotReadableError', 'busy'],
  ['TypeError', 'failed'],
  ['toString', 'failed'],
])('%s of a camera is “%s”', (name, trouble) => {
  expect(cameraTroubleOf(named(name))).toBe(trouble)
})

test('every trouble says in both languages what works all the same', () => {
  for (const trouble of cameraTroubles) {
    expect(scanZh.troubles[trouble]).toMatch(/打字/)
    expect(scanEn.troubles[trouble]).toMatch(/typ/)
  }
})

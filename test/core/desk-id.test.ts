import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { deskId } from '#core/desk-id.ts'
import { ConsultationId } from '#core/ids.ts'

test('an id nobody chose is a name like any other, whatever the randomness', () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.integer({ min: 0, max: 255 })), (stream) => {
      let drawn = 0
      const bytes = (length: number) => {
        // Bytes that may not be used come for ever only from a broken source.
        drawn += 1
        return Uint8Array.from({ length }, () => (drawn > 50 ? 7 : (stream.next().value as number)))
      }
      const id = deskId('c', { bytes })
      expect(id).toMatch(/^c-[2-9a-z]{6}$/)
      expect(ConsultationId.safeParse(id).success).toBe(true)
    }),
  )
})

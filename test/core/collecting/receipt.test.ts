import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { isMiscopied, parseReceiptCode, printReceiptCode, receiptCode } from '#core/collecting/receipt.ts'

const codes = fc.uint8Array({ minLength: 15, maxLength: 15 }).map(receiptCode)
const characters = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ']
const place = fc.nat({ max: 23 })

function withCharacter(code: string, at: number, character: string): string {
  return code.slice(0, at) + character + code.slice(at + 1)
}

describe('a receipt code', () => {
  it('is read however people write it', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const [zero, one] = [code.replaceAll('0', 'o'), code.replaceAll('1', 'l')]
        for (const written of [
          printReceiptCode(code),
          code.toLowerCase(),
          ` ${code}。`.slice(0, -1),
          zero,
          one,
        ])
          expect(parseReceiptCode(written)).toBe(code)
      }),
    )
  })

  it('keeps 110 bits of what it was drawn from: other bytes, another code', () => {
    const bytes = new Uint8Array(15)
    const seen = new Set([receiptCode(bytes)])
    for (let bit = 0; bit < 110; bit += 1) {
      const other = Uint8Array.from(bytes)
      other[bit >> 3] = 128 >> (bit & 7)
      seen.add(receiptCode(other))
    }
    expect(seen.size).toBe(111)
  })

  it('is not read when any one or two of its characters were miscopied', () => {
    fc.assert(
      fc.property(
        codes,
        place,
        place,
        fc.constantFrom(...characters),
        fc.constantFrom(...characters),
        (code, a, b, x, y) => {
          const miscopied = withCharacter(withCharacter(code, a, x), b, y)
          expect(parseReceiptCode(miscopied)).toBe(miscopied === code ? code : undefined)
          expect(isMiscopied(miscopied)).toBe(miscopied !== code)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('is not read when two characters changed places, nor when one is missing', () => {
    fc.assert(
      fc.property(codes, fc.nat({ max: 22 }), (code, at) => {
        const [first, second] = [code.charAt(at), code.charAt(at + 1)]
        const swapped = withCharacter(withCharacter(code, at, second), at + 1, first)
        expect(parseReceiptCode(swapped)).toBe(first === second ? code : undefined)
        expect(parseReceiptCode(code.slice(0, at) + code.slice(at + 1))).toBeUndefined()
        expect(isMiscopied(code.slice(1))).toBe(false)
      }),
    )
  })
})

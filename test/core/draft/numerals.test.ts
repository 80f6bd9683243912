import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { maxNumeral, readNumeral, writeNumeral } from '#core/draft/numerals.ts'

it.each([
  ['一', 1],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['九十九', 99],
  ['一百', 100],
  ['一百零二', 102],
  ['一百〇二', 102],
  ['一百一十', 110],
  ['一百二十', 120],
  ['五百零五', 505],
  ['一千', 1000],
  ['两千', 2000],
  ['一千二百六十', 1260],
  ['一千零一', 1001],
  ['一万', 10_000],
  ['一万零一', 10_001],
  ['九千九百九十九万', 99_990_000],
  ['一〇二', 102],
  ['零', 0],
  ['〇', 0],
  ['12', 12],
  ['１２', 12],
  ['007', 7],
])('%s is %i', (text, value) => {
  expect(readNumeral(text)).toBe(value)
})

it.each([
  '',
  '十十',
  '百',
  '二百三千',
  '一万一万',
  '万',
  '甲',
  '一百二十零',
  '1二',
  '-1',
  '1.5',
  '123456789',
])('%j is no numeral', (text) => {
  expect(readNumeral(text)).toBeUndefined()
})

it('what is written is read again', () => {
  fc.assert(
    fc.property(fc.nat(maxNumeral), (value) => {
      expect(readNumeral(writeNumeral(value))).toBe(value)
    }),
  )
})

it('every number of an article is written as statutes write it', () => {
  expect([10, 11, 20, 102, 110, 111, 1000, 1010, 100_010].map(writeNumeral)).toEqual([
    '十',
    '十一',
    '二十',
    '一百零二',
    '一百一十',
    '一百一十一',
    '一千',
    '一千零一十',
    '十万零一十',
  ])
})

it('any text is read or refused, never thrown at', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'零一十百千万两〇1') }), (text) => {
      const value = readNumeral(text)
      expect(value === undefined || Number.isInteger(value)).toBe(true)
    }),
  )
})

import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { maskPersonalData } from '#core/text/masking.ts'

it.each([
  ['我电话13812345678，谢谢', '我电话138****5678，谢谢', ['mobile']],
  ['１３８１２３４５６７８', '１３８****５６７８', ['mobile']],
  ['138 1234 5678', '138 **** 5678', ['mobile']],
  ['138-1234-5678', '138-****-5678', ['mobile']],
  ['+86 13812345678', '+86 138****5678', ['mobile']],
  ['身份证11010519491231002X。', '身份证110*************2X。', ['identity-number']],
  ['１１０１０５１９４９１２３１００２Ｘ', '１１０*************２Ｘ', ['identity-number']],
  ['卡号4111111111111111', '卡号4111********1111', ['bank-card']],
  ['4111 1111 1111 1111', '4111 **** **** 1111', ['bank-card']],
  ['写信到 zhang.san@example.com.cn', '写信到 z********@example.com.cn', ['email']],
  ['沪A12345乱停', '沪A****5乱停', ['plate']],
  ['云A·D12345', '云A·*****5', ['plate']],
  ['13812345678和a@b.cn', '138****5678和a***@b.cn', ['mobile', 'email']],
])('%s → %s', (text, masked, found) => {
  expect(maskPersonalData(text)).toEqual({ text: masked, found })
})

it.each([
  '110105194912310021 checksum wrong',
  '投资1234567890123元',
  '2023年12月29日第16号',
  '23812345678',
  '4111111111111112',
  '面积12345678901平方米',
  '第一百三十八条',
  '京东方大厦',
])('%s stays', (text) => {
  expect(maskPersonalData(text)).toEqual({ text, found: [] })
})

it('masking twice is masking once, and takes linear time', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'1380@a.-沪A甲 Ｘ１') }), (text) => {
      const once = maskPersonalData(text)
      expect(maskPersonalData(once.text).text).toBe(once.text)
    }),
  )
  const started = performance.now()
  for (const unit of ['1', '1 ', 'a.', 'a@', '1-', '沪A', '8613']) maskPersonalData(unit.repeat(20_000))
  expect(performance.now() - started).toBeLessThan(5000)
})

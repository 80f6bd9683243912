import { expect, it } from 'vitest'
import { decodeText } from '../../functions/documents/decode-text.ts'

const gb = new Uint8Array([0xb5, 0xda, 0xd2, 0xbb, 0xcc, 0xf5])

it.each([
  ['UTF-8', Buffer.from('第一条'), 'utf-8'],
  ['UTF-8 with its mark', Buffer.from('\ufeff第一条'), 'utf-8'],
  ['GB18030', gb, 'gb18030'],
  ['UTF-16LE with its mark', Buffer.from('\ufeff第一条', 'utf16le'), 'utf-16le'],
] as const)('%s is read', (_, bytes, encoding) => {
  expect(decodeText(bytes)).toEqual({ text: '第一条', encoding })
})

it('UTF-16LE without a mark is read when it holds ASCII, as notepads write it', () => {
  expect(decodeText(Buffer.from('第1条\n甲', 'utf16le'))).toEqual({ text: '第1条\n甲', encoding: 'utf-16le' })
})

it('rare characters of GB18030 are read', () => {
  const yi = new Uint8Array([0x95, 0x32, 0xb7, 0x39, 0xb5, 0xda])
  expect(decodeText(yi).encoding).toBe('gb18030')
})

it.each([
  ['an image', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0xff])],
  ['a zip', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(9), Buffer.from([0xff])])],
])('%s is refused', (_, bytes) => {
  expect(() => decodeText(bytes)).toThrow(expect.objectContaining({ code: 'unreadable-text' }))
})

it('nothing is an empty text', () => {
  expect(decodeText(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8' })
})

import { createPublicKey, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { keyHash, parseCheckpoint, signCheckpoint, verifierKey } from '#core/log/checkpoint.ts'
import { emptyRoot } from '#core/log/merkle.ts'
import { testKeys } from '../../support/test-keys.ts'

const tree = { origin: 'lifa.example/log/c-1', size: 12, root: emptyRoot }
const publicKey = Buffer.from(testKeys.publicKey, 'base64')

describe('a checkpoint', () => {
  it('is a signed note as C2SP writes it, down to the byte', () => {
    const note = signCheckpoint(tree, testKeys)
    const [text, signature] = note.split('\n\n')
    expect(text).toBe('lifa.example/log/c-1\n12\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=')
    expect(signature).toMatch(/^— lifa\.example\/log\/c-1 [A-Za-z0-9+/]{91}=\n$/)
  })

  it('reads back, and its signature is of its text by the named key', () => {
    const read = parseCheckpoint(signCheckpoint(tree, testKeys))
    const signature = read?.signatures[0]
    if (read === undefined || signature === undefined) throw new Error('no checkpoint')
    expect(read).toMatchObject({ origin: tree.origin, size: 12 })
    expect(signature.bytes.subarray(0, 4)).toEqual(keyHash(tree.origin, publicKey))
    const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), publicKey])
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' })
    expect(verify(null, Buffer.from(read.text), key, signature.bytes.subarray(4))).toBe(true)
    expect(verify(null, Buffer.from(`${read.text}x`), key, signature.bytes.subarray(4))).toBe(false)
  })

  it('gives monitors the key the way they expect it', () => {
    expect(verifierKey(tree.origin, publicKey)).toMatch(
      /^lifa\.example\/log\/c-1\+[0-9a-f]{8}\+[A-Za-z0-9+/]+={0,2}$/,
    )
    // the example of the specification of signed notes (golang.org/x/mod/sumdb/note)
    const key = Buffer.from('ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'base64').subarray(1)
    expect(verifierKey('PeterNeumann', key)).toBe(
      'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
    )
  })

  it.each([
    '',
    'a\n-1\n',
    'a\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— a AAAA\n',
    'a\n1\nshort=\n\n— a AAAA\n',
  ])('is not read from anything else: %j', (note) => {
    expect(parseCheckpoint(note)).toBeUndefined()
  })
})

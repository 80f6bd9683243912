/** What a file is by its first bytes, whatever its name says. */
export type KindOfBytes = 'zip' | 'ole' | 'pdf' | 'program' | 'image' | 'rar' | 'html' | 'empty' | 'unknown'

const signatures: readonly (readonly [KindOfBytes, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  // Compound file: .xls, .doc, and every Office file saved with a password (MS-OFFCRYPTO).
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['program', [0x4d, 0x5a]],
  ['program', [0x7f, 0x45, 0x4c, 0x46]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['rar', [0x52, 0x61, 0x72, 0x21]],
]

/** Names a file by its first bytes; `html` covers the "web page saved as .xls" that old systems export. */
export function kindOfBytes(bytes: Uint8Array): KindOfBytes {
  if (bytes.byteLength === 0) return 'empty'
  const known = signatures.find(([, signature]) => signature.every((byte, at) => bytes[at] === byte))
  if (known) return known[0]
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200)).trimStart().replace(/^ï»¿/, '')
  return /^<(!doctype|html|table|\?xml|meta|script)/i.test(start.trimStart()) ? 'html' : 'unknown'
}

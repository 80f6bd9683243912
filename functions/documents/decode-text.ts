import { PortalError } from '#core/portal-error.ts'

export type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le'

/** A text and the encoding it was in. */
export interface DecodedText {
  /** Without a byte order mark. */
  text: string
  encoding: TextEncoding
}

/**
 * Reads the bytes of a plain-text file in the encodings Chinese offices use: what a byte order mark says, else UTF-8
 * when it is valid, else GB18030 (GBK and GB2312 within it), else UTF-16LE without a mark.
 *
 * Throws `unreadable-text` when it is none of them, or holds NUL as binary files do.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  for (const encoding of encodingsFor(bytes)) {
    const text = tryDecode(bytes, encoding)
    if (text !== undefined && !text.includes('\0')) return { text, encoding }
  }
  throw new PortalError('unreadable-text', { bytes: bytes.length })
}

function encodingsFor(bytes: Uint8Array): readonly TextEncoding[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le']
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return ['utf-8']
  return ['utf-8', 'gb18030', 'utf-16le']
}

function tryDecode(bytes: Uint8Array, encoding: TextEncoding): string | undefined {
  if (encoding === 'utf-16le' && bytes.length % 2 !== 0) return undefined
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

import { PortalError } from '#core/portal-error.ts'

export interface DecodedText {
  text: string
  encoding: 'utf-8' | 'gb18030' | 'utf-16le'
}

/**
 * Bytes of a text file → text without its byte order mark: UTF-8 when it is valid UTF-8, UTF-16 as Excel's
 * "Unicode text" saves it, otherwise GB18030, which Chinese Excel and Notepad save.
 *
 * @throws PortalError `unreadable-text` when it is none of them or holds NUL, as programs and pictures do
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = looksLikeUtf16(bytes) ? 'utf-16le' : isValid('utf-8', bytes) ? 'utf-8' : 'gb18030'
  if (!isValid(encoding, bytes)) throw new PortalError('unreadable-text', { reason: 'encoding' })
  const text = new TextDecoder(encoding).decode(bytes)
  if (text.includes('\0')) throw new PortalError('unreadable-text', { reason: 'binary' })
  return { text, encoding }
}

function isValid(encoding: string, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** A byte order mark, or ASCII (commas, line ends, digits) with a NUL behind each. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return true
  if (bytes.byteLength % 2 !== 0) return false
  const start = bytes.subarray(0, 2000)
  const highNuls = start.filter((byte, at) => at % 2 === 1 && byte === 0).length
  const lowNuls = start.filter((byte, at) => at % 2 === 0 && byte === 0).length
  return lowNuls === 0 && highNuls * 20 > start.byteLength
}

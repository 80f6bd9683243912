import { hash } from 'node:crypto'

/** SHA-256 of bytes or UTF-8 text: 32 bytes. The one place core touches a platform module (pure, no I/O). */
export function sha256(data: Uint8Array | string): Buffer {
  return hash('sha256', data, 'buffer')
}

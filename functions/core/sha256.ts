import { hash } from 'node:crypto'

/**
 * SHA-256 of bytes or UTF-8 text: 32 bytes. The one place core touches a platform module (pure, no I/O). Asked for as
 * text, the hash lands in Node's pool of small buffers: half of what a buffer with memory of its own costs.
 */
export function sha256(data: Uint8Array | string): Buffer {
  return Buffer.from(hash('sha256', data, 'binary'), 'binary')
}

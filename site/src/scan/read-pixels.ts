import { decodeQRBatch } from 'qr/decode.js'

/* Loaded when a camera or a photo is opened and the browser itself reads no codes: see qr-reader.ts. */

/** A photo is looked at once and may take its time; a camera's next picture comes at once. */
const photoBudgetMs = 1_500

const canvas = document.createElement('canvas')
const pen = canvas.getContext('2d', { willReadFrequently: true })

/** Every QR code in a picture, drawn so that its longer side is at most `longestSide` pixels. */
export async function readPixels(
  source: HTMLVideoElement | ImageBitmap,
  { longestSide, isPhoto }: { longestSide: number; isPhoto: boolean },
): Promise<string[]> {
  const wide = source instanceof HTMLVideoElement ? source.videoWidth : source.width
  const high = source instanceof HTMLVideoElement ? source.videoHeight : source.height
  if (!pen || wide === 0 || high === 0) return []
  const scale = Math.min(1, longestSide / Math.max(wide, high))
  const width = Math.max(1, Math.round(wide * scale))
  const height = Math.max(1, Math.round(high * scale))
  // Setting a side clears the picture and takes memory anew: only when it differs.
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
  pen.drawImage(source, 0, 0, width, height)
  const picture = pen.getImageData(0, 0, width, height)
  const effort = isPhoto ? { effort: Infinity, timeLimit: photoBudgetMs } : {}
  const [found = []] = await decodeQRBatch([picture], { maxSize: { width, height }, ...effort })
  return found.filter((one) => typeof one === 'string')
}

import { openQrReader } from './qr-reader.ts'

/** Every QR code in a photo; `undefined` when the file is no picture this browser can open. It never leaves the page. */
export async function readPhoto(file: Blob): Promise<string[] | undefined> {
  const picture = await createImageBitmap(file).catch(() => undefined)
  if (!picture) return undefined
  try {
    const reader = await openQrReader()
    return await reader.photo(picture)
  } finally {
    picture.close()
  }
}

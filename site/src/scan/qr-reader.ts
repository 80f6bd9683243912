/** https://wicg.github.io/shape-detection-api/ — in Chromium on Android, ChromeOS and macOS; not in TypeScript's library. */
interface Detector {
  detect(source: ImageBitmapSource): Promise<{ rawValue: string }[]>
}
interface DetectorMaker {
  new (options: { formats: string[] }): Detector
  getSupportedFormats(): Promise<string[]>
}

/** Reads every QR code of a picture as text; none is an empty list. */
export interface QrReader {
  frame(video: HTMLVideoElement): Promise<string[]>
  photo(picture: ImageBitmap): Promise<string[]>
}

/** Fine enough for a slip held at arm's length, coarse enough for an old phone several times a second. */
const frameSide = 1280
/** From coarse, which is quick and forgives blur, to fine, which finds a small code on a whole page. */
const photoSides = [1280, 2560]

/** The reader in plain JavaScript: iOS, Firefox and Chromium on Windows and Linux have none of their own. */
const inPixels = () => import('./read-pixels.ts')

/**
 * The browser's own detector where it reads QR codes; else, and as soon as it fails (Android without its reading
 * service promises one that throws), a reader of ours, fetched here and now.
 */
export async function openQrReader(): Promise<QrReader> {
  let own = await ownDetector()
  if (!own) await inPixels()
  const byBrowser = async (source: HTMLVideoElement | ImageBitmap): Promise<string[] | undefined> => {
    const seen = await own?.detect(source).catch(() => undefined)
    if (!seen) own = undefined
    return seen?.map(({ rawValue }) => rawValue)
  }
  return {
    frame: async (video) =>
      (await byBrowser(video)) ??
      (await inPixels()).readPixels(video, { longestSide: frameSide, isPhoto: false }),
    photo: async (picture) => {
      const seen = (await byBrowser(picture)) ?? []
      for (const longestSide of photoSides) {
        if (seen.length > 0) break
        seen.push(...(await (await inPixels()).readPixels(picture, { longestSide, isPhoto: true })))
      }
      return seen
    },
  }
}

async function ownDetector(): Promise<Detector | undefined> {
  const Maker = (globalThis as { BarcodeDetector?: DetectorMaker }).BarcodeDetector
  try {
    const formats = await Maker?.getSupportedFormats()
    return Maker && formats?.includes('qr_code') ? new Maker({ formats: ['qr_code'] }) : undefined
  } catch {
    return undefined
  }
}

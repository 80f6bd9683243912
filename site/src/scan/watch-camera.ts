import { cameraTroubleOf, type CameraTrouble } from './camera-trouble.ts'
import { openQrReader } from './qr-reader.ts'

/** A pause between two looks: leaves an old phone time to draw. */
const pauseMs = 120

/** The camera away from the person, at a size codes can be read from. */
const wanted = { video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } } }

/** What somebody who watches wants to know. `texts`: every code in sight at one look, often none. */
export interface Watching {
  onPicture(): void
  onTexts(texts: string[]): void
  onTrouble(trouble: CameraTrouble): void
}

/** Shows the camera in `video` and looks at it until told to stop; the camera goes off with it. */
export function watchCamera(video: HTMLVideoElement, watching: Watching): () => void {
  let stream: MediaStream | undefined
  const ending = new AbortController()
  const { signal } = ending
  const stop = () => {
    ending.abort()
    for (const track of stream?.getTracks() ?? []) track.stop()
  }
  const look = async () => {
    // Browsers hide the camera from pages that came without https.
    if (!isSecureContext) return watching.onTrouble('insecure')
    if (navigator.mediaDevices === undefined) return watching.onTrouble('none')
    const [reader, opened] = await Promise.all([openQrReader(), navigator.mediaDevices.getUserMedia(wanted)])
    stream = opened
    if (signal.aborted) return stop()
    video.srcObject = opened
    await video.play()
    watching.onPicture()
    while (!signal.aborted) {
      const texts = await reader.frame(video)
      if (!signal.aborted) watching.onTexts(texts)
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
  }
  look().catch((error: unknown) => {
    if (signal.aborted) return
    stop()
    watching.onTrouble(cameraTroubleOf(error))
  })
  return stop
}

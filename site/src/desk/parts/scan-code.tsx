import { useEffect, useRef, useState } from 'preact/hooks'
import { readSlipCode } from '../../paper/paper-address.ts'
import { Button } from '../../parts/button.tsx'
import { useWords } from './language.tsx'

/** https://wicg.github.io/shape-detection-api/ — in Chromium on Android, ChromeOS and macOS; not in TypeScript's library. */
interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>
}
type DetectorMaker = new (options: { formats: string[] }) => Detector

const lookEveryMs = 250

function detectorMaker(): DetectorMaker | undefined {
  return (globalThis as { BarcodeDetector?: DetectorMaker }).BarcodeDetector
}

/** Reads a slip by camera where the browser can; a hand scanner types by itself, and typing always works. */
export function ScanCode(props: { onCode: (code: string) => void }) {
  const { transcribing } = useWords()
  const [on, setOn] = useState(false)
  const [failed, setFailed] = useState(false)
  if (!detectorMaker() || !navigator.mediaDevices) return <p class="aside">{transcribing.scanNone}</p>
  return (
    <div class="scan">
      <Button
        kind="quiet"
        onPress={() => {
          setFailed(false)
          setOn(!on)
        }}
      >
        {on ? transcribing.scanStop : transcribing.scan}
      </Button>
      {failed && <p role="status">{transcribing.scanNone}</p>}
      {on && (
        <Viewfinder
          onCode={(code) => {
            setOn(false)
            props.onCode(code)
          }}
          onFailure={() => {
            setOn(false)
            setFailed(true)
          }}
        />
      )}
    </div>
  )
}

function Viewfinder(props: { onCode: (code: string) => void; onFailure: () => void }) {
  const { transcribing } = useWords()
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    return watchCamera(video, props.onCode, props.onFailure)
  }, [])
  return (
    <figure>
      <video ref={video} muted playsInline aria-label={transcribing.scanSay} />
      <figcaption>{transcribing.scanSay}</figcaption>
    </figure>
  )
}

/** Looks four times a second until a slip is seen. Returns how to stop; the camera goes off with it. */
function watchCamera(
  video: { current: HTMLVideoElement | null },
  onCode: (code: string) => void,
  onFailure: () => void,
): () => void {
  const Maker = detectorMaker()
  let stream: MediaStream | undefined
  const ending = new AbortController()
  const look = async () => {
    if (!Maker) throw new Error('no detector')
    const detector = new Maker({ formats: ['qr_code'] })
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
    if (ending.signal.aborted || !video.current) return stop()
    video.current.srcObject = stream
    await video.current.play()
    while (!ending.signal.aborted) {
      const seen = await detector.detect(video.current)
      const code = seen.map(({ rawValue }) => readSlipCode(rawValue)).find((read) => read !== undefined)
      if (code) return onCode(code)
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
    }
    return undefined
  }
  const stop = () => {
    ending.abort()
    for (const track of stream?.getTracks() ?? []) track.stop()
  }
  look().catch(() => {
    if (!ending.signal.aborted) onFailure()
  })
  return stop
}

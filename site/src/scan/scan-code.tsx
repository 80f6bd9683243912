import { useEffect, useRef, useState } from 'preact/hooks'
import type { CameraTrouble } from './camera-trouble.ts'
import { pickCode } from './pick-code.ts'
import { readPhoto } from './read-photo.ts'
import type { ScanStrings } from './scan.zh.ts'
import { watchCamera } from './watch-camera.ts'

interface ScanProps {
  words: ScanStrings
  /** The code of what a QR says; `undefined` for codes of something else. */
  read: (text: string) => string | undefined
  /** What is said about codes of something else. */
  other: string
  onCode: (code: string) => void
  /** Slip after slip: the camera that read one opens by itself for the next, and passes over codes that are held already. */
  pile?: { at: number; holds: (code: string) => boolean }
}

/** Reads a printed or shown code by camera or from a photo. A hand scanner types by itself, and typing always works. */
export function ScanCode(props: ScanProps) {
  const { words } = props
  const [on, setOn] = useState(false)
  const [said, setSaid] = useState('')
  const isCameraUsed = useRef(false)
  const found = (code: string) => {
    isCameraUsed.current = on
    setOn(false)
    setSaid('')
    props.onCode(code)
  }
  const at = props.pile?.at ?? 0
  const before = useRef(at)
  useEffect(() => {
    if (at > before.current && isCameraUsed.current) setOn(true)
    before.current = at
  }, [at])
  const fail = (trouble: CameraTrouble) => {
    setOn(false)
    setSaid(words.troubles[trouble])
  }
  return (
    <div class="scan">
      <div class="buttons">
        <button
          type="button"
          class="button quiet"
          onClick={() => {
            setSaid('')
            isCameraUsed.current = false
            setOn(!on)
          }}
        >
          {on ? words.stop : words.open}
        </button>
        <PhotoPick {...props} onCode={found} onSay={setSaid} />
      </div>
      {on && <Viewfinder {...props} onCode={found} onTrouble={fail} />}
      <p class="scan-said" role="status">
        {said}
      </p>
    </div>
  )
}

function Viewfinder(props: ScanProps & { onTrouble: (trouble: CameraTrouble) => void }) {
  const { words } = props
  const video = useRef<HTMLVideoElement>(null)
  const [said, setSaid] = useState(words.opening)
  const latest = useRef(props)
  latest.current = props
  useEffect(() => {
    if (!video.current) return
    return watchCamera(video.current, {
      onPicture: () => {
        setSaid(words.hold)
        video.current?.parentElement?.scrollIntoView({ block: 'nearest' })
      },
      onTexts: (texts) => {
        const { read, other, onCode, pile } = latest.current
        const seen = pickCode(texts, read)
        if (seen.kind === 'one' && pile?.holds(seen.code)) setSaid(words.heldAlready)
        else if (seen.kind === 'one') onCode(seen.code)
        if (seen.kind === 'several') setSaid(words.several)
        if (seen.kind === 'other') setSaid(other)
      },
      onTrouble: (trouble) => latest.current.onTrouble(trouble),
    })
  }, [])
  return (
    <figure>
      <video ref={video} muted playsInline autoPlay aria-label={words.hold} />
      <figcaption>
        <span role="status">{said}</span>
      </figcaption>
    </figure>
  )
}

function PhotoPick(props: ScanProps & { onSay: (sentence: string) => void }) {
  const { words, onSay } = props
  const take = async (file: File | undefined) => {
    if (!file) return
    onSay(words.reading)
    const texts = await readPhoto(file).catch(() => [])
    if (!texts) return onSay(words.photoBroken)
    const seen = pickCode(texts, props.read)
    if (seen.kind === 'one') return props.onCode(seen.code)
    onSay({ none: words.photoNone, several: words.photoSeveral, other: props.other }[seen.kind])
  }
  return (
    <label class="button quiet face">
      <input
        type="file"
        accept="image/*"
        onClick={(event) => {
          // The same photo chosen again must count as a new choice.
          event.currentTarget.value = ''
        }}
        onChange={(event) => void take(event.currentTarget.files?.[0])}
      />
      {words.photo}
    </label>
  )
}

import type { CollectingSession } from '#contract/collect-api.ts'
import { useEffect, useState } from 'preact/hooks'
import type { StoredSession } from '../engine/collector.ts'
import { useCollecting, useDoing, useHeld } from './collecting.tsx'
import { shrinkPhoto } from './shrink-photo.ts'
import { useWords } from './language.tsx'

/** Photos of the sign-in sheet: taken with the camera or chosen, encrypted at once, sent in pieces on their own. */
export function Photos(props: { session: CollectingSession; keep: () => Promise<unknown> }) {
  const { collector } = useCollecting()
  const { session: own } = useWords().tasks
  const { id, consultationId } = props.session
  const sessions = useHeld((held) => held.sessions(consultationId), consultationId)
  const attachments = sessions?.find(({ session }) => session.id === id)?.attachments ?? []
  const [previews, setPreviews] = useState<Record<string, string>>({})
  const doing = useDoing()
  const access = collector.access()
  const keptDays = access.state === 'open' ? access.kit.photosKeptDays : undefined
  const take = (input: HTMLInputElement) => {
    const files = [...(input.files ?? [])]
    input.value = ''
    doing.run(async () => {
      await props.keep()
      for (const file of files) {
        const photo = await shrinkPhoto(file)
        const made = await collector.addAttachment(id, photo)
        setPreviews((before) => ({ ...before, [made]: URL.createObjectURL(photo) }))
      }
    })
  }
  useForgetPreviews(previews)
  return (
    <fieldset class="field">
      <legend>{own.photos}</legend>
      <ul class="thumbs">
        {attachments.map((attachment, place) => (
          <Thumb
            key={attachment.id}
            n={place + 1}
            attachment={attachment}
            preview={previews[attachment.id]}
            onRemove={() => doing.run(() => collector.removeAttachment(id, attachment.id))}
          />
        ))}
      </ul>
      <div class="buttons">
        <Pick words={own.takePhoto} capture onFiles={take} />
        <Pick words={own.choosePhoto} onFiles={take} />
      </div>
      {doing.failed && (
        <p class="error" role="alert">
          {own.notCarried}
        </p>
      )}
      <span class="public kept">{own.photosReach(keptDays)}</span>
    </fieldset>
  )
}

/** Pictures held for looking at are let go with the screen. */
function useForgetPreviews(previews: Record<string, string>) {
  useEffect(
    () => () => {
      for (const url of Object.values(previews)) URL.revokeObjectURL(url)
    },
    [],
  )
}

function Pick(props: { words: string; capture?: boolean; onFiles: (input: HTMLInputElement) => void }) {
  return (
    <label class="button quiet face">
      <input
        type="file"
        accept="image/*"
        multiple={!props.capture}
        capture={props.capture ? 'environment' : undefined}
        onChange={(event) => props.onFiles(event.currentTarget)}
      />
      {props.words}
    </label>
  )
}

function Thumb(props: {
  n: number
  attachment: StoredSession['attachments'][number]
  preview: string | undefined
  onRemove: () => void
}) {
  const { session: own } = useWords().tasks
  const { sentPieces, ofPieces, refused } = props.attachment
  const sent =
    sentPieces === 0
      ? own.photoWaiting
      : sentPieces >= ofPieces
        ? own.photoSent
        : own.photoPart(sentPieces, ofPieces)
  const why = refused && (own.photoRefused[refused] ?? own.photoRefusedFor(refused))
  return (
    <li>
      {props.preview ? (
        <img src={props.preview} alt={own.photo(props.n)} />
      ) : (
        <span class="no-preview">{own.photo(props.n)}</span>
      )}
      <span class={why ? 'why' : 'soft'}>{why ?? sent}</span>
      <button type="button" aria-label={own.removePhoto(props.n)} onClick={props.onRemove}>
        ×
      </button>
    </li>
  )
}

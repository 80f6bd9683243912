import type { SaveState } from '../rules/autosave.ts'
import { useWords } from './language.tsx'

/** Why the last change is not on the device; nothing when it is. */
export function SaveTrouble({ state }: { state: SaveState }) {
  const { opinion: own, records } = useWords()
  if (state === 'saved' || state === 'saving' || state === 'clean') return null
  const sentences = {
    'storage-full': own.storageFull,
    failed: own.notSaved,
    elsewhere: own.elsewhere,
    both: records.both.title,
  }
  return (
    <p class="error" role="alert">
      {sentences[state]}
    </p>
  )
}

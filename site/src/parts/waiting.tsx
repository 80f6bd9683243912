import { useSharedSpeech } from './speech.ts'

export function Waiting() {
  return (
    <p role="status" class="soft waiting">
      {useSharedSpeech().words.loading}
    </p>
  )
}

import type { BatchList } from '#contract/batch-api.ts'
import { useWords } from '../parts/language.tsx'
import { useSession } from '../parts/session.tsx'
import { localMoment } from '../rules/local-time.ts'

/** What this contact point has uploaded before, newest first. */
export function EarlierBatches(props: { batches: BatchList['batches'] }) {
  const words = useWords()
  const { offset } = useSession()
  const { collecting } = words
  if (props.batches.length === 0) return <p>{collecting.noEarlier}</p>
  return (
    <table class="stack">
      <thead>
        <tr>
          <th scope="col">{collecting.fileName}</th>
          <th scope="col">{collecting.uploadedAt}</th>
          <th scope="col">{collecting.resultTitle}</th>
        </tr>
      </thead>
      <tbody>
        {props.batches.map((batch) => (
          <tr key={batch.id}>
            <th scope="row">{batch.fileName}</th>
            <td data-th={collecting.uploadedAt}>{localMoment(batch.uploadedAt, offset)}</td>
            <td data-th={collecting.resultTitle}>
              {collecting.counts(batch.stored, batch.repeated, batch.revised, batch.refused)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

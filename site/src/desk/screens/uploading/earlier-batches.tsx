import type { BatchList } from '#contract/batch-api.ts'
import { useWords } from '../../parts/language.tsx'
import { useSession } from '../../parts/session.tsx'
import { localMoment } from '../../rules/local-time.ts'

/** What this contact point has uploaded before, newest first: what all uploads of a table brought, and how the last went. */
export function EarlierBatches(props: { batches: BatchList['batches'] }) {
  const { collecting, uploading } = useWords()
  const { offset } = useSession()
  if (props.batches.length === 0) return <p>{collecting.noEarlier}</p>
  const titles = [uploading.earlierStored, uploading.earlierRevised, uploading.earlierLast] as const
  return (
    <>
      <p class="soft measure">{uploading.earlierSay}</p>
      <table class="stack">
        <thead>
          <tr>
            <th scope="col">{collecting.fileName}</th>
            {titles.map((title) => (
              <th scope="col" key={title}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.batches.map((batch) => (
            <tr key={batch.id}>
              <th scope="row">{batch.fileName}</th>
              <td data-th={titles[0]}>{uploading.earlierTimes(batch.stored)}</td>
              <td data-th={titles[1]}>{uploading.earlierTimes(batch.revised)}</td>
              <td data-th={titles[2]}>
                {localMoment(batch.uploadedAt, offset)}
                <br />
                <span class="soft">{uploading.earlierLastLine(batch.repeated, batch.refused)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

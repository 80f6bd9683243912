import { useState } from 'preact/hooks'
import { office } from '../api/office.ts'
import { TextField } from '../parts/fields.tsx'
import { Screen, TroubleBox, Waiting } from '../parts/frame.tsx'
import { useLoaded } from '../parts/loading.ts'
import { useWords } from '../parts/language.tsx'
import { useSession } from '../parts/session.tsx'
import { actionWords, factWords, findEvents } from '../rules/audit-line.ts'
import { localMoment } from '../rules/local-time.ts'

/** Who did what, newest first, in words. */
export function AuditTrail() {
  const words = useWords()
  const { offset } = useSession()
  const { governing } = words
  const { data, trouble, reload } = useLoaded(office.audit, 'audit')
  const [sought, setSought] = useState('')
  const events = data ? findEvents(data.events, sought, words) : []
  return (
    <Screen title={governing.auditTitle}>
      <p class="measure">{governing.auditLead}</p>
      <TroubleBox trouble={trouble} onRetry={reload} />
      {!data && !trouble && <Waiting />}
      {data?.events.length === 0 && <p>{governing.noEvents}</p>}
      {data && data.events.length > 0 && (
        <>
          <div class="form">
            <TextField type="search" label={governing.searchAudit} value={sought} onValue={setSought} />
          </div>
          <p role="status" class="soft">
            {governing.shown(events.length, data.events.length)}
          </p>
          <table class="stack audit">
            <thead>
              <tr>
                <th scope="col">{governing.when}</th>
                <th scope="col">{governing.who}</th>
                <th scope="col">{governing.did}</th>
                <th scope="col">{governing.subjectOf}</th>
                <th scope="col">{governing.facts}</th>
              </tr>
            </thead>
            <tbody>
              {events.map((event, place) => (
                <tr key={`${event.at} ${event.memberId} ${place}`}>
                  <td data-th={governing.when} class="nowrap">
                    {localMoment(event.at, offset)}
                  </td>
                  <td data-th={governing.who}>{event.memberName}</td>
                  <th scope="row">{actionWords(event.action, words)}</th>
                  <td data-th={governing.subjectOf} class="code">
                    {event.subject}
                  </td>
                  <td data-th={governing.facts}>{factWords(event.facts, words)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Screen>
  )
}

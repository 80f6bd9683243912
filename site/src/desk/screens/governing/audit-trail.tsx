import { useState } from 'preact/hooks'
import { office } from '../../api/office.ts'
import { TextField } from '../../../parts/text-field.tsx'
import { Waiting } from '../../../parts/waiting.tsx'
import { Screen, TroubleBox } from '../../parts/frame.tsx'
import { useLoaded } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { useSession } from '../../parts/session.tsx'
import { auditLine, findLines, namesOf } from '../../rules/audit-line.ts'

/** Who did what, newest first, in words. */
export function AuditTrail() {
  const words = useWords()
  const { offset } = useSession()
  const { governing } = words
  const { data, trouble, reload } = useLoaded(office.audit, 'audit')
  const bills = useLoaded(office.bills, 'bills')
  const [sought, setSought] = useState('')
  const names = namesOf(bills.data?.bills ?? [], words)
  const lines = data?.events.map((event) => auditLine(event, words, names, offset)) ?? []
  const shown = findLines(lines, sought)
  return (
    <Screen title={governing.auditTitle}>
      <p class="measure">{governing.auditLead}</p>
      <TroubleBox trouble={trouble} onRetry={reload} />
      {!data && !trouble && <Waiting />}
      {data?.events.length === 0 && <p>{governing.noEvents}</p>}
      {lines.length > 0 && (
        <>
          <div class="form">
            <TextField type="search" label={governing.searchAudit} value={sought} onValue={setSought} />
          </div>
          <p role="status" class="soft">
            {governing.shown(shown.length, lines.length)}
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
              {shown.map((line, place) => (
                <tr key={place}>
                  <td data-th={governing.when} class="nowrap">
                    {line.at}
                  </td>
                  <td data-th={governing.who} class="nowrap">
                    {line.who}
                  </td>
                  <th scope="row" class="nowrap">
                    {line.did}
                  </th>
                  <td data-th={governing.subjectOf} class="on">
                    {line.subject}
                  </td>
                  <td data-th={governing.facts}>{line.facts}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Screen>
  )
}

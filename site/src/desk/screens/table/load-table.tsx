import { useState } from 'preact/hooks'
import { office } from '../../api/office.ts'
import { tableApi } from '../../api/table.ts'
import { useLoaded } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import type { OpinionFilter } from '../../rules/desk-route.ts'
import { ConsultationFrame } from '../consulting/consultation-frame.tsx'
import { NotLoaded } from '../consulting/not-loaded.tsx'
import { ExportList } from './export-list.tsx'
import { LoadBack } from './load-back.tsx'
import { TableDownloads } from './table-downloads.tsx'

/** What goes out as Excel comes back as Excel (R17): taken away whole or in part, looked at before it is written. */
export function LoadTable(props: { consultationId: string; filter: OpinionFilter }) {
  const { consultationId } = props
  const loaded = useLoaded(() => office.consultation(consultationId), consultationId)
  const jobs = useLoaded(() => tableApi.exports(consultationId), consultationId)
  // A list that was loaded back is done with; the next one begins afresh.
  const [round, setRound] = useState(0)
  const { consulting } = useWords()
  if (!loaded.data) return <NotLoaded title={consulting.section.table} loaded={loaded} />
  return (
    <ConsultationFrame held={loaded.data} section="table">
      <TableDownloads held={loaded.data} filter={props.filter} onRequested={jobs.reload} />
      <ExportList consultationId={consultationId} loaded={jobs} />
      <LoadBack
        key={round}
        consultationId={consultationId}
        onApplied={loaded.reload}
        onAgain={() => setRound(round + 1)}
      />
    </ConsultationFrame>
  )
}

import type { OfficeBulletin } from '#contract/bulletin-api.ts'
import type { OfficeConsultation, Readiness } from '#contract/office-api.ts'
import { pagePaths } from '#contract/page-paths.ts'
import { useEffect, useRef, useState } from 'preact/hooks'
import { office } from '../../api/office.ts'
import { Button } from '../../../parts/button.tsx'
import { Waiting } from '../../../parts/waiting.tsx'
import { Done, TroubleBox } from '../../parts/frame.tsx'
import { useBulletinJobs } from '../../parts/bulletin-jobs.ts'
import { useBulletinWriting } from '../../parts/bulletin-writing.ts'
import { useLoaded } from '../../parts/loading.ts'
import { useSession } from '../../parts/session.tsx'
import { useWords } from '../../parts/language.tsx'
import { localMoment } from '../../rules/local-time.ts'
import { BulletinEditor } from './bulletin-editor.tsx'
import { BulletinPreview } from './bulletin-preview.tsx'
import { CausesOwed } from '../lineage/causes-owed.tsx'
import { ConsultationFrame } from '../consulting/consultation-frame.tsx'
import { GapsLeft } from './gaps-left.tsx'
import { NotLoaded } from '../consulting/not-loaded.tsx'
import { PublishNow } from './publish-now.tsx'
import { ReconciliationTable } from './reconciliation-table.tsx'

/** What is missing, the sums, the opening words, then the publication. */
export function PublishBulletin(props: { consultationId: string }) {
  const id = props.consultationId
  const held = useLoaded(() => office.consultation(id), id)
  const readiness = useLoaded(() => office.readiness(id), `readiness ${id}`)
  const bulletin = useLoaded(() => office.bulletin(id), `bulletin ${id}`)
  const { deciding, consulting } = useWords()
  const [edition, setEdition] = useState<number>()
  const done = useRef<HTMLDivElement>(null)
  // The button stands at the foot of a long screen, what came of it at its head.
  useEffect(() => {
    done.current?.focus()
  }, [edition])
  if (!held.data) return <NotLoaded title={consulting.section.publish} loaded={held} />
  const again = () => {
    held.reload()
    readiness.reload()
    bulletin.reload()
  }
  return (
    <ConsultationFrame held={held.data} section="publish">
      {edition !== undefined && (
        <div tabIndex={-1} ref={done} class="has-done">
          <Done>
            {deciding.published(edition)}{' '}
            <a href={pagePaths.bulletin(held.data.bill.id, held.data.consultation.id)}>
              {deciding.viewBulletin}
            </a>
          </Done>
        </div>
      )}
      <TroubleBox trouble={readiness.trouble ?? bulletin.trouble} onRetry={again} />
      {readiness.data && bulletin.data ? (
        <Publishing
          // A new edition begins with its own writing.
          key={bulletin.data.nextEdition}
          held={held.data}
          readiness={readiness.data}
          opened={bulletin.data}
          busy={readiness.busy}
          onRecheck={again}
          onPublished={(published) => {
            setEdition(published)
            again()
          }}
        />
      ) : (
        !readiness.trouble && !bulletin.trouble && <Waiting />
      )}
    </ConsultationFrame>
  )
}

function Publishing(props: {
  held: OfficeConsultation
  readiness: Readiness
  opened: OfficeBulletin
  busy: boolean
  onRecheck: () => void
  onPublished: (edition: number) => void
}) {
  const words = useWords()
  const { deciding } = words
  const { held, readiness, opened } = props
  const { consultation, bill, state } = held
  const writing = useBulletinWriting(consultation.id, opened)
  const jobs = useBulletinJobs(consultation.id, opened.long)
  return (
    <>
      <section>
        <h2>
          {!readiness.ready ? deciding.notReady : state === 'answered' ? deciding.answered : deciding.ready}
        </h2>
        {state === 'answered' && <p>{deciding.republish}</p>}
        <ul class="blockers">
          {readiness.blockers.map(
            (blocker) => blocker !== 'causes-missing' && <li key={blocker}>{deciding.blockers[blocker]}</li>,
          )}
        </ul>
        <CausesOwed
          billId={bill.id}
          owed={readiness.owed}
          lead={deciding.blockers['causes-missing']}
          onComplete={props.onRecheck}
        />
        <GapsLeft held={held} readiness={readiness} />
        <Button kind="quiet" onPress={props.onRecheck} busy={props.busy} busyWords={words.loading}>
          {deciding.recheck}
        </Button>
      </section>
      <div class="twin publishing">
        <BulletinEditor held={opened} writing={writing} isCorrection={state === 'answered'} />
        <section>
          <h2>{deciding.totals}</h2>
          <ReconciliationTable reconciliation={readiness.reconciliation} />
          <Editions held={held} opened={opened} />
        </section>
      </div>
      {opened.long && <p>{words.bulletin.longSay}</p>}
      <BulletinPreview held={held} rev={writing.rev} isLong={opened.long} jobs={jobs} />
      <PublishNow
        held={held}
        isReady={readiness.ready}
        writing={writing}
        jobs={jobs}
        onOwing={props.onRecheck}
        onPublished={props.onPublished}
      />
    </>
  )
}

/** What is already public, each edition with its own page. */
function Editions({ held, opened }: { held: OfficeConsultation; opened: OfficeBulletin }) {
  const { bulletin } = useWords()
  const { offset } = useSession()
  const { bill, consultation } = held
  const newest = opened.editions.at(-1)?.edition
  if (newest === undefined) return null
  return (
    <>
      <h2>{bulletin.editions}</h2>
      <ul>
        {opened.editions.toReversed().map(({ edition, publishedAt, correction }) => (
          <li key={edition}>
            <a
              href={
                edition === newest
                  ? pagePaths.bulletin(bill.id, consultation.id)
                  : pagePaths.bulletinEdition(bill.id, consultation.id, edition)
              }
            >
              {bulletin.edition(edition, localMoment(publishedAt, offset))}
            </a>
            {correction && <p class="soft">{correction}</p>}
          </li>
        ))}
      </ul>
    </>
  )
}

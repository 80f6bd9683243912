import type { ReportDesk, ReportInput } from '#contract/report-api.ts'
import type { Report } from '#core/report/report.ts'
import { useEffect, useState } from 'preact/hooks'
import { pointDesk } from '../../api/point.ts'
import { Trouble } from '../../api/trouble.ts'
import { AreaField } from '../../../parts/area-field.tsx'
import { TextField } from '../../../parts/text-field.tsx'
import { Button } from '../../../parts/button.tsx'
import { TroubleBox } from '../../parts/frame.tsx'
import { useKept } from '../../parts/kept.ts'
import { useDoing } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { reportDraft } from '../../rules/report-draft.ts'
import { ReportArticles } from './report-articles.tsx'
import { ReportConflict } from './report-conflict.tsx'

/** Whether the words on the screen are the stored ones: what is signed is what was stored. */
export type Writing = 'asRead' | 'unsaved' | 'saved'

/** A report being written: its opening, then article by article a summary and the opinions it stands on, in order. */
export function ReportEditor(props: {
  desk: ReportDesk
  report: Report | undefined
  onWriting: (writing: Writing) => void
  onChanged: () => void
}) {
  const words = useWords()
  const { point } = words
  const { desk, report } = props
  const number = report?.number ?? (desk.reports.at(-1)?.number ?? 0) + 1
  const place = { consultationId: desk.consultation.id, contactPointId: desk.contactPoint.id, number }
  const kept = useKept<ReportInput>(`report ${place.consultationId} ${number} ${report?.rev ?? 0}`, () =>
    reportDraft(desk, report),
  )
  const [theirs, setTheirs] = useState<ReportDesk['reports'][number]>()
  const doing = useDoing()
  const draft = kept.value
  useEffect(() => {
    if (kept.restored) props.onWriting('unsaved')
  }, [])
  const change = (changed: Partial<ReportInput>) => {
    props.onWriting('unsaved')
    kept.set(changed)
  }
  const newest = async () => {
    const { reports } = await pointDesk.reportDesk(place.consultationId, place.contactPointId)
    return reports.find((one) => one.number === number)
  }
  const save = (rev: number) =>
    doing.run(async () => {
      try {
        await pointDesk.saveReport(place, draft, rev)
      } catch (thrown) {
        if (!(thrown instanceof Trouble) || thrown.kind !== 'changed') throw thrown
        setTheirs(await newest())
        return
      }
      kept.forget()
      props.onWriting('saved')
      props.onChanged()
    })
  const overwrite = () =>
    doing.run(async () => {
      await pointDesk.saveReport(place, draft, (await newest())?.rev ?? 0)
      kept.forget()
      props.onWriting('saved')
      props.onChanged()
    })
  const takeTheirs = () => {
    kept.forget()
    props.onWriting('asRead')
    props.onChanged()
  }
  if (desk.opinions.length === 0) return <p>{point.nothingToReport}</p>
  return (
    <section class="no-print" aria-label={point.reportN(number)}>
      <div class="form wide">
        <TroubleBox trouble={doing.trouble} />
        {theirs && (
          <ReportConflict
            desk={desk}
            theirs={theirs}
            mine={draft}
            busy={doing.busy}
            onTheirs={takeTheirs}
            onMine={overwrite}
          />
        )}
        <div class="pair">
          <TextField
            label={point.documentNumber}
            hint={point.documentNumberHint}
            value={draft.documentNumber}
            max={40}
            onValue={(documentNumber) => change({ documentNumber })}
          />
        </div>
        <div>
          <AreaField
            label={point.head}
            value={draft.head}
            rows={4}
            max={4000}
            onValue={(head) => change({ head })}
          />
          {draft.head !== desk.suggestedHead && (
            <Button kind="text" onPress={() => change({ head: desk.suggestedHead })}>
              {point.useSuggested}
            </Button>
          )}
        </div>
        <ReportArticles desk={desk} draft={draft} onDraft={change} />
        <div class="buttons">
          <Button onPress={() => save(report?.rev ?? 0)} busy={doing.busy} busyWords={words.saving}>
            {point.saveDraft}
          </Button>
          {report === undefined && <span class="soft">{point.reviewFirst}</span>}
        </div>
      </div>
    </section>
  )
}

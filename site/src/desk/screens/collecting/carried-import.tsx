import type { OpinionAnswer } from '#contract/collect-api.ts'
import { useState } from 'preact/hooks'
import { deviceDesk } from '../../api/devices.ts'
import { office } from '../../api/office.ts'
import { SelectField } from '../../parts/fields.tsx'
import { FileChoice } from '../../parts/file-choice.tsx'
import { Button } from '../../../parts/button.tsx'
import { TroubleBox } from '../../parts/frame.tsx'
import { useDoing, useLoaded } from '../../parts/loading.ts'
import { useWords } from '../../parts/language.tsx'
import { useSession } from '../../parts/session.tsx'
import { bringCarried, isIncomplete, type CarriedRun } from '../../rules/carried-run.ts'

/** A file that another person carried (OFFLINE row 27): chosen, taken in, an answer for each record. */
export function CarriedImport() {
  const words = useWords()
  const { devices } = words
  const { me } = useSession()
  const points = useLoaded(office.contactPoints, 'contact-points')
  const [file, setFile] = useState<File>()
  const [pointId, setPointId] = useState('')
  const [run, setRun] = useState<CarriedRun>()
  const doing = useDoing()
  const take = () =>
    doing.run(async () => {
      setRun(undefined)
      if (file) setRun(await bringCarried(file, deviceDesk.carried(pointId || undefined), setRun))
    })
  return (
    <section>
      <h2>{devices.carriedTitle}</h2>
      <p class="measure">{devices.carriedSay}</p>
      <div class="form">
        <TroubleBox trouble={doing.trouble} />
        <FileChoice
          label={devices.carriedFile}
          hint={devices.carriedHint}
          accept=".kaimen,.json,application/json"
          file={file}
          onFile={(chosen) => {
            setFile(chosen)
            setRun(undefined)
          }}
        />
        {me.role === 'admin' && (
          <SelectField
            label={devices.carriedPoint}
            hint={devices.carriedPointHint}
            value={pointId}
            empty={words.empty}
            choices={(points.data?.contactPoints ?? []).map(({ id, name }) => ({ value: id, name }))}
            onValue={setPointId}
          />
        )}
        <div class="buttons">
          <Button
            onPress={take}
            disabled={!file}
            busy={doing.busy}
            busyWords={run?.of ? devices.importingPart(run.lines, run.of) : devices.importing}
          >
            {devices.import}
          </Button>
        </div>
      </div>
      {run && <CarriedAnswer run={run} busy={doing.busy} stopped={doing.trouble !== undefined} />}
    </section>
  )
}

function CarriedAnswer(props: { run: CarriedRun; busy: boolean; stopped: boolean }) {
  const { devices } = useWords()
  const { run, busy, stopped } = props
  const count = (...verdicts: OpinionAnswer['verdict'][]) =>
    run.opinions.filter(({ verdict }) => verdicts.includes(verdict)).length
  const photos = [...run.photos.values()]
  return (
    <div role="status" class="after">
      <h3>{devices.imported}</h3>
      {!busy && stopped && <p class="ask">{devices.importStopped}</p>}
      {!busy && !stopped && isIncomplete(run) && <p class="ask">{devices.importIncomplete}</p>}
      <p>
        {devices.importCounts(
          count('stored'),
          count('repeated'),
          count('quarantined'),
          count('conflict', 'refused'),
        )}
      </p>
      {photos.length + run.refusedPhotos > 0 && (
        <p>
          {devices.importPhotos(
            photos.filter((isWhole) => isWhole).length,
            photos.filter((isWhole) => !isWhole).length,
          )}{' '}
          {run.refusedPhotos > 0 && devices.importPhotosRefused(run.refusedPhotos)}
        </p>
      )}
      <ol class="plain">
        {run.opinions.map((answer, place) => (
          <li key={answer.id}>
            <b>{devices.recordN(place + 1)}</b> {devices.verdictNames[answer.verdict]}
            <RecordProblems answer={answer} />
          </li>
        ))}
      </ol>
    </div>
  )
}

/** Why a record was not taken, in words; never with what stood in it. */
export function RecordProblems(props: { answer: OpinionAnswer }) {
  const { devices } = useWords()
  if (props.answer.problems.length === 0) return null
  return (
    <ul>
      {props.answer.problems.map(({ field, code }) => (
        <li key={`${field} ${code}`}>{devices.problems[code] ?? code}</li>
      ))}
    </ul>
  )
}

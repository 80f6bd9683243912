import type { StoredOpinion } from '../engine/collector.ts'
import { printRoute } from '../rules/collect-route.ts'
import { useCollecting, useDoing } from './collecting.tsx'
import { download } from './download.ts'
import { Button } from '../../parts/button.tsx'
import { Sure } from './frame.tsx'
import { useWords } from './language.tsx'

/** Set aside: edit, export, delete, singly. Finished: correct, by a new record that names it. */
export function RecordDeeds({ record }: { record: StoredOpinion }) {
  const { collector } = useCollecting()
  const words = useWords()
  const own = words.records
  const doing = useDoing()
  const { delivery, id } = record
  const failed = doing.failed && (
    <p class="error" role="alert">
      {words.access.device.failed}
    </p>
  )
  const goTo = (opinionId: string) => {
    location.hash = printRoute({ screen: 'opinion', opinionId })
  }
  if (delivery.state !== 'setAside')
    return (
      <div class="deeds">
        <p class="soft">{own.correctHelp}</p>
        <Button
          kind="quiet"
          busy={doing.busy}
          onPress={() => doing.run(async () => goTo((await collector.correctOpinion(id)).id))}
        >
          {own.correct}
        </Button>
        {failed}
      </div>
    )
  const edit = () =>
    doing.run(async () => {
      if (delivery.conflict) goTo((await collector.newOpinion(record.content)).id)
      else await collector.reopenOpinion(id)
    })
  return (
    <div class="deeds">
      <div class="buttons">
        <Button onPress={edit} busy={doing.busy}>
          {delivery.conflict ? own.newReceipt : own.edit}
        </Button>
        <Button
          kind="quiet"
          onPress={() =>
            doing.run(async () => download(await collector.exportOpinion(id), `kaimen-opinion-${id}.json`))
          }
        >
          {own.exportOne}
        </Button>
        <Sure
          button={own.discard}
          ask={own.discardAsk}
          sure={own.discardSure}
          keep={own.keep}
          onSure={() =>
            doing.run(async () => {
              await collector.discardOpinion(id)
              location.hash = printRoute({ screen: 'records', state: 'setAside' })
            })
          }
        />
      </div>
      {failed}
    </div>
  )
}

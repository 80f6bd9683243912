import { useState } from 'preact/hooks'
import type { Trouble } from '../engine/collector.ts'
import { BackupPart } from '../parts/backup-part.tsx'
import { useTimes } from '../parts/clock.tsx'
import { useCollecting, useDoing } from '../parts/collecting.tsx'
import { Button } from '../../parts/button.tsx'
import { Screen } from '../parts/frame.tsx'
import { useWords } from '../parts/language.tsx'
import { LeavePart } from '../parts/leave-part.tsx'
import { NoticeList } from '../parts/notice-list.tsx'
import { printBytes } from '../rules/bytes.ts'
import { noticesOf } from '../rules/notices.ts'

/** Who is here, the backup file, whether the device keeps what it is given, its clock and version. */
export function DeviceScreen() {
  const words = useWords()
  const { device: own } = words.access
  const { collector, now } = useCollecting()
  const access = collector.access()
  const standing = collector.standing()
  const notices = noticesOf(standing, now())
  return (
    <Screen title={own.title}>
      <NoticeList />
      <section>
        <h2>{own.person}</h2>
        <p>
          <b>{access.state === 'open' && access.name}</b>
          {access.state === 'open' && <span class="soft"> {access.kit.contactPoint.name}</span>}
        </p>
        <LeavePart />
      </section>
      <BackupPart />
      <KitPart />
      <section>
        <h2>{own.storage}</h2>
        <p>{standing.storage.persisted ? own.persisted : own.notPersisted}</p>
        <Room />
        <h2>{own.clock}</h2>
        <p>
          {standing.clockOffsetMs === undefined
            ? own.clockUnknown
            : notices.includes('clock-wrong')
              ? words.standing.notices['clock-wrong']
              : own.clockRight}
        </p>
        <h2>{own.update}</h2>
        <p>{standing.updateWaiting ? words.standing.notices['update-waiting'] : own.updateNone}</p>
      </section>
    </Screen>
  )
}

function Room() {
  const { device: own } = useWords().access
  const { usedBytes, quotaBytes } = useCollecting().collector.standing().storage
  if (usedBytes === undefined || quotaBytes === undefined) return <p class="soft">{own.roomUnknown}</p>
  return <p class="soft">{own.room(printBytes(usedBytes), printBytes(quotaBytes))}</p>
}

function KitPart() {
  const words = useWords()
  const { device: own } = words.access
  const { collector } = useCollecting()
  const { moment } = useTimes()
  const [answer, setAnswer] = useState<Trouble | 'done'>()
  const doing = useDoing()
  const access = collector.access()
  const refresh = () =>
    doing.run(async () => {
      setAnswer(undefined)
      const got = await collector.refreshKit()
      setAnswer(got.ok ? 'done' : got.trouble)
    })
  return (
    <section>
      <h2>{own.kit}</h2>
      {access.state === 'open' && <p>{own.kitAt(moment(access.kitAt))}</p>}
      <Button kind="quiet" onPress={refresh} busy={doing.busy} busyWords={own.refreshing}>
        {own.refresh}
      </Button>
      {answer && (
        <p role="status" class={answer === 'done' ? 'told' : 'error'}>
          {answer === 'done' ? own.refreshed : words.standing.troubles[answer]}
        </p>
      )}
    </section>
  )
}

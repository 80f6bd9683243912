import { useEffect, useState } from 'preact/hooks'
import { seekable } from '../rules/seek-article.ts'
import { useCollecting } from '../parts/collecting.tsx'
import { Waiting } from '../../parts/waiting.tsx'
import { Screen } from '../parts/frame.tsx'
import type { OpinionAtHand } from '../parts/opinion-at-hand.ts'
import { useWords } from '../parts/language.tsx'
import { OpinionForm } from './opinion-form.tsx'
import { RecordView } from './record.tsx'

/** One record: still being written, or what became of it. */
export function OpinionScreen(props: { opinionId: string; justWritten: boolean }) {
  const words = useWords()
  const hand = useAtHand(props.opinionId)
  if (hand === undefined) return <Waiting />
  if (hand === 'missing')
    return (
      <Screen
        title={words.records.missing}
        back={{ to: { screen: 'records', state: 'queued' }, name: words.back }}
        children={null}
      />
    )
  if (hand.record.delivery.state === 'writing') return <OpinionForm {...hand} />
  return <RecordView {...hand} justWritten={props.justWritten} />
}

/** Words being written are the form's own: the device is read again only when the record's state changes under it. */
function useAtHand(opinionId: string): OpinionAtHand | 'missing' | undefined {
  const { collector, round } = useCollecting()
  const [hand, setHand] = useState<OpinionAtHand | 'missing'>()
  useEffect(() => {
    let wanted = true
    const read = async () => {
      const record = await collector.opinion(opinionId)
      if (!record) return 'missing' as const
      if (typeof hand === 'object') return { ...hand, record }
      const { consultationId, sessionId, draftId } = record.content
      const tasks = await collector.tasks()
      const sessions = await collector.sessions(consultationId)
      const draft = await collector.draft(draftId)
      return {
        record,
        task: tasks.find((one) => one.consultationId === consultationId),
        session: sessions.find(({ session }) => session.id === sessionId),
        seekable: draft && seekable(draft),
      }
    }
    read().then(
      (found) => wanted && setHand(found),
      () => undefined, // locked meanwhile
    )
    return () => {
      wanted = false
    }
  }, [collector, opinionId, round])
  return hand
}

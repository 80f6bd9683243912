import type { Standing, StoredOpinion } from './collector.ts'
import { type AttachmentOnDevice, instantOf, isMissing, type SessionOnDevice } from './on-device.ts'
import type { Records } from './records.ts'
import type { Sender } from './sender.ts'

type Counted = Pick<Standing, 'unsent' | 'unsentOther' | 'setAside' | 'delivered' | 'oldestUnsentAt'>

/** How much of a member's has no answer yet, opinions and the rest. */
export function waitingIn(records: Records | undefined): number {
  const { unsent, unsentOther } = countRecords(records)
  return unsent + unsentOther
}

/** Counts of one member's records: what has no answer yet, what was put aside, what is there. */
function countRecords(records: Records | undefined): Counted {
  const counted: Counted = { unsent: 0, unsentOther: 0, setAside: 0, delivered: 0, oldestUnsentAt: undefined }
  if (records === undefined) return counted
  const wait = (at: Counted['oldestUnsentAt']) => {
    if (at && (counted.oldestUnsentAt === undefined || at < counted.oldestUnsentAt))
      counted.oldestUnsentAt = at
  }
  for (const { delivery, savedAt } of records.list<StoredOpinion>('opinion')) {
    if (delivery.state === 'delivered') counted.delivered += 1
    if (delivery.state === 'setAside') counted.setAside += 1
    if (delivery.state !== 'queued') continue
    counted.unsent += 1
    wait(savedAt)
  }
  for (const { delivery, savedAt } of records.list<SessionOnDevice>('session')) {
    if (delivery.state !== 'queued') continue
    counted.unsentOther += 1
    wait(savedAt)
  }
  counted.unsentOther += records.list<AttachmentOnDevice>('attachment').filter(isMissing).length
  return counted
}

const instantIf = (epochMs: number | undefined) => (epochMs === undefined ? undefined : instantOf(epochMs))

/** What the top of every screen says. */
export function standingOf(
  records: Records | undefined,
  sender: Sender,
  storage: Standing['storage'],
  updateWaiting = false,
): Standing {
  return {
    ...countRecords(records),
    network: sender.network,
    sending: sender.sending,
    trouble: sender.trouble,
    retryAt: instantIf(sender.retryAtMs),
    clockOffsetMs: sender.clockOffsetMs,
    storage,
    senderElsewhere: sender.isElsewhere,
    updateWaiting,
  }
}

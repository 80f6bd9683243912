import type { CollectingSession } from '#core/collecting/collecting-session.ts'
import type { Instant } from '#core/time.ts'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { office } from '../api/office.ts'
import { troubleOf, type Trouble } from '../api/trouble.ts'
import { withAnswers, type EnteredRow } from '../rules/entered-rows.ts'
import { opinionIdIn } from '../rules/opinion-id.ts'
import { deskDeviceId, forgetDeskDevice } from './desk-device.ts'

const retryAfterMs = 15_000
/** As many as one request takes (`limits.maxSyncRecords`), with room. */
const mostAtOnce = 50

type Entered = EnteredRow & { session: CollectingSession }

/** By task, for as long as the page is open: going to another screen and back loses nothing. */
const held = new Map<string, { current: Entered[] }>()

function heldRows(task: string): { current: Entered[] } {
  const rows = held.get(task) ?? { current: [] }
  if (!held.has(task)) {
    if (held.size === 0) window.addEventListener('beforeunload', askBeforeLeaving)
    held.set(task, rows)
  }
  return rows
}

const isUnsent = (rows: readonly Entered[]) => rows.some(({ state }) => state !== 'answered')

function askBeforeLeaving(event: BeforeUnloadEvent): void {
  if ([...held.values()].some(({ current }) => isUnsent(current))) event.preventDefault()
}

/** Rows that were entered, and how they are sent. */
export interface Outbox {
  rows: readonly EnteredRow[]
  trouble: Trouble | undefined
  add: (row: Pick<EnteredRow, 'draft' | 'opinion'>, session: CollectingSession) => void
  remove: (place: number) => void
  sendNow: () => void
}

/**
 * Sends what is entered at once, one request at a time, and again every 15 seconds while something waits. Rows live in
 * memory only: a shared computer keeps nobody's words, and the browser asks before a page with unsent rows is left.
 */
export function useOutbox(
  consultationId: string,
  contactPointId: string,
  deviceName: string,
  now: () => string,
): Outbox {
  const rows = useRef(heldRows(`${contactPointId} ${consultationId}`)).current
  const sending = useRef(false)
  const [, redraw] = useState(0)
  const [trouble, setTrouble] = useState<Trouble>()
  const put = useCallback((next: Entered[]) => {
    rows.current = next
    redraw((n) => n + 1)
  }, [])
  const send = useCallback(async () => {
    if (sending.current || !contactPointId) return
    sending.current = true
    try {
      for (let more = true; more;) more = await sendSome(rows, put, { contactPointId, deviceName, now })
      setTrouble(undefined)
    } catch (thrown) {
      put(rows.current.map((row) => (row.state === 'sending' ? { ...row, state: 'waiting' } : row)))
      forgetDeskDevice(contactPointId, thrown)
      setTrouble(troubleOf(thrown))
    }
    sending.current = false
  }, [contactPointId, deviceName])
  useEffect(() => {
    const again = () => isUnsent(rows.current) && void send()
    again()
    const timer = setInterval(again, retryAfterMs)
    return () => clearInterval(timer)
  }, [send])
  return {
    rows: rows.current,
    trouble,
    add: (row, session) => {
      put([
        ...rows.current,
        { ...row, session, place: (rows.current.at(-1)?.place ?? 0) + 1, state: 'waiting' },
      ])
      void send()
    },
    remove: (place) => put(rows.current.filter((row) => row.place !== place)),
    sendNow: () => void send(),
  }
}

/** One request with the waiting rows of one session. `false`: nothing was waiting. */
async function sendSome(
  rows: { current: Entered[] },
  put: (next: Entered[]) => void,
  desk: { contactPointId: string; deviceName: string; now: () => string },
): Promise<boolean> {
  const [first] = rows.current.filter(({ state }) => state === 'waiting')
  if (!first) return false
  const some = rows.current
    .filter((row) => row.state === 'waiting' && row.session.id === first.session.id)
    .slice(0, mostAtOnce)
  const sent = new Map<number, string>()
  for (const { place, opinion } of some) sent.set(place, await opinionIdIn(opinion.receiptCode))
  put(rows.current.map((row) => (sent.has(row.place) ? { ...row, state: 'sending' } : row)))
  const deviceId = await deskDeviceId(desk.contactPointId, desk.deviceName)
  const answer = await office.sync({
    deviceId,
    sentAt: desk.now() as Instant,
    sessions: [some.at(-1)?.session ?? first.session],
    opinions: some.map(({ opinion }) => opinion),
  })
  const next = withAnswers(rows.current, sent, answer.opinions) as Entered[]
  put(next)
  // An answer that is not about these rows would be asked for again and again: leave it to the next round.
  return next.some((row) => sent.has(row.place) && row.state === 'answered')
}

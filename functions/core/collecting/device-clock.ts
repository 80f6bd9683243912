import { instant, type Instant } from '../time.ts'

/** A request may be on its way for a while, and clocks differ by seconds: so much is not a wrong clock. */
const toleranceMs = 2 * 60_000

/** When something was collected, and whether the device's own clock speaks against it. */
export interface CorrectedTime {
  at: Instant
  /** By the device's own clock it was collected after it was sent: its clock was moved in between. */
  isAfterSending: boolean
}

/**
 * The instant of collecting by our clock (R14). A device whose clock is wrong is wrong alike when it collects and when
 * it sends, so what it says is moved by `receivedAt - sentAt`; a difference of up to two minutes is the way and is left
 * alone, so that a second sending gives the same instant. Nothing was collected after it was received.
 *
 * `carried`: a file that was days on its way says nothing about a clock that is behind; only a clock that is ahead of
 * ours is certain.
 */
export function correctDeviceTime(
  collectedAt: Instant,
  sending: { sentAt: Instant; receivedAt: Instant; carried: boolean },
): CorrectedTime {
  const [collected, sent, received] = [collectedAt, sending.sentAt, sending.receivedAt].map((at) =>
    Date.parse(at),
  ) as [number, number, number]
  const offset = received - sent
  const isWrong = sending.carried ? offset < -toleranceMs : Math.abs(offset) > toleranceMs
  const corrected = isWrong ? collected + offset : collected
  return { at: instant(Math.min(corrected, received)), isAfterSending: collected - sent > toleranceMs }
}

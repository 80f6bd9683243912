import type { OfficeBillList } from '#contract/office-api.ts'
import { consultationState, type Consultation, type ConsultationState } from '#core/consultation.ts'
import type { Instant } from '#core/time.ts'

/** One consultation as a line of the overview: where its window and its answer lie between the first and the last day shown. */
export interface BillLine {
  billId: string
  title: string
  consultation: Consultation
  state: ConsultationState
  /** Shares of the whole span, 0…1. */
  opens: number
  closes: number
  due: number
}

const order: readonly ConsultationState[] = [
  'closed',
  'open',
  'scheduled',
  'prepared',
  'answered',
  'withdrawn',
]

/** Every consultation there is, those that wait for an answer first, then by when the answer is due; and where today is. */
export function billLines(
  { bills }: Pick<OfficeBillList, 'bills'>,
  now: Instant,
): { lines: BillLine[]; today: number } {
  const all = bills.flatMap((bill) =>
    bill.consultations.map((consultation) => ({ billId: bill.id, title: bill.title, consultation })),
  )
  const instants = all.flatMap(({ consultation }) => [
    Date.parse(consultation.opensAt),
    Date.parse(consultation.answerExpectedOn),
  ])
  const first = Math.min(...instants, Date.parse(now))
  const last = Math.max(...instants, Date.parse(now))
  const share = (at: string) => (last === first ? 0 : (Date.parse(at) - first) / (last - first))
  const lines = all.map((line) => ({
    ...line,
    state: consultationState(line.consultation, now),
    opens: share(line.consultation.opensAt),
    closes: share(line.consultation.closesAt),
    due: share(line.consultation.answerExpectedOn),
  }))
  lines.sort(
    (a, b) =>
      order.indexOf(a.state) - order.indexOf(b.state) ||
      (a.consultation.answerExpectedOn < b.consultation.answerExpectedOn ? -1 : 1),
  )
  return { lines, today: share(now) }
}

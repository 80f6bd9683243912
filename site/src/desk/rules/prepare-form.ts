import type { NewConsultation } from '#contract/office-api.ts'
import type { Written } from '../api/written.ts'
import { instantOf } from './local-time.ts'
import { entriesOf } from './text-line.ts'
import { checkWindow, type WindowCheck } from './window-check.ts'

/** The preparing form as typed; kept until it is sent. */
export interface PrepareForm {
  id: string
  draftId: string
  opensOn: string
  opensTime: string
  closesOn: string
  closesTime: string
  shortReason: string
  answerOn: string
  note: string
  questions: string
  categories: string
  postal: string
  phone: string
  /** By contact point; a contact point without an entry has no task. */
  tasks: Record<string, { dueOn: string; note: string }>
}

/** Fields that must be mended before it can be stored, in the form's order. */
export type PrepareMend =
  'draftId' | 'opensOn' | 'closesOn' | 'backwards' | 'shortReason' | 'answerOn' | 'note' | `due ${string}`

/** The window of the form against the legal minimum. */
export function windowOf(form: PrepareForm, minimumDays: number, offsetMinutes: number): WindowCheck {
  return checkWindow(
    instantOf(form.opensOn, form.opensTime, 'start', offsetMinutes),
    instantOf(form.closesOn, form.closesTime, 'end', offsetMinutes),
    minimumDays,
  )
}

export function prepareMends(form: PrepareForm, window: WindowCheck): PrepareMend[] {
  const mends: PrepareMend[] = []
  if (form.draftId === '') mends.push('draftId')
  if (form.opensOn === '') mends.push('opensOn')
  if (form.closesOn === '') mends.push('closesOn')
  if (window.kind === 'backwards') mends.push('backwards')
  if (window.kind === 'short' && form.shortReason.trim() === '') mends.push('shortReason')
  if (form.answerOn === '') mends.push('answerOn')
  if (form.note.trim() === '') mends.push('note')
  for (const [point, task] of Object.entries(form.tasks)) if (task.dueOn === '') mends.push(`due ${point}`)
  return mends
}

/** The form as the office API takes it; `undefined` while a date is missing. */
export function consultationInput(
  form: PrepareForm,
  billId: string,
  minimumDays: number,
  offsetMinutes: number,
): Written<typeof NewConsultation> | undefined {
  const opensAt = instantOf(form.opensOn, form.opensTime, 'start', offsetMinutes)
  const closesAt = instantOf(form.closesOn, form.closesTime, 'end', offsetMinutes)
  if (opensAt === undefined || closesAt === undefined) return undefined
  const isShort = checkWindow(opensAt, closesAt, minimumDays).kind === 'short'
  return {
    id: form.id,
    billId,
    draftId: form.draftId,
    opensAt,
    closesAt,
    ...(isShort ? { shortWindowReason: form.shortReason.trim() } : {}),
    explanatoryNote: form.note.trim(),
    categories: entriesOf(form.categories),
    guidingQuestions: entriesOf(form.questions),
    answerExpectedOn: form.answerOn,
    postalAddress: form.postal.trim(),
    phone: form.phone.trim(),
    tasks: Object.entries(form.tasks).map(([contactPointId, { dueOn, note }]) => ({
      contactPointId,
      dueOn,
      note,
    })),
  }
}

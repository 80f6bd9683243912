import type { PublishedBill, PublishedConsultation, PublishedDraft } from '#contract/published.ts'
import type { Edition } from '#core/bulletin/long-bulletin.ts'
import { consultationState, type ConsultationState } from '#core/consultation.ts'
import { readBuildSettings } from './build-settings.ts'
import { readPublished } from './read-published.ts'

/** The instant and folder this build speaks from. */
export const settings = readBuildSettings(process.env)
/** All published files, read once a build. */
export const published = readPublished(settings.publishedDirectory)
export const { now, utcOffsetMinutes } = settings

/** A consultation as a page meets it: with its bill, its text, its state at the build's instant and its answers. */
export interface Asking {
  bill: PublishedBill
  consultation: PublishedConsultation
  draft: PublishedDraft
  state: Exclude<ConsultationState, 'prepared' | 'withdrawn'>
  editions: Edition[]
}

function askingOf(bill: PublishedBill, id: string): Asking | undefined {
  const consultation = published.consultations.get(id)
  const draft = consultation && published.drafts.get(consultation.draftId)
  if (!consultation || !draft) return undefined
  const state = consultationState(consultation, now)
  if (state === 'prepared' || state === 'withdrawn') return undefined
  return { bill, consultation, draft, state, editions: published.bulletins.get(id)?.editions ?? [] }
}

/** The consultations of a bill the public may see, newest window first. */
export function askingsOf(bill: PublishedBill): Asking[] {
  return bill.consultationIds
    .flatMap((id) => askingOf(bill, id) ?? [])
    .sort((a, b) => (a.consultation.opensAt < b.consultation.opensAt ? 1 : -1))
}

/** Every consultation of every bill. */
export const askings: Asking[] = published.bills.flatMap(askingsOf)

/** Consultations that have been answered, with the newest edition of the answer. */
export const answeredAskings = askings.flatMap((asking) => {
  const bulletin = asking.editions.at(-1)
  return bulletin ? [{ asking, bulletin }] : []
})

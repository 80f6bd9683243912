import { inLanguage, pagePaths, type Language } from '#contract/page-paths.ts'
import { printDate, printDeadline, printInstant } from '#contract/print-time.ts'
import type { PublishedBill } from '#contract/published.ts'
import type { Instant } from '#core/time.ts'
import { feedStrings } from '../i18n/feeds.ts'
import { askingsOf, utcOffsetMinutes, type Asking } from '../published/portal.ts'

/** Something of a bill that people may want to be told of. */
export interface Happening {
  /** Never changes, whatever the address of the site. */
  id: string
  at: Instant
  title: string
  summary: string
  /** Path on this site, in the reader's language. */
  path: string
}

/** What happened to a bill, newest first: windows announced and extended, answers and their corrections. */
export function happeningsOf(bill: PublishedBill, language: Language): Happening[] {
  return askingsOf(bill)
    .flatMap((asking) => [...windowsOf(asking, language), ...answersOf(asking, language)])
    .sort((a, b) => (a.at < b.at ? 1 : -1))
}

function windowsOf({ bill, consultation }: Asking, language: Language): Happening[] {
  const t = feedStrings[language]
  const until = (at: string) => printDeadline(at, language, utcOffsetMinutes)
  const path = inLanguage(pagePaths.bill(bill.id), language)
  const expected = printDate(consultation.answerExpectedOn, language)
  return [
    {
      id: `urn:kaimen:${consultation.id}:announced`,
      at: consultation.announcedAt ?? consultation.opensAt,
      title: t.asking(bill.title),
      summary: t.askingText(
        printInstant(consultation.opensAt, language, utcOffsetMinutes),
        until(consultation.closesAt),
        expected,
      ),
      path,
    },
    ...consultation.extensions.map(({ to, reason, at }) => ({
      id: `urn:kaimen:${consultation.id}:extended:${at}`,
      at,
      title: t.extended(bill.title),
      summary: t.extendedText(until(to), reason),
      path,
    })),
  ]
}

/** Every edition is told of where it stands: a corrected one has a page of its own, a correction says why. */
function answersOf({ bill, consultation, editions }: Asking, language: Language): Happening[] {
  const t = feedStrings[language]
  const newest = editions.at(-1)?.edition
  return editions.map(({ edition, publishedAt, correction, reconciliation }) => {
    const path =
      edition === newest
        ? pagePaths.bulletin(bill.id, consultation.id)
        : pagePaths.bulletinEdition(bill.id, consultation.id, edition)
    const counts = t.answeredText(reconciliation.received, reconciliation.byOutcome['adopted'] ?? 0)
    return {
      id: `urn:kaimen:${consultation.id}:bulletin:${edition}`,
      at: publishedAt,
      title: edition === 1 ? t.answered(bill.title) : t.corrected(bill.title, edition),
      summary: correction === undefined ? counts : t.correctedText(correction, counts),
      path: inLanguage(path, language),
    }
  })
}

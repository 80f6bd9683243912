import type { ConsultationTallies } from '#contract/public-api.ts'
import { all, element, need } from './dom.ts'
import type { SayPage } from './say-words.ts'

/** Brings the counts of a built page up to date, quietly; a page that cannot reach the server stays as it was. */
export async function refreshCounts(page: SayPage): Promise<void> {
  try {
    const response = await fetch(`/api/consultations/${page.consultationId}/tallies`)
    if (!response.ok) return
    const { state, tallies } = (await response.json()) as ConsultationTallies
    for (const place of all(document, '[data-count]')) {
      const count = tallies.byArticle[place.dataset['count'] ?? ''] ?? 0
      const words = (count === 1 ? page.words['opinion'] : page.words['opinions']) ?? ''
      place.textContent = count === 0 ? '' : words.replace('#', String(count))
    }
    const received = document.querySelector('[data-received]')
    const points = Object.keys(tallies.byContactPoint).length
    const sentence = page.words[points > 1 ? 'receivedPoints' : 'received'] ?? ''
    if (received && tallies.received > 1)
      received.textContent = sentence
        .replace('#', String(tallies.received))
        .replace('@', String(tallies.people))
        .replace('%', String(points))
    if (state !== 'open') sayClosed(page)
  } catch {
    // the page as built is complete without this
  }
}

function sayClosed(page: SayPage): void {
  for (const link of all(document, '[data-say]')) link.remove()
  const notice = element('p', page.words['nowClosed'] ?? '', 'notice')
  notice.setAttribute('role', 'status')
  need(document, '.when').append(notice)
}

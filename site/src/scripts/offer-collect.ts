import { taskAddress } from '../paper/task-address.ts'

/**
 * A printed form's QR names the contact point it belongs to. Whoever scans one reads the bill like everybody else; staff
 * among them are offered the same task in the collector's app. Opened in any other way the page says nothing of it.
 */
export function offerCollect(asked: URLSearchParams): void {
  const line = document.querySelector<HTMLElement>('[data-collect]')
  const link = line?.querySelector('a')
  const billId = line?.dataset['collect']
  if (!line || !link || !billId || !asked.has('point')) return
  link.href = taskAddress(billId, asked)
  line.hidden = false
}

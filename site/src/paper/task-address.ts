/*
 * Where the QR of a printed form leads somebody who collects: the same bill, in the collector's app. The fragment is read
 * there without a network and never reaches a server. The public page (a script) and the app share these two.
 */

/** `/collect/#/bills/…?draft=…&point=…` out of the bill's page and the query of its address. */
export function taskAddress(billId: string, asked: URLSearchParams): string {
  const kept = new URLSearchParams()
  for (const name of ['draft', 'point']) {
    const value = asked.get(name)
    if (value !== null) kept.set(name, value)
  }
  const query = kept.size === 0 ? '' : `?${kept}`
  return `/collect/#/bills/${encodeURIComponent(billId)}${query}`
}

/** The id of the opinion under a receipt code, as `core/collecting/receipt-id.ts` makes it, by the browser's own hashing. */
export async function opinionIdIn(code: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`kaimen receipt v1${code}`))
  const base64 = btoa(String.fromCharCode(...new Uint8Array(hash).subarray(0, 16)))
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

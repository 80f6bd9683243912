/** Whether two records say the same, whatever the order of their fields; a field left out and one that is undefined are one. */
export function sameContent(a: unknown, b: unknown): boolean {
  return printed(a) === printed(b)
}

function printed(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

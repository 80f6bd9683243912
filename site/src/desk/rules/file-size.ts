/** Bytes as people read them: `3 KB`, `12.4 MB`. */
export function fileSize(bytes: number): string {
  if (bytes < 1000 * 1000) return `${Math.max(1, Math.round(bytes / 1000))} KB`
  return `${(bytes / 1e6).toFixed(1)} MB`
}

const units = ['B', 'KB', 'MB', 'GB', 'TB'] as const

/** `1,536` → `1.5 KB`. */
export function printBytes(bytes: number): string {
  let value = bytes
  let unit = 0
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024
    unit += 1
  }
  return `${value < 10 && unit > 0 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`
}

/** Lower-case letters and digits without those that are misread; 32 of them, so five bits each. */
const letters = 'abcdefghjkmnpqrstuvwxyz023456789'

/** A random id made in the browser (`b-7k2m9qxr4ta8`): a retry names the same thing, so it is harmless. */
export function clientId(prefix: string, bytes: Uint8Array): string {
  return `${prefix}-${Array.from(bytes, (byte) => letters[byte & 31]).join('')}`
}

/** Sixty bits from the browser's own source. */
export function randomBytes(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(12))
}

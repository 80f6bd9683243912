import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../infra/local/demo/texts/', import.meta.url))

/** The drafts of the demo's own bills: name and plain text. (What residents say of them stands beside, in `…-voices`.) */
export const demoTexts = readdirSync(folder)
  .filter((file) => file.endsWith('.txt') && !file.endsWith('-voices.txt'))
  .map((file) => ({ name: file.slice(0, -4), text: readFileSync(folder + file, 'utf8') }))

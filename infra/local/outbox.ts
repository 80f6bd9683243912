import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import type { LetterFate, Mail } from '#core/mail/mail-ports.ts'
import { Instant } from '#core/time.ts'

/** A letter as the folder keeps it. */
const KeptLetter = z.strictObject({
  at: Instant,
  key: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  leaveUrl: z.string().optional(),
})
export type KeptLetter = z.infer<typeof KeptLetter>

/** Letters to this address are taken and never arrive, as on SES (mailbox simulator). */
const bouncing = 'bounce@simulator.amazonses.com'

export interface Outbox extends Mail {
  /** Newest first. */
  letters(): KeptLetter[]
}

/** A carrier that carries nothing anywhere: letters stay in a folder, one file a key, for whoever tries the portal. */
export function openOutbox(
  folder: string,
  now: () => Instant,
  told: (key: string, fate: LetterFate) => Promise<void>,
): Outbox {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return {
    send: async (letter) => {
      const file = path.join(folder, `${letter.key}.json`)
      const kept: KeptLetter = KeptLetter.parse({ at: now(), ...letter })
      // The same letter handed over again is the same file.
      writeFileSync(file, JSON.stringify(kept), { mode: 0o600 })
      await told(letter.key, letter.to === bouncing ? 'failed' : 'left')
    },
    letters: () =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .map((name) => KeptLetter.parse(JSON.parse(readFileSync(path.join(folder, name), 'utf8'))))
        .sort((a, b) => (a.at < b.at ? 1 : -1)),
  }
}

import * as z from 'zod'
import type { Keys } from '#core/ports.ts'
import { makeKeys } from '../store/keys.ts'
import { readSecret } from './read-secret.ts'

const KeysSecret = z.object({ signingKey: z.string().min(1), hmacSecret: z.string().min(1) })

/** The deployment's keys: from the named secret, or from the JSON itself where a machine keeps them in a file. */
export async function readKeys(
  keysSecret: string,
  environment: Record<string, string | undefined>,
): Promise<Keys> {
  const text = keysSecret.startsWith('{') ? keysSecret : await readSecret(keysSecret, environment)
  return makeKeys(KeysSecret.parse(JSON.parse(text), { jitless: true }))
}

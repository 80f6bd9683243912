import { createWriteStream, mkdirSync } from 'node:fs'
import path from 'node:path'
import { createTelemetry, type Telemetry } from '../../functions/telemetry/telemetry.ts'

/** Operators' events of the local portal go to a file of the data folder; the terminal stays for people. */
export function openTelemetryFile(dataFolder: string): { telemetry: Telemetry; close: () => Promise<void> } {
  const folder = path.join(dataFolder, 'telemetry')
  mkdirSync(folder, { recursive: true })
  const file = createWriteStream(path.join(folder, 'events.jsonl'), { flags: 'a', mode: 0o600 })
  const telemetry = createTelemetry(
    (line) => void file.write(`${line}\n`),
    () => new Date().toISOString(),
  )
  return { telemetry, close: () => new Promise((resolve) => file.end(resolve)) }
}

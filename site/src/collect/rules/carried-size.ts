import type { BackupContents } from '../engine/collector.ts'

/** Bytes a record takes sealed, with what stands around it; told beforehand, so rounded up. */
const recordBytes = 3_000

/** About how large a file with the photos will be. Base64 makes four of three. */
export function carriedBytes({ opinions, sessions, photoBytes }: BackupContents): number {
  return (opinions + sessions) * recordBytes + (photoBytes * 4) / 3
}

import { S3Client } from '@aws-sdk/client-s3'
import { startFauxqs } from 'fauxqs'
import { localCredentials, localRegion } from './dynamodb-local.ts'

/** The S3 emulator inside this process. It checks no signature: it listens on 127.0.0.1 only and proves nothing about permissions. */
export interface LocalS3 {
  endpoint: string
  makeBucket(name: string): void
  stop(): Promise<void>
}

/** A client for a local emulator. */
export function localS3Client(endpoint: string): S3Client {
  return new S3Client({
    endpoint,
    region: localRegion,
    credentials: localCredentials,
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
}

/**
 * Starts the emulator: in memory without `dataDir`, else in one SQLite file there, whose transactions
 * survive `kill -9` (its other mode, one file an object, can leave half a file behind).
 */
export async function startS3Local(options: { dataDir?: string; port?: number } = {}): Promise<LocalS3> {
  const server = await startFauxqs({
    port: options.port ?? 0,
    host: '127.0.0.1',
    logger: false,
    defaultRegion: localRegion,
    ...(options.dataDir === undefined ? {} : { dataDir: options.dataDir }),
  })
  return {
    endpoint: `http://127.0.0.1:${server.port}`,
    makeBucket: (name) => void server.createBucket(name),
    stop: () => server.stop(),
  }
}

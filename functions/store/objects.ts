import {
  DeleteObjectsCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3'
import type { ObjectStore } from '#core/log/log-ports.ts'

/** Files whose name never changes its content may be kept by every cache; the checkpoint and the manifest may not. */
function cacheControl(key: string): string {
  const moves = key.endsWith('/checkpoint') || key === 'published/manifest.json'
  return moves ? 'no-cache' : 'public, max-age=31536000, immutable'
}

function contentType(key: string): string {
  if (key.endsWith('.json')) return 'application/json; charset=utf-8'
  if (key.endsWith('.docx')) return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  return key.endsWith('/checkpoint') ? 'text/plain; charset=utf-8' : 'application/octet-stream'
}

/** The object store on one S3 bucket. S3 answers a read after a write with what was written. */
export function makeObjects(s3: S3Client, bucket: string): ObjectStore {
  return {
    find: async (key) => {
      try {
        const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }))
        if (Body === undefined) throw new Error(`object ${key} came without a body`)
        return Buffer.from(await Body.transformToByteArray())
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined
        throw error
      }
    },
    put: async (key, bytes) => {
      const how = { CacheControl: cacheControl(key), ContentType: contentType(key) }
      await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes, ...how }))
    },
    remove: async (keys) => {
      if (keys.length === 0) return
      const Objects = keys.map((Key) => ({ Key }))
      await s3.send(new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }))
    },
  }
}

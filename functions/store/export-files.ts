import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import type { ExportFiles } from '#core/deciding/export-ports.ts'

/** S3 takes parts of 5 MB and more, ten thousand of them: 80 GB. */
const partBytes = 8 * 1024 * 1024

/**
 * Files of finished jobs as objects. A file of less than one part is put whole; a longer one goes in parts while it is
 * still being written, 8 MB in memory. What a dying worker leaves half-uploaded goes by the bucket's own rule.
 */
export function makeExportFiles(s3: S3Client, bucket: string): ExportFiles {
  return {
    write: async (key, chunks) => {
      const place = { Bucket: bucket, Key: key }
      const upload = new Upload(s3, place)
      const memory = Buffer.allocUnsafe(partBytes)
      let used = 0
      for await (const chunk of chunks)
        for (let at = 0; at < chunk.byteLength;) {
          const taken = Math.min(chunk.byteLength - at, partBytes - used)
          memory.set(chunk.subarray(at, at + taken), used)
          at += taken
          used += taken
          if (used < partBytes) continue
          await upload.part(memory)
          used = 0
        }
      await upload.end(memory.subarray(0, used))
    },
    read: async (key) => {
      try {
        const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }))
        return Body as unknown as AsyncIterable<Uint8Array>
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined
        throw error
      }
    },
  }
}

/** One object on its way: begun with its first part. */
class Upload {
  readonly #s3: S3Client
  readonly #place: { Bucket: string; Key: string }
  readonly #parts: { PartNumber: number; ETag: string | undefined }[] = []
  #id: string | undefined

  constructor(s3: S3Client, place: { Bucket: string; Key: string }) {
    this.#s3 = s3
    this.#place = place
  }

  async part(bytes: Uint8Array): Promise<void> {
    this.#id ??= (await this.#s3.send(new CreateMultipartUploadCommand(this.#place))).UploadId
    const number = this.#parts.length + 1
    const part = { ...this.#place, UploadId: this.#id, PartNumber: number, Body: bytes }
    const { ETag } = await this.#s3.send(new UploadPartCommand(part))
    this.#parts.push({ PartNumber: number, ETag })
  }

  async end(rest: Uint8Array): Promise<void> {
    if (this.#id === undefined) {
      await this.#s3.send(new PutObjectCommand({ ...this.#place, Body: rest }))
      return
    }
    if (rest.byteLength > 0) await this.part(rest)
    const whole = { ...this.#place, UploadId: this.#id, MultipartUpload: { Parts: this.#parts } }
    await this.#s3.send(new CompleteMultipartUploadCommand(whole))
  }
}

import {
  DeleteObjectsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3'
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { mediaTypeOf } from '../local/media-types.ts'
import { cachingOf } from '../local/static-server.ts'

/** What an upload did, for the build's own log. */
export interface Uploaded {
  put: number
  unchanged: number
  removed: number
}

const atOnce = 16
/** DeleteObjects takes this many keys a call. */
const keysPerRemoval = 1000

/**
 * Brings a built site into the bucket CloudFront reads. A page goes up under `bills/x/index.html` and `bills/x/`: S3 behind
 * CloudFront knows no index of a folder. What a page is dressed with goes first, pages follow, what no build has any more
 * goes last; files under `_astro/` stay, because pages still open in somebody's browser ask for them.
 */
export async function uploadSite(s3: S3Client, bucket: string, folder: string): Promise<Uploaded> {
  const held = await listHeld(s3, bucket)
  const files = await listBuilt(folder)
  const isPage = ([key]: readonly [string, string]) => key.endsWith('/') || key.endsWith('.html')
  let put = 0
  const send = async ([key, file]: readonly [string, string]) => {
    const bytes = await readFile(file)
    if (held.get(key) === createHash('md5').update(bytes).digest('hex')) return
    put += 1
    await s3.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        Body: bytes,
        ContentType: mediaTypeOf(file),
        CacheControl: cachingOf(`/${key}`),
      }),
    )
  }
  const all = [...files]
  await eachOf(
    all.filter((entry) => !isPage(entry)),
    send,
  )
  await eachOf(all.filter(isPage), send)
  const gone = [...held.keys()].filter((key) => !files.has(key) && !key.startsWith('_astro/'))
  for (let at = 0; at < gone.length; at += keysPerRemoval) {
    const Objects = gone.slice(at, at + keysPerRemoval).map((Key) => ({ Key }))
    await s3.send(new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }))
  }
  return { put, unchanged: files.size - put, removed: gone.length }
}

/** Keys the bucket holds, each with the MD5 of its content: what an ETag is where S3 itself encrypts. */
async function listHeld(s3: S3Client, bucket: string): Promise<Map<string, string>> {
  const held = new Map<string, string>()
  let token: string | undefined
  do {
    const page = await s3.send(
      new ListObjectsV2Command({ Bucket: bucket, ...(token !== undefined && { ContinuationToken: token }) }),
    )
    for (const { Key, ETag } of page.Contents ?? [])
      if (Key !== undefined) held.set(Key, (ETag ?? '').replaceAll('"', ''))
    token = page.NextContinuationToken
  } while (token !== undefined)
  return held
}

/** Key → file of everything a build made. */
async function listBuilt(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = new Map<string, string>()
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath, entry.name)
    const key = path.relative(folder, file).split(path.sep).join('/')
    files.set(key, file)
    if (key.endsWith('/index.html')) files.set(key.slice(0, -'index.html'.length), file)
  }
  return files
}

async function eachOf<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items]
  const worker = async () => {
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) await work(item)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

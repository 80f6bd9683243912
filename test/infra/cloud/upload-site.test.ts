import { GetObjectCommand, HeadObjectCommand, ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { localS3Client, startS3Local, type LocalS3 } from '../../../infra/local/s3-local.ts'
import { uploadSite } from '../../../infra/cloud/upload-site.ts'

const bucket = 'pages'
let engine: LocalS3
let s3: S3Client
let folder: string

beforeAll(async () => {
  engine = await startS3Local()
  engine.makeBucket(bucket)
  s3 = localS3Client(engine.endpoint)
})
afterAll(() => engine.stop())
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kaimen-upload-'))
})

async function built(files: Record<string, string>): Promise<void> {
  await rm(folder, { recursive: true })
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, text)
  }
}
const keys = async () =>
  ((await s3.send(new ListObjectsV2Command({ Bucket: bucket }))).Contents ?? []).map(({ Key }) => Key)
const read = async (key: string) =>
  (await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }))).Body?.transformToString()

test('pages stand under both addresses, and a second build sends only what changed and removes what is gone', async () => {
  await built({
    'index.html': 'home',
    'bills/x/index.html': 'one',
    'bills/y/index.html': 'two',
    'assets/kaimen.css': 'a{}',
    '_astro/a.1234.js': '1',
  })
  expect(await uploadSite(s3, bucket, folder)).toEqual({ put: 7, unchanged: 0, removed: 0 })
  expect(await keys()).toEqual(
    [
      '_astro/a.1234.js',
      'assets/kaimen.css',
      'bills/x/',
      'bills/x/index.html',
      'bills/y/',
      'bills/y/index.html',
    ].concat('index.html'),
  )
  await built({
    'index.html': 'home',
    'bills/x/index.html': 'changed',
    'assets/kaimen.css': 'a{}',
    '_astro/b.5678.js': '2',
  })
  expect(await uploadSite(s3, bucket, folder)).toEqual({ put: 3, unchanged: 2, removed: 2 })
  expect(await read('bills/x/')).toBe('changed')
  // a page still open in somebody's browser asks for the older script
  expect(await keys()).toContain('_astro/a.1234.js')
  expect(await keys()).not.toContain('bills/y/')
})

test('a page says what it is and is asked for anew each time; a name with a hash is kept for good', async () => {
  await built({ 'bills/x/index.html': 'one', '_astro/c.9.js': '3', 'feed.xml': '<feed/>' })
  await uploadSite(s3, bucket, folder)
  const head = (Key: string) => s3.send(new HeadObjectCommand({ Bucket: bucket, Key }))
  expect(await head('bills/x/')).toMatchObject({
    ContentType: 'text/html; charset=utf-8',
    CacheControl: 'no-cache',
  })
  expect((await head('_astro/c.9.js')).CacheControl).toContain('immutable')
  expect((await head('feed.xml')).ContentType).toBe('application/xml; charset=utf-8')
})

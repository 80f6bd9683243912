import { S3Client } from '@aws-sdk/client-s3'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Authority } from '#contract/authority.ts'
import { readEnvironment } from '#contract/environment.ts'
import { objectKeys } from '#contract/objects.ts'
import { PublishedManifest, type PublishedSite } from '#contract/published.ts'
import { getJson, getObject } from '../../functions/store/object-json.ts'
import { makeObjects } from '../../functions/store/objects.ts'
import { buildSite } from '../local/build-site.ts'
import { writePublishedFolder } from '../local/published-folder.ts'
import { uploadSite } from './upload-site.ts'

/*
 * What CodeBuild runs after every publication (`constructs/site-rebuilder.ts`), and what a person may run with rights on both
 * buckets: published files → folder → the build of the local portal → the bucket CloudFront reads.
 */

const settings = readEnvironment(process.env, ['objectsBucket', 'siteBucket', 'origin', 'authority'])
const s3 = new S3Client({})
const objects = makeObjects(s3, settings.objectsBucket)
const published = {
  read: (key: string) => getJson(objects, key),
  readBytes: (key: string) => getObject(objects, key),
}

async function readManifest(): Promise<PublishedManifest | undefined> {
  const bytes = await objects.find(objectKeys.publishedManifest())
  return bytes && PublishedManifest.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
}

/** Before the first publication the site is empty, and there: nobody could sign in to publish anything otherwise. */
async function writeEmptyFolder(folder: string): Promise<void> {
  const site: PublishedSite = {
    authority: Authority.parse(JSON.parse(settings.authority)),
    contactPoints: [],
  }
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, 'site.json'), JSON.stringify(site))
}

/** Builds what is published now; again while somebody published meanwhile, because only one build runs at a time. */
async function catchUp(folder: string): Promise<void> {
  for (let built: string | undefined; ;) {
    const manifest = await readManifest()
    const publication = manifest?.publishedAt ?? 'nothing published yet'
    if (publication === built) return
    built = publication
    const publishedFolder = path.join(folder, 'published')
    const outFolder = path.join(folder, 'site')
    if (manifest) await writePublishedFolder(published, manifest.files, publishedFolder)
    else await writeEmptyFolder(publishedFolder)
    const now = new Date().toISOString()
    await buildSite(
      { publishedFolder, outFolder, now, origin: settings.origin },
      new AbortController().signal,
    )
    const { put, unchanged, removed } = await uploadSite(s3, settings.siteBucket, outFolder)
    console.log(`${built}: ${put} files sent, ${unchanged} as they were, ${removed} removed.`)
  }
}

await catchUp(await mkdtemp(path.join(tmpdir(), 'kaimen-site-')))

import * as z from 'zod'
import { canonicalJson } from '#core/log/commitment.ts'
import { PortalError } from '#core/portal-error.ts'
import type { ObjectStore } from '#core/log/log-ports.ts'
import type { PublishedFiles } from '#core/ports.ts'
import { sha256 } from '#core/sha256.ts'
import { objectKeys } from '#contract/objects.ts'
import { PublishedManifest } from '#contract/published.ts'
import { deskKeys } from './desk-keys.ts'
import type { Desk } from './desk.ts'
import { getJson, getObject } from './object-json.ts'

/** The committed pointer: which manifest is the published one. A manifest can outgrow an item, so it is a file. */
const Pointer = z.strictObject({ manifestKey: z.string(), rev: z.int() })
type Pointer = z.infer<typeof Pointer>

/** Stores JSON under its content's hash; the same content is the same file. */
async function appendJson(objects: ObjectStore, json: unknown): Promise<string> {
  return appendBytes(objects, new TextEncoder().encode(canonicalJson(json)), 'json')
}

async function appendBytes(
  objects: ObjectStore,
  bytes: Uint8Array,
  ending: 'json' | 'docx' | 'xlsx',
): Promise<string> {
  const key = objectKeys.publishedFile(sha256(bytes).toString('hex'), ending)
  await objects.put(key, bytes)
  return key
}

/**
 * Makes `published/manifest.json` the committed manifest. A slower writer could put an older one over a
 * newer: so the pointer is looked at again after the write, until it is what was written.
 */
async function showCommitted(desk: Desk, objects: ObjectStore): Promise<Pointer | undefined> {
  for (let written: string | undefined; ;) {
    const pointer = await desk.find(Pointer, deskKeys.published())
    if (pointer === undefined || pointer.manifestKey === written) return pointer
    const committed = await objects.find(pointer.manifestKey)
    if (committed === undefined)
      throw new PortalError('not-found', { kind: 'object', id: pointer.manifestKey })
    const shown = await objects.find(objectKeys.publishedManifest())
    if (shown === undefined || !Buffer.from(shown).equals(committed))
      await objects.put(objectKeys.publishedManifest(), committed)
    written = pointer.manifestKey
  }
}

/**
 * What the site is built from. The conditional write of the pointer on the table `desk` is the publication;
 * `published/manifest.json` follows it, and is put right by the next `manifest()` after a crash in between.
 */
export function makePublishedFiles(desk: Desk, objects: ObjectStore): PublishedFiles {
  return {
    manifest: async () => {
      const pointer = await showCommitted(desk, objects)
      if (pointer === undefined) return { files: {}, rev: 0 }
      const manifest = PublishedManifest.parse(await getJson(objects, pointer.manifestKey))
      return { files: manifest.files, rev: pointer.rev }
    },
    read: (key) => getJson(objects, key),
    append: (json) => appendJson(objects, json),
    appendBytes: (bytes, ending) => appendBytes(objects, bytes, ending),
    readBytes: (key) => getObject(objects, key),
    point: async (files, readRev, now) => {
      const manifestKey = await appendJson(objects, { publishedAt: now, files } satisfies PublishedManifest)
      await desk.put(deskKeys.published(), { manifestKey, rev: readRev }, readRev)
      await showCommitted(desk, objects)
    },
  }
}

import type { PublishedFiles } from '#core/ports.ts'

/** The same store, telling when the pointer has moved: locally the writer and the builder are one process. */
export function watchPublication(published: PublishedFiles, moved: () => void): PublishedFiles {
  return {
    manifest: () => published.manifest(),
    read: (key) => published.read(key),
    append: (json) => published.append(json),
    appendBytes: (bytes, ending) => published.appendBytes(bytes, ending),
    readBytes: (key) => published.readBytes(key),
    async point(files, readRev, now) {
      await published.point(files, readRev, now)
      moved()
    },
  }
}

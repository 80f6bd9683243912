import { openGuardedZip } from '../../functions/documents/guarded-zip.ts'
import { collect } from './collect.ts'

/** The words of a Word file as it is streamed out, without their marks. */
export async function wordsOfDocx(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const zip = await openGuardedZip(Buffer.concat(await collect(chunks)), 'word/document.xml')
  return (await zip.text('word/document.xml')).replace(/<[^>]+>/g, '')
}

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attribute, readXml } from '../../functions/documents/xlsx-xml.ts'

async function* cut(bytes: Uint8Array, lengths: readonly number[]) {
  let at = 0
  for (const length of lengths) {
    yield bytes.subarray(at, at + length)
    at += length
  }
  yield bytes.subarray(at)
}

/** Everything that is said of a document, adjoining texts joined. */
async function eventsOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  let events = ''
  await readXml(chunks, {
    open: (name, attributes) => (events += `<${name}${attributes}>`),
    close: (name) => (events += `</${name}>`),
    text: (text) => (events += text),
  })
  return events
}

const document =
  '<?xml version="1.0"?><x:row r="1" note="a > b"><!-- > <c> --><c r=\'A1\'><t xml:space="preserve">甲𠮷 &amp; &#x20BB7;</t></c><c/><![CDATA[<乙>]]></x:row>'
const said = '<row r="1" note="a > b"><c r=\'A1\'><t xml:space="preserve">甲𠮷 & 𠮷</t></c><c></c><乙></row>'

it('what is read does not depend on where the stream is cut', async () => {
  const bytes = Buffer.from(document)
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat({ max: 20 }), { maxLength: 60 }), async (lengths) => {
      expect(await eventsOf(cut(bytes, lengths))).toBe(said)
    }),
  )
})

it('attributes are found by their local name and decoded', () => {
  const attributes = ` xr:uid="{0}" r:id='rId7' name="甲 &amp; &quot;乙&quot;" s=""`
  expect(['id', 'name', 's', 'state', 'ame'].map((name) => attribute(attributes, name))).toEqual([
    'rId7',
    '甲 & "乙"',
    '',
    undefined,
    undefined,
  ])
})

describe('a document that means harm', () => {
  const refusal = (xml: string) =>
    readXml(cut(Buffer.from(xml), [70_000, 70_000]), { open() {}, close() {}, text() {} }).then(
      () => 'read',
      (problem) => problem.facts?.reason,
    )

  it.each([
    ['a document type', '<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>', 'doctype'],
    ['an entity that was never declared, left as it stands', '<x>&b;</x>', 'read'],
    ['a tag that never ends', `<x a="${'y'.repeat(100)}`, 'broken-xml'],
    ['text that never ends', `<x>${'y'.repeat(5 * 1024 * 1024)}`, 'broken-xml'],
  ])('%s', async (_, xml, reason) => {
    expect(await refusal(xml)).toBe(reason)
  })

  it('millions of quotes and brackets inside one tag are passed over in one go', async () => {
    const before = process.cpuUsage()
    await refusal(`<x a="${'>'.repeat(1_000_000)}" ${'b="" '.repeat(200_000)}/>`)
    await refusal(`<x ${'"">'.repeat(200_000)}`)
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(3000)
  })
})

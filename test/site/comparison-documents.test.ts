import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pagePaths } from '#contract/page-paths.ts'
import { comparisonFileNames, type PublishedComparison } from '#contract/published.ts'
import type { BillId, DraftId } from '#core/ids.ts'
import { fileSize } from '../../site/src/i18n/file-size.ts'
import { buildSite, type BuiltSite } from '../support/build-site.ts'
import { carefulDrafts } from '../support/example-comparison.ts'
import { examplePortal } from '../support/example-published.ts'

const billId = 'careful' as BillId
const [first, second, third] = carefulDrafts(billId).map(({ id }) => id as DraftId)
if (!first || !second || !third) throw new Error('there are three texts')
const bytes = Uint8Array.from({ length: 40_000 }, (_, at) => at % 251)

function published(from: DraftId, to: DraftId): Record<string, unknown> {
  const { facts, document } = comparisonFileNames(from, to)
  const fileName = '云溪市示例条例修改前后对照表.docx'
  const told: PublishedComparison = {
    billId,
    fromDraftId: from,
    toDraftId: to,
    fileName,
    bytes: bytes.byteLength,
    inputs: 'x',
  }
  return { [facts]: told, [document]: bytes }
}

let site: BuiltSite
beforeAll(async () => {
  site = await buildSite({ ...examplePortal(), ...published(first, second), ...published(second, third) })
})
afterAll(() => site?.remove())

const page = (path: string) => readFileSync(join(site.directory, path, 'index.html'), 'utf8')

test('the comparison of two texts is a Word file beside its page, byte for byte, linked with its size', () => {
  const path = pagePaths.compareFile(billId, first, second)
  expect(Uint8Array.from(readFileSync(join(site.directory, path)))).toEqual(bytes)
  for (const language of ['', '/en']) {
    const html = page(`${language}${pagePaths.compare(billId, first, second)}`)
    expect(html).toContain(`href="${path}" download="云溪市示例条例修改前后对照表.docx"`)
    expect(html).toContain('39 KB')
    expect(html).toContain(`href="${pagePaths.compareFile(billId, second, third)}"`)
  }
})

test('a comparison without a file says nothing of one', () => {
  const html = page(pagePaths.compare(billId, first, third))
  expect(html).not.toContain(`href="${pagePaths.compareFile(billId, first, third)}"`)
})

test('sizes are said as people read them', () => {
  expect([fileSize(10), fileSize(7_300), fileSize(1_600_000)]).toEqual(['1 KB', '7 KB', '1.5 MB'])
})

import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import type { BulletinRow } from '#core/bulletin/bulletin-row.ts'
import type { Instant } from '#core/time.ts'
import { annotationPieces } from '#contract/open-annotations.ts'
import { dataPackageJson } from '../../site/src/open-data/data-package.ts'
import { opinionFields } from '#contract/opinion-fields.ts'
import { csvPieces, joinPieces, jsonPieces } from '#contract/open-opinions.ts'
import { PublishedBulletins } from '#contract/published.ts'
import { wholeEdition } from '../support/whole-edition.ts'
import { exampleBulletins } from '../support/example-bulletin.ts'

const { editions } = PublishedBulletins.parse(exampleBulletins('c-answered', 'answered-2'))
const { rows } = wholeEdition(editions.at(-1))
const hostile = { ...rows[0]!, row: 999, verbatim: '=HYPERLINK("x")\n"第二行",𠮷' } satisfies BulletinRow

describe('open data of an answered consultation', () => {
  test('the CSV has a record a row and a column a field, formulas disarmed', () => {
    const text = joinPieces(csvPieces, [...rows, hostile])
    const [head, ...records] = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true }).data
    expect(head).toEqual(opinionFields.map(({ name }) => name))
    expect(records).toHaveLength(rows.length + 1)
    expect(records.at(-1)?.[head!.indexOf('verbatim')]).toBe(`'${hostile.verbatim}`)
    for (const record of records) expect(record).toHaveLength(opinionFields.length)
  })

  test('the JSON says the same as the CSV', () => {
    const objects = JSON.parse(joinPieces(jsonPieces, rows)) as Record<string, string | number>[]
    const [head = [], ...records] = Papa.parse<string[]>(joinPieces(csvPieces, rows).slice(1), {
      skipEmptyLines: true,
    }).data
    for (const [at, record] of records.entries())
      for (const [column, name] of head.entries())
        expect(String(objects[at]?.[name] ?? '').replace(/^(?=[=+\-@＝＋－＠])/, "'")).toBe(record[column])
  })

  test('every opinion is an annotation of its provision and every answer replies to one', () => {
    const collection = JSON.parse(
      joinPieces(
        annotationPieces(rows.length, {
          id: 'https://x.example/bills/b/data/c/',
          title: '某条例',
          draftPage: 'https://x.example/bills/b/',
          pageOf: (draftId) => `https://x.example/bills/b/drafts/${draftId}/`,
          generator: '人大',
          publishedAt: '2026-12-20T02:00:00.000Z' as Instant,
        }),
        rows,
      ),
    ) as {
      '@context': string
      total: number
      first: { items: { id: string; motivation: string; target: unknown }[] }
    }
    const { items } = collection.first
    expect(collection['@context']).toBe('http://www.w3.org/ns/anno.jsonld')
    expect(collection.total).toBe(rows.length * 2)
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
    const opinions = new Set(items.filter(({ motivation }) => motivation !== 'replying').map(({ id }) => id))
    for (const { motivation, target } of items)
      if (motivation === 'replying') expect(opinions).toContain(target)
    for (const { provisionId, row } of rows)
      if (provisionId !== null)
        expect(JSON.stringify(items.find(({ id }) => id.endsWith(`#opinion-${row}`))?.target)).toContain(
          provisionId,
        )
  })

  test('the dictionary names every column, its codes and the licence', () => {
    const facts = {
      name: 'c',
      title: 't',
      homepage: 'h',
      publisher: 'p',
      publishedAt: '2026-12-20T02:00:00.000Z' as Instant,
      edition: 2,
      hasWorkbook: true,
      isPacked: false,
      related: [],
    }
    const licence = { name: 'CC-BY-4.0', title: '署名', url: 'https://creativecommons.org/licenses/by/4.0/' }
    const pack = JSON.parse(dataPackageJson({ ...facts, licence })) as {
      licenses: { name: string }[]
      resources: { schema?: { fields: { name: string; constraints?: { enum: string[] } }[] } }[]
    }
    const fields = pack.resources[0]?.schema?.fields ?? []
    expect(fields.map(({ name }) => name)).toEqual(opinionFields.map(({ name }) => name))
    for (const row of rows)
      expect(fields.find(({ name }) => name === 'outcome')?.constraints?.enum).toContain(row.outcome)
    expect(pack.licenses[0]?.name).toBe('CC-BY-4.0')
    expect(dataPackageJson({ ...facts, licence: undefined })).not.toContain('licenses')
  })
})

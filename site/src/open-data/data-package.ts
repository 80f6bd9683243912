import type { DataLicence } from '#contract/authority.ts'
import type { Instant } from '#core/time.ts'
import { opinionFields } from '#contract/opinion-fields.ts'

/** What a data package says of itself. */
export interface DataPackageFacts {
  name: string
  title: string
  homepage: string
  publisher: string
  publishedAt: Instant
  edition: number
  licence: DataLicence | undefined
  /** Whether `opinions.xlsx` is there too. */
  hasWorkbook: boolean
  /** Whether files of rows are packed by gzip: those of a long edition are. */
  isPacked: boolean
  /** Other files about the same consultation, as whole addresses. */
  related: readonly { name: string; title: string; path: string; mediatype: string }[]
}

/** The data dictionary as a Data Package (Frictionless v1, `datapackage.json`): files, columns, codes, licence. */
export function dataPackageJson(facts: DataPackageFacts): string {
  const { licence, isPacked } = facts
  const ending = isPacked ? '.gz' : ''
  const packed = isPacked && { compression: 'gz' }
  return `${JSON.stringify(
    {
      profile: 'data-package',
      name: facts.name,
      title: facts.title,
      homepage: facts.homepage,
      version: String(facts.edition),
      created: facts.publishedAt,
      contributors: [{ title: facts.publisher, role: 'publisher' }],
      ...(licence && { licenses: [{ name: licence.name, title: licence.title, path: licence.url }] }),
      resources: [
        {
          name: 'opinions',
          path: `opinions.csv${ending}`,
          ...packed,
          title: '意见和采纳情况',
          profile: 'tabular-data-resource',
          format: 'csv',
          mediatype: 'text/csv',
          encoding: 'utf-8',
          schema: { fields: opinionFields.map(fieldOf), primaryKey: 'row' },
        },
        {
          name: 'opinions-json',
          path: `opinions.json${ending}`,
          ...packed,
          title: '意见和采纳情况',
          mediatype: 'application/json',
        },
        ...(facts.hasWorkbook
          ? [
              {
                name: 'opinions-xlsx',
                path: 'opinions.xlsx',
                title: '意见、采纳情况、统计、数据说明',
                mediatype: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
              },
            ]
          : []),
        { name: 'tallies', path: 'tallies.json', title: '统计', mediatype: 'application/json' },
        {
          name: 'annotations',
          path: `annotations.jsonld${ending}`,
          ...packed,
          title: 'W3C Web Annotation',
          mediatype: 'application/ld+json',
        },
        ...facts.related,
      ],
    },
    undefined,
    1,
  )}\n`
}

function fieldOf({ name, type, zh, en, codes }: (typeof opinionFields)[number]) {
  return {
    name,
    type,
    title: zh,
    description: en,
    ...(codes && { constraints: { enum: Object.keys(codes) }, 'kaimen:codes': codes }),
  }
}

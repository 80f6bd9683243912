import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that take longest, in that order: a long one that began last would run alone while the other core is idle. */
const longest = [
  'e2e/journeys',
  'e2e/collecting',
  'site/collect-screens',
  'actions/collecting/sync-faults',
  'site/axe',
  'e2e/kill',
  'site/say',
  'collect/faults',
  'actions/table/opinion-table-edits',
  'actions/bulletin/publish-bulletin',
  'http/collect-rules',
]

const place = ({ moduleId }: TestSpecification): number => {
  const at = longest.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`))
  return at === -1 ? longest.length : at
}

/** The known long files first, then everything else as vitest would have it. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => place(a) - place(b))
  }
}

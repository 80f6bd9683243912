import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './longest-first.ts'

/*
 * Three kinds of tests: `pure` needs nothing, `engines` runs on a real DynamoDB and S3 started once,
 * `journeys` start whole portals and browsers of their own. Two files run at a time, of whatever kind; a test's patience is that of a busy machine.
 */
const root = fileURLToPath(new URL('../..', import.meta.url))
const onEngines = ['store', 'actions', 'http'].map((folder) => `test/${folder}/**/*.test.ts`)
const asJourneys = ['e2e', 'site', 'local'].map((folder) => `test/${folder}/**/*.test.ts`)

const setupFiles = ['test/checks/property-seed.ts']

export default defineConfig({
  root,
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        root,
        test: {
          name: 'pure',
          setupFiles,
          include: ['test/**/*.test.ts'],
          exclude: [...onEngines, ...asJourneys],
          testTimeout: 180_000,
        },
      },
      {
        root,
        test: {
          name: 'engines',
          setupFiles,
          include: onEngines,
          globalSetup: ['test/support/engines.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        root,
        test: {
          name: 'journeys',
          setupFiles,
          include: asJourneys,
          testTimeout: 180_000,
          // What a page shows is asked again until it says so: a busy machine draws late.
          expect: { poll: { timeout: 20_000, interval: 100 } },
          hookTimeout: 180_000,
        },
      },
    ],
  },
})

import { configureGlobal } from 'fast-check'

/*
 * Property tests draw the same examples every time, so that a failure is a failure everywhere. To look for new ones:
 *   KAIMEN_SEED=$RANDOM npx vitest run --config test/checks/vitest.config.ts test/core
 */
configureGlobal({ seed: Number(process.env['KAIMEN_SEED'] ?? 20261122) })

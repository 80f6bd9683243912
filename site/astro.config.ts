import { defineConfig } from 'astro/config'
import { collectApp } from './collect-app.ts'
import { longOpenData } from './long-open-data.ts'
import { ownOutDir } from './own-out-dir.ts'
import { stableAssets } from './stable-assets.ts'

// The only place of the site that reads the environment besides src/published/portal.ts.
const { outDir, handOver } = ownOutDir(process.env['KAIMEN_SITE_OUT'])

export default defineConfig({
  output: 'static',
  outDir,
  trailingSlash: 'always',
  compressHTML: true,
  scopedStyleStrategy: 'where',
  // Nothing inline: the portal's Content-Security-Policy says script-src 'self', style-src 'self'.
  build: { inlineStylesheets: 'never', format: 'directory', concurrency: 4 },
  devToolbar: { enabled: false },
  server: { port: 4322 },
  // No @astrojs/preact: nothing is an island, tsconfig.json says whose JSX it is, and its Babel was half of a build.
  integrations: [stableAssets(), collectApp(), longOpenData(process.env['KAIMEN_PUBLISHED']), ...handOver],
  vite: { build: { assetsInlineLimit: 0, reportCompressedSize: false } },
})

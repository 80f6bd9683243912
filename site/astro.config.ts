import preact from '@astrojs/preact'
import { defineConfig } from 'astro/config'
import { stableAssets } from './stable-assets.ts'

// The only place of the site that reads the environment besides src/published/build-settings.ts.
export default defineConfig({
  output: 'static',
  outDir: process.env['KAIMEN_SITE_OUT'] ?? './dist',
  trailingSlash: 'always',
  compressHTML: true,
  scopedStyleStrategy: 'where',
  // Nothing inline: the portal's Content-Security-Policy says script-src 'self', style-src 'self'.
  build: { inlineStylesheets: 'never', format: 'directory', concurrency: 4 },
  devToolbar: { enabled: false },
  server: { port: 4322 },
  integrations: [preact(), stableAssets()],
  vite: { build: { assetsInlineLimit: 0, reportCompressedSize: false } },
})

import type { ServerResponse } from 'node:http'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { build, type BuildOptions } from 'esbuild'

const here = new URL('./', import.meta.url)

/** What every page and every server-rendered page links to by name. A name never changes; its content may. */
const options: BuildOptions = {
  entryPoints: {
    'assets/kaimen': fileURLToPath(new URL('src/styles/kaimen.css', here)),
    'assets/ease': fileURLToPath(new URL('src/scripts/ease.ts', here)),
    // finding and citing; contained in say.js too
    'assets/law': fileURLToPath(new URL('src/scripts/law.ts', here)),
    'assets/say': fileURLToPath(new URL('src/scripts/say.ts', here)),
    // loaded by say.js only when a receipt is shown
    'assets/qr': fileURLToPath(new URL('src/scripts/qr.ts', here)),
    'assets/receipt': fileURLToPath(new URL('src/scripts/receipt.ts', here)),
    'assets/answer-mail': fileURLToPath(new URL('src/scripts/answer-mail.ts', here)),
  },
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2020',
  // Layers, light-dark() and logical properties stay as written: lowering them would double the sheet.
  supported: { nesting: true },
  legalComments: 'none',
  logLevel: 'warning',
}

/**
 * Emits `/assets/kaimen.css` and the pages' scripts under stable names (contract/page-paths.ts),
 * so that pages rendered by the server wear the same clothes without a build manifest.
 */
export function stableAssets(): AstroIntegration {
  return {
    name: 'kaimen-stable-assets',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        await build({ ...options, outdir: fileURLToPath(dir) })
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          void answerAsset(request.url?.split('?')[0] ?? '', response, next)
        })
      },
    },
  }
}

/** While developing: built anew at every request, so that an edit shows on reload. */
async function answerAsset(name: string, response: ServerResponse, next: () => void): Promise<void> {
  if (!name.startsWith('/assets/')) return next()
  const { outputFiles } = await build({ ...options, outdir: '/', write: false })
  const file = outputFiles.find(({ path }) => path === name)
  if (!file) return next()
  response.setHeader('content-type', name.endsWith('.css') ? 'text/css' : 'text/javascript')
  response.end(file.text)
}

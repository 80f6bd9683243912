import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../../', import.meta.url))

const entry = `
import { h, render } from 'preact'
import { CollectApp } from './site/src/collect/app.tsx'
import { collectScene } from './test/support/collect-scenes.ts'
import { standIn } from './test/support/collect-stand-in.ts'
const scene = new URLSearchParams(location.search).get('scene') ?? ''
const collector = standIn(collectScene(scene))
// Another window of the same device, for tests.
Object.assign(globalThis, { elsewhere: collector })
render(h(CollectApp, { collector, now: () => Date.now() }), document.querySelector('#collect'))
`

const page = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>采集</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/kaimen.css"><link rel="stylesheet" href="/collect.css">
<script src="/ease.js"></script></head>
<body class="collect"><div id="collect"></div><script type="module" src="/app.js"></script></body></html>`

/** The collector's screens over the stand-in engine, one scene a URL: `/?scene=busy#/records/queued`. */
export async function openCollectPage(): Promise<{ origin: string; close: () => void }> {
  const common = { bundle: true, write: false, outdir: '/', absWorkingDir: root } as const
  const app = await build({
    ...common,
    stdin: { contents: entry, resolveDir: root, loader: 'ts' },
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  })
  const assets = await build({
    ...common,
    entryPoints: {
      kaimen: 'site/src/styles/kaimen.css',
      collect: 'site/src/collect/collect.css',
      ease: 'site/src/scripts/ease.ts',
    },
  })
  const files = new Map(assets.outputFiles.map(({ path, text }) => [path, text]))
  files.set('/app.js', app.outputFiles[0]?.text ?? '')
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://page').pathname
    const type = path.endsWith('.css') ? 'text/css' : path.endsWith('.js') ? 'text/javascript' : 'text/html'
    response.setHeader('content-type', `${type}; charset=utf-8`)
    response.end(files.get(path) ?? page)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

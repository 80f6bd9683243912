import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { PublishedConsultation } from '#contract/published.ts'
import { openSiteFiles } from '../../infra/local/site-files.ts'
import { serveStatic } from '../../infra/local/static-server.ts'
import { buildSite } from './build-site.ts'

export interface ExampleSite {
  origin: string
  directory: string
  close(): Promise<void>
}

const talliesPath = /^\/api\/consultations\/([a-z0-9-]+)\/tallies$/

/** Builds published files and serves the pages as the local portal does; of the API only the counts answer. */
export async function openExampleSite(files: Record<string, unknown>): Promise<ExampleSite> {
  const built = await buildSite(files)
  const current = await openSiteFiles(built.directory)
  const server: Server = createServer((request, response) => {
    const [, id] = talliesPath.exec(request.url ?? '') ?? []
    const consultation = files[`consultations/${id}.json`] as PublishedConsultation | undefined
    if (consultation) {
      const { tallies, opensAt, closesAt, billId, billTitle } = consultation
      const bill = { id: billId, title: billTitle }
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ id, state: 'open', opensAt, closesAt, bill, tallies }))
    } else void serveStatic({ current, previous: undefined }, request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    directory: built.directory,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      built.remove()
    },
  }
}

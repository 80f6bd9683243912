import path from 'node:path'
import { publishSite } from '../../functions/actions/publish-site.ts'
import { accountsOf } from './accounts.ts'
import { answeredDemoReceipt } from './answered-demo-receipt.ts'
import { buildSite } from './build-site.ts'
import { lockDataFolder } from './data-folder.ts'
import { demo } from './demo/demo.ts'
import { localTableNames, openEngineRoom } from './engine-room.ts'
import { answerAt, makeFrontDoor } from './front-door.ts'
import { hangApps } from './hang-apps.ts'
import { makeIdentityProvider } from './identity-provider.ts'
import { listen, stopListening } from './listen.ts'
import { localUtcOffsetMinutes, makeLocalDeps } from './local-deps.ts'
import { openKeyFile } from './portal-keys.ts'
import { seed } from './seed.ts'
import type { LocalSettings } from './settings.ts'
import { SiteBuilder } from './site-builder.ts'
import { SiteShow } from './site-show.ts'
import { startStreamPoller } from './stream-poller.ts'
import { openTelemetryFile } from './telemetry-file.ts'
import { watchPublication } from './watch-publication.ts'
import { welcome } from './welcome.ts'

type Say = (sentence: string) => void
type Closers = (() => void | Promise<void>)[]

/** Opens the whole portal and says so; returns how to close it. Readers see the last build from the first moment. */
export async function openLocalPortal(
  settings: LocalSettings,
  say: Say,
  stopping: AbortSignal,
): Promise<() => Promise<void>> {
  const closers: Closers = []
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer()
  }
  try {
    await open(settings, say, stopping, closers)
    return close
  } catch (error) {
    await close()
    throw error
  }
}

async function open(
  settings: LocalSettings,
  say: Say,
  stopping: AbortSignal,
  closers: Closers,
): Promise<void> {
  const { dataFolder, origin } = settings
  closers.push(lockDataFolder(dataFolder))
  const door = makeFrontDoor(origin)
  const servers = await listen(settings, answerAt(door))
  closers.push(() => stopListening(servers))
  const show = new SiteShow(path.join(dataFolder, 'site'))
  await show.showLast()
  door.site = show.site

  const keyFile = openKeyFile(dataFolder)
  const accounts = accountsOf(demo)
  door.identity = makeIdentityProvider(origin, keyFile, accounts)
  const { telemetry, close } = openTelemetryFile(dataFolder)
  closers.push(close)

  const engines = await openEngineRoom(dataFolder)
  closers.push(engines.stop)
  stopping.throwIfAborted()
  const stores = makeLocalDeps(settings, engines, keyFile, demo.authority)
  const deps = {
    ...stores,
    published: watchPublication(stores.published, () => builder.moved()),
    log: telemetry,
  }
  const builder = new SiteBuilder({
    ...deps,
    show,
    utcOffsetMinutes: localUtcOffsetMinutes,
    origin,
    say,
    build: buildSite,
    atTurn: () => publishSite(deps, demo.authority, deps.clock.now()),
  })
  closers.push(() => builder.stop())
  const poller = await startStreamPoller({
    dynamo: engines.dynamo,
    opinionsTable: localTableNames.opinions,
    deps,
    say,
  })
  closers.push(poller.stop)
  hangApps(door, deps, demo.authority, keyFile.clientSecret)

  await seed(deps, demo, { dynamo: engines.dynamo, withDemo: settings.withDemo, stopping })
  await builder.catchUp()
  stopping.throwIfAborted()
  if (show.site.current === undefined)
    throw new Error('The site could not be built; nobody could read anything.')
  door.ready = true
  say(`Kaimen is open at ${origin}`)
  const tryReceipt = settings.withDemo ? answeredDemoReceipt(deps.keys, demo) : undefined
  say(welcome(origin, accounts, dataFolder, tryReceipt))
}

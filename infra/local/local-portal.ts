import path from 'node:path'
import { noteLetter } from '../../functions/actions/draft/note-letter.ts'
import { publishSite } from '../../functions/actions/bulletin/publish-site.ts'
import { accountsOf, type Account } from './accounts.ts'
import { answeredDemoReceipt } from './answered-demo-receipt.ts'
import { startAnswerSender } from './answer-sender.ts'
import { makeBulletinWorker } from './bulletin-worker.ts'
import { buildSite } from './build-site.ts'
import { lockDataFolder } from './data-folder.ts'
import { startAttachmentEraser } from './attachment-eraser.ts'
import { demo } from './demo/demo.ts'
import { localTableNames, openEngineRoom, type EngineRoom } from './engine-room.ts'
import { answerAt, makeFrontDoor, type FrontDoor } from './front-door.ts'
import { hangApps } from './hang-apps.ts'
import { makeIdentityProvider } from './identity-provider.ts'
import { listen, stopListening } from './listen.ts'
import { localUtcOffsetMinutes, makeLocalDeps } from './local-deps.ts'
import { openOutbox } from './outbox.ts'
import { outboxListener } from './outbox-page.ts'
import { startLogFollower } from './log-follower.ts'
import { openKeyFile, type KeyFile } from './portal-keys.ts'
import { seed } from './seed.ts'
import type { LocalSettings } from './settings.ts'
import { SiteBuilder } from './site-builder.ts'
import { SiteShow } from './site-show.ts'
import { startStreamPoller } from './stream-poller.ts'
import { makeTableBuilder } from './table-builder.ts'
import { openTelemetryFile } from './telemetry-file.ts'
import { watchPublication } from './watch-publication.ts'
import { welcome } from './welcome.ts'

/** What opening needs to know: settings, a voice, whether somebody has asked to stop, and what to close again. */
interface Opening {
  settings: LocalSettings
  say: (sentence: string) => void
  stopping: AbortSignal
  closers: (() => void | Promise<void>)[]
}

/** The door, with what can be answered before any engine runs. */
interface OpenDoor {
  door: FrontDoor
  show: SiteShow
  keyFile: KeyFile
  accounts: Account[]
}

/** Opens the whole portal and says so; returns how to close it, in the opposite order. */
export async function openLocalPortal(
  settings: LocalSettings,
  say: (sentence: string) => void,
  stopping: AbortSignal,
): Promise<() => Promise<void>> {
  const opening: Opening = { settings, say, stopping, closers: [] }
  const close = async () => {
    for (const closer of opening.closers.splice(0).toReversed()) await closer()
  }
  try {
    const opened = await openDoor(opening)
    const engines = await openEngineRoom(settings.dataFolder)
    opening.closers.push(engines.stop)
    stopping.throwIfAborted()
    const keys = await openBehindDoor(opening, opened, engines)
    say(`Kaimen is open at ${settings.origin}`)
    const tryReceipt = settings.withDemo ? answeredDemoReceipt(keys, demo) : undefined
    say(welcome(settings.origin, opened.accounts, settings.dataFolder, tryReceipt))
    return close
  } catch (error) {
    await close()
    throw error
  }
}

/** Takes folder and port, and shows the last built site: readers need nothing else. */
async function openDoor({ settings, closers }: Opening): Promise<OpenDoor> {
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
  return { door, show, keyFile, accounts }
}

/** Log, apps, seed and site on running engines; resolves when everything can be used. */
async function openBehindDoor(
  { settings, say, stopping, closers }: Opening,
  { door, show, keyFile }: OpenDoor,
  engines: EngineRoom,
) {
  const { telemetry, close } = openTelemetryFile(settings.dataFolder)
  closers.push(close)
  const stores = makeLocalDeps(settings, engines, keyFile, demo.authority)
  const published = watchPublication(stores.published, () => builder.moved())
  const now = () => stores.clock.now()
  const outbox = openOutbox(path.join(settings.dataFolder, 'outbox'), now, (key, fate) =>
    noteLetter(stores, key, fate, now()),
  )
  door.outbox = outboxListener(outbox, localUtcOffsetMinutes)
  const deps = { ...stores, published, telemetry, mail: outbox }
  const atTurn = () => publishSite(deps, demo.authority, deps.clock.now())
  const place = { show, utcOffsetMinutes: localUtcOffsetMinutes, origin: settings.origin }
  const builder = new SiteBuilder({ ...deps, ...place, say, build: buildSite, atTurn })
  show.site.coming = () => builder.coming()
  closers.push(() => builder.stop())
  stopping.addEventListener('abort', () => void builder.stop(), { once: true })
  const opinionsTable = localTableNames.opinions
  const poller = await startStreamPoller({ dynamo: engines.dynamo, opinionsTable, deps, say })
  closers.push(poller.stop)
  const exportWorker = makeTableBuilder(deps)
  closers.push(() => exportWorker.stop())
  const answerSender = startAnswerSender({ ...deps, authority: demo.authority })
  closers.push(() => answerSender.stop())
  const bulletinWorker = makeBulletinWorker({ ...deps, answerSender }, demo.authority)
  closers.push(() => bulletinWorker.stop())
  hangApps(
    door,
    { ...deps, exportWorker, bulletinWorker, answerSender },
    demo.authority,
    keyFile.clientSecret,
  )
  await exportWorker.resume()
  await bulletinWorker.resume()

  await seed(deps, demo, { dynamo: engines.dynamo, withDemo: settings.withDemo, stopping })
  const follower = startLogFollower(deps)
  closers.push(follower.stop)
  const eraser = startAttachmentEraser(deps)
  closers.push(eraser.stop)
  await builder.catchUp()
  stopping.throwIfAborted()
  if (show.build === undefined) throw new Error('Without a built site nobody could read anything.')
  door.ready = true
  return deps.keys
}

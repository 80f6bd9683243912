import type { Authority } from '#contract/authority.ts'
import type {
  PublishedBill,
  PublishedBulletins,
  PublishedConsultation,
  PublishedSite,
} from '#contract/published.ts'
import type { Bill, DraftMeta } from '#core/bill.ts'
import type { Consultation } from '#core/consultation.ts'
import { compareDrafts } from '#core/draft/draft-order.ts'
import type { BillId } from '#core/ids.ts'
import { isRefusal } from '#core/portal-error.ts'
import type { Deps } from '#core/ports.ts'
import type { Instant } from '#core/time.ts'
import { bulletinFiles } from './bulletin-files.ts'
import { comparisonFiles } from '../lineage/comparison-files.ts'
import { lineageFiles } from '../lineage/lineage-files.ts'
import { openDataFiles } from './open-data-files.ts'

type SiteDeps = Pick<
  Deps,
  | 'bills'
  | 'drafts'
  | 'lineages'
  | 'causes'
  | 'consultations'
  | 'tasks'
  | 'contactPoints'
  | 'opinionLog'
  | 'bulletins'
  | 'published'
  | 'settings'
>

/** Files by their name in the manifest. */
type SiteFiles = Record<string, unknown>

const attempts = 4

/**
 * Recomputes every file the site is built from and moves the manifest if anything differs. Public are announced and
 * answered consultations and released drafts, nothing else (R10). When a colleague publishes at the same moment it
 * starts again from what stands then, so the newest state of the desk wins.
 */
export async function publishSite(deps: SiteDeps, authority: Authority, now: Instant): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const { files: shown, rev } = await deps.published.manifest()
    const said = await siteFiles(deps, authority)
    const documents = [await allComparisonFiles(deps, shown), await allBulletinFiles(deps, said, shown)]
    const files = inNameOrder(Object.assign(await storeFiles(deps, said), ...documents))
    if (rev > 0 && sameFiles(shown, files)) return
    try {
      await deps.published.point(files, rev, now)
      return
    } catch (error) {
      if (!isRefusal(error, 'changed-meanwhile') || attempt === attempts) throw error
    }
  }
}

async function siteFiles(deps: SiteDeps, authority: Authority): Promise<SiteFiles> {
  const [bills, all, contactPoints] = await Promise.all([
    deps.bills.list(),
    deps.consultations.list(),
    deps.contactPoints.list(),
  ])
  const consultations = all.filter(({ status }) => status === 'announced' || status === 'answered')
  const site: PublishedSite = {
    authority,
    photosKeptDays: deps.settings.attachmentKeptDays,
    contactPoints: contactPoints.map(({ rev: _rev, stations, ...point }) => ({
      ...point,
      stations: stations
        .filter(({ closedOn }) => closedOn === undefined)
        .map(({ name, area }) => ({ name, area })),
    })),
  }
  const parts = await Promise.all([
    ...bills.map((bill) => billFiles(deps, bill, consultations)),
    ...consultations.map((consultation) => consultationFiles(deps, consultation, bills)),
  ])
  return Object.assign({ 'site.json': site }, ...parts) as SiteFiles
}

/** A bill with nothing public yet has no file. */
async function billFiles(deps: SiteDeps, bill: Bill, consultations: Consultation[]): Promise<SiteFiles> {
  const own = consultations.filter(({ billId }) => billId === bill.id)
  const drafts = await releasedDrafts(deps, bill.id)
  if (own.length === 0 && drafts.length === 0) return {}
  const published: PublishedBill = {
    id: bill.id,
    title: bill.title,
    summary: bill.summary,
    drafts: drafts.map(({ id, stage, title, datedOn, articles }) => ({
      id,
      stage,
      title,
      datedOn,
      articles,
    })),
    consultationIds: own.sort((a, b) => (a.opensAt < b.opensAt ? -1 : 1)).map(({ id }) => id),
  }
  const [lineages, ...texts] = await Promise.all([
    lineageFiles(deps, drafts),
    ...drafts.map(async ({ id }) => [`drafts/${id}.json`, await deps.drafts.text(id)] as const),
  ])
  return { [`bills/${bill.id}.json`]: published, ...Object.fromEntries(texts), ...lineages }
}

async function consultationFiles(
  deps: SiteDeps,
  consultation: Consultation,
  bills: Bill[],
): Promise<SiteFiles> {
  const { id } = consultation
  const [{ tallies }, tasks, editions] = await Promise.all([
    deps.opinionLog.head(id),
    deps.tasks.listOf(id),
    consultation.status === 'answered' ? deps.bulletins.listOf(id) : [],
  ])
  const { rev: _rev, ...shown } = consultation
  const published: PublishedConsultation = {
    ...shown,
    billTitle: bills.find((bill) => bill.id === consultation.billId)?.title ?? '',
    tallies,
    contactPointIds: tasks.map(({ contactPointId }) => contactPointId).sort(),
  }
  const bulletins: PublishedBulletins = { editions }
  return {
    [`consultations/${id}.json`]: published,
    ...(editions.length > 0 && { [`bulletins/${id}.json`]: bulletins }),
  }
}

async function storeFiles(deps: SiteDeps, files: SiteFiles): Promise<Record<string, string>> {
  const stored = await Promise.all(
    Object.entries(files).map(async ([name, json]) => [name, await deps.published.append(json)] as const),
  )
  return Object.fromEntries(stored)
}

/** The Word files of every bill with more than one released draft. */
async function allComparisonFiles(
  deps: SiteDeps,
  shown: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const files: Record<string, string> = {}
  for (const { id } of await deps.bills.list()) {
    const drafts = await releasedDrafts(deps, id)
    if (drafts.length > 1) Object.assign(files, await comparisonFiles(deps, drafts, shown))
  }
  return files
}

/** The Word file of every edition among the files that are about to be published, and the newest one's open data. */
async function allBulletinFiles(
  deps: SiteDeps,
  said: SiteFiles,
  shown: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const { authority } = said['site.json'] as PublishedSite
  const { utcOffsetMinutes } = deps.settings
  const files: Record<string, string> = {}
  for (const consultation of await deps.consultations.list()) {
    const bulletins = said[`bulletins/${consultation.id}.json`] as PublishedBulletins | undefined
    if (bulletins === undefined) continue
    const [bill, drafts] = await Promise.all([
      deps.bills.get(consultation.billId),
      deps.drafts.listOf(consultation.billId),
    ])
    const about = { bill, drafts, organ: authority.organ, utcOffsetMinutes }
    Object.assign(files, await bulletinFiles(deps, shown, bulletins.editions, about))
    Object.assign(files, await openDataFiles(deps, shown, bulletins.editions, { bill, authority }))
  }
  return files
}

async function releasedDrafts(deps: SiteDeps, billId: BillId): Promise<DraftMeta[]> {
  const drafts = await deps.drafts.listOf(billId)
  return drafts.filter(({ publishedAt }) => publishedAt !== undefined).sort(compareDrafts)
}

function inNameOrder(files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function sameFiles(a: Record<string, string>, b: Record<string, string>): boolean {
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name])
}

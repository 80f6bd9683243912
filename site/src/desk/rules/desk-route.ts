/** Where a person is at the desk. Kept in the fragment, so that one static page serves every screen and Back works. */
export type DeskRoute =
  | {
      screen:
        | 'home'
        | 'bills'
        | 'members'
        | 'contactPoints'
        | 'audit'
        | 'lookup'
        | 'overview'
        | 'reports'
        | 'stations'
        | 'rollUp'
        | 'devices'
        | 'quarantine'
    }
  | { screen: 'bill' | 'import'; billId: string }
  | { screen: 'prepare'; billId: string; draftId?: string }
  | { screen: 'consultation' | 'publish' | 'slips' | 'bringIn'; consultationId: string }
  | { screen: 'task' | 'paper' | 'transcribe'; consultationId: string }
  /** What one contact point sends up on one consultation. */
  | { screen: 'report'; consultationId: string; contactPointId: string }
  /** Two drafts of a bill, older first. */
  | { screen: 'lineage'; billId: string; from: string; to: string }
  /** Opinions as they are read, and as they are taken away. */
  | { screen: 'opinions' | 'table'; consultationId: string; filter: OpinionFilter }
  | { screen: 'groups'; consultationId: string; filter: GroupFilter }
  | { screen: 'group'; consultationId: string; groupId: string }

/** Which groups of same-kind opinions are listed; without `single` those of two and more. */
export interface GroupFilter {
  article?: string
  undecided?: boolean
  single?: boolean
}

/** What of the opinions is listed; everything empty lists all. The names are the API's (`contract/opinion-filter.ts`). */
export interface OpinionFilter {
  article?: string
  channel?: string
  contactPoint?: string
  category?: string
  area?: string
  changeType?: string
  outcome?: string
  from?: string
  to?: string
  q?: string
  undecided?: boolean
  mine?: boolean
  flagged?: boolean
  /** By the articles of the bill's newest draft, whatever draft people spoke about (R7). */
  newest?: boolean
  /** The opinion to bring into view. */
  opinion?: string
}

const filterWords = [
  'article',
  'channel',
  'contactPoint',
  'category',
  'area',
  'changeType',
  'outcome',
  'from',
  'to',
  'q',
  'opinion',
] as const
const filterFlags = ['undecided', 'mine', 'flagged', 'newest'] as const

const named = {
  overview: 'overview',
  bills: 'bills',
  members: 'members',
  'contact-points': 'contactPoints',
  audit: 'audit',
  reports: 'reports',
  stations: 'stations',
  'roll-up': 'rollUp',
  devices: 'devices',
  quarantine: 'quarantine',
  lookup: 'lookup',
} as const

/** Reads `#/consultations/c-1/opinions?article=art-24`; anything unknown is home. */
export function readRoute(fragment: string): DeskRoute {
  const [path = '', query = ''] = fragment.replace(/^#?\/?/, '').split('?')
  const [head = '', id = '', tail = '', ...rest] = path.split('/').map(decodeURIComponent)
  const asked = new URLSearchParams(query)
  if (head === 'consultations' && id !== '' && tail === 'groups') return groupsRoute(id, rest[0] ?? '', asked)
  if (head === 'bills' && id !== '') return billRoute(id, tail, rest, asked)
  if (head === 'consultations' && id !== '') return consultationRoute(id, tail, asked)
  if (head === 'tasks' && id !== '') return taskRoute(id, tail)
  if (head === 'reports' && id !== '' && tail !== '')
    return { screen: 'report', consultationId: id, contactPointId: tail }
  if (Object.hasOwn(named, head)) return { screen: named[head as keyof typeof named] }
  return { screen: 'home' }
}

function taskRoute(consultationId: string, tail: string): DeskRoute {
  const screen = tail === 'paper' || tail === 'transcribe' ? tail : 'task'
  return { screen, consultationId }
}

function billRoute(billId: string, tail: string, rest: readonly string[], asked: URLSearchParams): DeskRoute {
  if (tail === 'import') return { screen: 'import', billId }
  const [from = '', to = ''] = rest
  if (tail === 'lineage' && from !== '' && to !== '') return { screen: 'lineage', billId, from, to }
  if (tail !== 'prepare') return { screen: 'bill', billId }
  const draftId = asked.get('draft')
  return draftId === null ? { screen: 'prepare', billId } : { screen: 'prepare', billId, draftId }
}

function groupsRoute(consultationId: string, groupId: string, asked: URLSearchParams): DeskRoute {
  if (groupId !== '') return { screen: 'group', consultationId, groupId }
  const article = asked.get('article')
  const filter: GroupFilter = {
    ...(article ? { article } : {}),
    ...(asked.get('undecided') === '1' ? { undecided: true } : {}),
    ...(asked.get('single') === '1' ? { single: true } : {}),
  }
  return { screen: 'groups', consultationId, filter }
}

function consultationRoute(consultationId: string, tail: string, asked: URLSearchParams): DeskRoute {
  if (tail === 'publish' || tail === 'slips') return { screen: tail, consultationId }
  if (tail === 'bring-in') return { screen: 'bringIn', consultationId }
  if (tail !== 'opinions' && tail !== 'table') return { screen: 'consultation', consultationId }
  const filter: OpinionFilter = {}
  for (const key of filterWords) {
    const value = asked.get(key)
    if (value) filter[key] = value
  }
  for (const key of filterFlags) if (asked.get(key) === '1') filter[key] = true
  return { screen: tail, consultationId, filter }
}

/** The fragment of a screen; `readRoute` reads it back. */
export function printRoute(route: DeskRoute): string {
  switch (route.screen) {
    case 'home':
      return '#/'
    case 'contactPoints':
      return '#/contact-points'
    case 'rollUp':
      return '#/roll-up'
    case 'report':
      return `#/reports/${encodeURIComponent(route.consultationId)}/${encodeURIComponent(route.contactPointId)}`
    case 'reports':
    case 'stations':
    case 'devices':
    case 'quarantine':
    case 'bills':
    case 'members':
    case 'audit':
    case 'lookup':
    case 'overview':
      return `#/${route.screen}`
    case 'bill':
      return `#/bills/${encodeURIComponent(route.billId)}`
    case 'import':
      return `#/bills/${encodeURIComponent(route.billId)}/import`
    case 'lineage':
      return `#/bills/${[route.billId, 'lineage', route.from, route.to].map(encodeURIComponent).join('/')}`
    case 'prepare':
      return `#/bills/${encodeURIComponent(route.billId)}/prepare${route.draftId ? `?draft=${encodeURIComponent(route.draftId)}` : ''}`
    case 'task':
      return `#/tasks/${encodeURIComponent(route.consultationId)}`
    case 'paper':
    case 'transcribe':
      return `#/tasks/${encodeURIComponent(route.consultationId)}/${route.screen}`
    case 'consultation':
      return `#/consultations/${encodeURIComponent(route.consultationId)}`
    case 'bringIn':
      return `#/consultations/${encodeURIComponent(route.consultationId)}/bring-in`
    case 'publish':
    case 'slips':
      return `#/consultations/${encodeURIComponent(route.consultationId)}/${route.screen}`
    case 'groups':
      return `#/consultations/${encodeURIComponent(route.consultationId)}/groups${printFilter(route.filter)}`
    case 'group':
      return `#/consultations/${[route.consultationId, 'groups', route.groupId].map(encodeURIComponent).join('/')}`
    case 'opinions':
    case 'table':
      return `#/consultations/${encodeURIComponent(route.consultationId)}/${route.screen}${printFilter(route.filter)}`
  }
}

/** The filter of the table that holds what a list shows: which opinion stands in view is no part of it. */
export function takenFilter({ opinion: _opinion, ...filter }: OpinionFilter): OpinionFilter {
  return filter
}

/** `?article=art-24&undecided=1`, or nothing. */
export function printFilter(filter: OpinionFilter | GroupFilter | Record<string, string>): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(filter))
    if (value) query.set(key, value === true ? '1' : String(value))
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

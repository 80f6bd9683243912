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
        | 'reports'
        | 'stations'
        | 'rollUp'
        | 'devices'
        | 'quarantine'
    }
  | { screen: 'bill' | 'import'; billId: string }
  | { screen: 'prepare'; billId: string; draftId?: string }
  | { screen: 'consultation' | 'table' | 'publish' | 'slips'; consultationId: string }
  | { screen: 'task' | 'paper' | 'transcribe'; consultationId: string }
  /** What one contact point sends up on one consultation. */
  | { screen: 'report'; consultationId: string; contactPointId: string }
  /** Two drafts of a bill, older first. */
  | { screen: 'lineage'; billId: string; from: string; to: string }
  | { screen: 'opinions'; consultationId: string; filter: OpinionFilter }

/** What of the opinions is listed; everything empty lists all. */
export interface OpinionFilter {
  article?: string
  channel?: string
  contactPoint?: string
  undecided?: boolean
  /** By the articles of the bill's newest draft, whatever draft people spoke about (R7). */
  newest?: boolean
  /** The opinion to bring into view. */
  opinion?: string
}

const named = {
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

function consultationRoute(consultationId: string, tail: string, asked: URLSearchParams): DeskRoute {
  if (tail === 'table' || tail === 'publish' || tail === 'slips') return { screen: tail, consultationId }
  if (tail !== 'opinions') return { screen: 'consultation', consultationId }
  const filter: OpinionFilter = {}
  for (const key of ['article', 'channel', 'contactPoint', 'opinion'] as const) {
    const value = asked.get(key)
    if (value) filter[key] = value
  }
  if (asked.get('undecided') === '1') filter.undecided = true
  if (asked.get('newest') === '1') filter.newest = true
  return { screen: 'opinions', consultationId, filter }
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
    case 'table':
    case 'publish':
    case 'slips':
      return `#/consultations/${encodeURIComponent(route.consultationId)}/${route.screen}`
    case 'opinions':
      return `#/consultations/${encodeURIComponent(route.consultationId)}/opinions${printFilter(route.filter)}`
  }
}

/** `?article=art-24&undecided=1`, or nothing. */
export function printFilter(filter: OpinionFilter): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(filter))
    if (value) query.set(key, value === true ? '1' : String(value))
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

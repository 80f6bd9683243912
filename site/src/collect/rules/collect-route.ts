import { taskAddress } from '../../paper/task-address.ts'
import type { Delivery } from '../engine/collector.ts'

export type RecordState = Delivery['state']
export const recordStates = ['writing', 'queued', 'delivered', 'setAside'] as const satisfies RecordState[]

/** Where a person is in the app; kept in the fragment, so that one cached page serves every screen and Back works. */
export type CollectRoute =
  | { screen: 'home' | 'device' }
  | { screen: 'task' | 'newSession'; consultationId: string }
  /** A printed form's QR: which bill, against which draft, of which contact point. */
  | { screen: 'form'; billId: string; draftId?: string; pointId?: string }
  | { screen: 'draft'; consultationId: string; at?: string }
  | { screen: 'session' | 'editSession'; consultationId: string; sessionId: string }
  | { screen: 'opinion'; opinionId: string; justWritten?: boolean }
  | { screen: 'records'; state: RecordState; consultationId?: string }

/** Reads `#/tasks/c-1/sessions/…`; anything unknown is home. A receipt code never stands here, only an opinion's id. */
export function readRoute(fragment: string): CollectRoute {
  const [path = '', query = ''] = fragment.replace(/^#?\/?/, '').split('?')
  const parts = path.split('/').map(decodeURIComponent)
  const asked = new URLSearchParams(query)
  const [head = '', id = '', tail = '', sessionId = '', last = ''] = parts
  if (head === 'device') return { screen: 'device' }
  if (head === 'records') return recordsRoute(id, asked)
  if (head === 'opinions' && id !== '')
    return { screen: 'opinion', opinionId: id, ...(asked.has('written') && { justWritten: true }) }
  if (head === 'bills' && id !== '') return formRoute(id, asked)
  if (head !== 'tasks' || id === '') return { screen: 'home' }
  if (tail === 'draft') {
    const at = asked.get('at')
    return { screen: 'draft', consultationId: id, ...(at !== null && { at }) }
  }
  if (tail !== 'sessions') return { screen: 'task', consultationId: id }
  if (sessionId === 'new') return { screen: 'newSession', consultationId: id }
  if (sessionId === '') return { screen: 'task', consultationId: id }
  return { screen: last === 'edit' ? 'editSession' : 'session', consultationId: id, sessionId }
}

function formRoute(billId: string, asked: URLSearchParams): CollectRoute {
  const [draftId, pointId] = [asked.get('draft'), asked.get('point')]
  return {
    screen: 'form',
    billId,
    ...(draftId !== null && { draftId }),
    ...(pointId !== null && { pointId }),
  }
}

function recordsRoute(state: string, asked: URLSearchParams): CollectRoute {
  const consultationId = asked.get('task')
  return {
    screen: 'records',
    state: recordStates.find((known) => known === state) ?? 'queued',
    ...(consultationId !== null && { consultationId }),
  }
}

/** The fragment of a screen; `readRoute` reads it back. */
export function printRoute(route: CollectRoute): string {
  const path = (...parts: string[]) => `#/${parts.map(encodeURIComponent).join('/')}`
  switch (route.screen) {
    case 'home':
      return '#/'
    case 'device':
      return '#/device'
    case 'task':
      return path('tasks', route.consultationId)
    case 'form':
      return taskAddress(route.billId, formQuery(route)).replace(/^[^#]*/, '')
    case 'newSession':
      return path('tasks', route.consultationId, 'sessions', 'new')
    case 'draft':
      return (
        path('tasks', route.consultationId, 'draft') + (route.at ? `?at=${encodeURIComponent(route.at)}` : '')
      )
    case 'session':
      return path('tasks', route.consultationId, 'sessions', route.sessionId)
    case 'editSession':
      return path('tasks', route.consultationId, 'sessions', route.sessionId, 'edit')
    case 'opinion':
      return path('opinions', route.opinionId) + (route.justWritten ? '?written' : '')
    case 'records':
      return (
        path('records', route.state) +
        (route.consultationId ? `?task=${encodeURIComponent(route.consultationId)}` : '')
      )
  }
}

function formQuery({ draftId, pointId }: { draftId?: string; pointId?: string }): URLSearchParams {
  return new URLSearchParams({ ...(draftId && { draft: draftId }), ...(pointId && { point: pointId }) })
}

import type { CollectRoute } from '../rules/collect-route.ts'
import { DeviceScreen } from './device.tsx'
import { DraftScreen } from './draft.tsx'
import { FormTask } from './form-task.tsx'
import { Home } from './home.tsx'
import { OpinionScreen } from './opinion.tsx'
import { Records } from './records.tsx'
import { EditSession, NewSession } from './session-form.tsx'
import { SessionScreen } from './session.tsx'
import { TaskScreen } from './task.tsx'

export function CurrentScreen({ route }: { route: CollectRoute }) {
  switch (route.screen) {
    case 'home':
      return <Home />
    case 'device':
      return <DeviceScreen />
    case 'task':
      return <TaskScreen key={route.consultationId} consultationId={route.consultationId} />
    case 'form':
      return <FormTask key={route.billId} {...route} />
    case 'draft':
      return <DraftScreen key={route.consultationId} consultationId={route.consultationId} at={route.at} />
    case 'newSession':
      return <NewSession key={route.consultationId} consultationId={route.consultationId} />
    case 'editSession':
      return <EditSession key={route.sessionId} {...route} />
    case 'session':
      return <SessionScreen key={route.sessionId} {...route} />
    case 'opinion':
      return (
        <OpinionScreen
          key={route.opinionId}
          opinionId={route.opinionId}
          justWritten={route.justWritten ?? false}
        />
      )
    case 'records':
      return <Records state={route.state} consultationId={route.consultationId} />
  }
}

import { Construct } from 'constructs'
import type { KaimenFunction } from './kaimen-function.ts'
import { LongWorker, type LongWorkerProps } from './long-worker.ts'

/** What of the desk a publication reads. */
const readDesk = [
  'bill',
  'draft',
  'lineage#*',
  'cause#*',
  'consultation',
  'contact-point',
  'task',
  'member',
  'decision#*',
  'decision-change#*',
  'group#*',
  'group-move#*',
  'bulletin#*',
  'bulletin-draft',
  'published',
  'log#*',
]

/** What it decides: how far it is, the edition, the drafts it releases, the answer, and the site's pointer. */
const writtenDesk = [
  'bulletin-job#*',
  'bulletin#*',
  'draft',
  'consultation',
  'published',
  'audit',
  'facts#*',
  'standing#*',
]

/** What is worked out from the log on the way, and can be worked out again. */
const derived = ['facts', 'standing'] as const

/** Previews and publishes bulletins too long for one request. */
export class BulletinPublisher extends Construct {
  readonly functionName: string
  readonly publisher: LongWorker

  constructor(scope: Construct, id: string, { data, settings, alarms }: LongWorkerProps) {
    super(scope, id)
    this.publisher = new LongWorker(this, 'Publisher', {
      entry: 'publish-bulletin',
      errorImpact:
        '有一份大的采纳情况通报没有发布出来，或者没有预览出来。已经发布的和意见都不受影响，页面会写明失败，可以在那里重新发布。',
      settings,
      alarms,
    })
    const { role, lambda } = this.publisher
    // A bulletin is published only when everything acknowledged before is in the log.
    data.opinions.grantFind(role)
    data.opinions.grantReadThrough(role)
    data.desk.grantReadPartitions(role, readDesk)
    data.desk.grantDecide(role, writtenDesk)
    data.objects.grantRead(role, [
      'drafts',
      'lineages',
      'log',
      'text',
      'stage',
      'group',
      ...derived,
      'bulletins',
      'published',
    ])
    data.objects.grantWrite(role, ['bulletins', 'published', ...derived])
    data.objects.grantRemove(role, derived)
    data.keys.grantRead(role)
    this.functionName = lambda.functionName
  }

  /** Call it, without waiting for it. */
  grantStart(caller: KaimenFunction): void {
    this.publisher.grantStart(caller)
  }
}

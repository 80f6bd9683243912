import { Construct } from 'constructs'
import type { KaimenFunction } from './kaimen-function.ts'
import { LongWorker, type LongWorkerProps } from './long-worker.ts'

/** What of the desk a table shows, and what tells where the log is. */
const shownDesk = [
  'bill',
  'draft',
  'lineage#*',
  'consultation',
  'contact-point',
  'decision#*',
  'assignment#*',
  'group#*',
  'group-move#*',
  'bulletin#*',
  'log#*',
]

/** Writes tables too long to wait for. */
export class TableBuilder extends Construct {
  readonly functionName: string
  readonly #builder: LongWorker

  constructor(scope: Construct, id: string, { data, settings, alarms }: LongWorkerProps) {
    super(scope, id)
    this.#builder = new LongWorker(this, 'Builder', {
      entry: 'build-table',
      errorImpact:
        '有一份大的意见汇总表没有生成出来。意见和处理结果都不受影响，页面会写明失败，可以在那里重新生成。',
      settings,
      alarms,
    })
    const { role, lambda } = this.#builder
    data.desk.grantReadPartitions(role, shownDesk)
    data.desk.grantDecide(role, ['export#*'])
    data.objects.grantRead(role, [
      'drafts',
      'lineages',
      'log',
      'text',
      'stage',
      'bulletins',
      'group',
      'exports',
    ])
    data.objects.grantWrite(role, ['exports'])
    data.keys.grantRead(role)
    this.functionName = lambda.functionName
  }

  /** Call it, without waiting for it. */
  grantStart(caller: KaimenFunction): void {
    this.#builder.grantStart(caller)
  }
}

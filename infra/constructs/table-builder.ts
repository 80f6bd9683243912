import { Duration, Size } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import type { DataStack } from '../stacks/data-stack.ts'
import { KaimenFunction, type KaimenFunctionProps } from './kaimen-function.ts'
import { streamingNodeFlags } from './streaming-node-flags.ts'

/** What the builder works on, and whom its alarm wakes. */
export interface TableBuilderProps {
  data: DataStack
  settings: KaimenFunctionProps['settings']
  alarms: ITopic
}

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

/**
 * Writes tables too long to wait for. The desk calls it without waiting; it says how far it is in its job's own item.
 * A quarter of an hour is Lambda's end; a million rows take some minutes. Texts wait in `/tmp` while they are sorted,
 * decisions in memory.
 */
export class TableBuilder extends Construct {
  readonly functionName: string
  readonly #builder: KaimenFunction

  constructor(scope: Construct, id: string, { data, settings, alarms }: TableBuilderProps) {
    super(scope, id)
    this.#builder = new KaimenFunction(this, 'Builder', {
      entry: 'build-table',
      errorImpact:
        '有一份大的意见汇总表没有生成出来。意见和处理结果都不受影响，页面会写明失败，可以在那里重新生成。',
      settings,
      timeout: Duration.minutes(15),
      memoryMb: 2048,
      temporaryStorage: Size.gibibytes(6),
      nodeFlags: streamingNodeFlags,
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
    lambda.configureAsyncInvoke({ retryAttempts: 2, maxEventAge: Duration.hours(1) })
    this.functionName = lambda.functionName
  }

  /** Call it, without waiting for it. */
  grantStart({ role }: KaimenFunction): void {
    role.addToPolicy(
      new PolicyStatement({
        actions: ['lambda:InvokeFunction'],
        resources: [this.#builder.lambda.functionArn],
      }),
    )
  }
}

import { Duration, Size } from 'aws-cdk-lib'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'
import type { DataStack } from '../stacks/data-stack.ts'
import { KaimenFunction, type KaimenFunctionProps } from './kaimen-function.ts'
import { streamingNodeFlags } from './streaming-node-flags.ts'

/** What a long worker works on, and whom its alarm wakes. */
export interface LongWorkerProps {
  data: DataStack
  settings: KaimenFunctionProps['settings']
  alarms: ITopic
}

/**
 * A function the desk calls without waiting for work too long for a request; it says how far it is in its job's own item.
 * A quarter of an hour is Lambda's end; a million rows take some minutes. Texts wait in `/tmp` while they are sorted,
 * decisions in memory.
 */
export class LongWorker extends KaimenFunction {
  constructor(
    scope: Construct,
    id: string,
    props: Pick<KaimenFunctionProps, 'entry' | 'errorImpact' | 'settings' | 'alarms'>,
  ) {
    super(scope, id, {
      ...props,
      timeout: Duration.minutes(15),
      memoryMb: 2048,
      temporaryStorage: Size.gibibytes(6),
      nodeFlags: streamingNodeFlags,
    })
    this.lambda.configureAsyncInvoke({ retryAttempts: 2, maxEventAge: Duration.hours(1) })
  }
}

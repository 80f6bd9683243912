import { Duration } from 'aws-cdk-lib'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import type { DataStack } from '../stacks/data-stack.ts'
import { KaimenFunction, type KaimenFunctionProps } from './kaimen-function.ts'
import { streamingNodeFlags } from './streaming-node-flags.ts'

/** What the follower works on, and whom its alarm wakes. */
export interface LogFollowerProps {
  data: DataStack
  settings: KaimenFunctionProps['settings']
  alarms: ITopic
}

/** What tells which logs there are and how far they go, and the draft that is asked about. */
const readDesk = ['consultation', 'draft', 'log#*', 'group-move#*', 'group-answer#*']

/**
 * Gathers facts and proposes groups while opinions arrive, every two minutes and as long as there is something to do, one
 * at a time. The desk would do the same when somebody looks; after a flash crowd they would wait for it. A million opinions
 * grouped take 350 MB and half a minute of CPU; the bundles they are read from, the rest.
 */
export class LogFollower extends Construct {
  constructor(scope: Construct, id: string, { data, settings, alarms }: LogFollowerProps) {
    super(scope, id)
    const follower = new KaimenFunction(this, 'Follower', {
      entry: 'keep-up',
      errorImpact:
        '同类意见和统计此刻没有跟上新来的意见。意见一条不少，打开工作台时会补上，只是要多等一会儿。',
      settings,
      timeout: Duration.minutes(15),
      memoryMb: 1024,
      nodeFlags: streamingNodeFlags,
      reservedConcurrency: 1,
      alarms,
    })
    const { role } = follower
    data.desk.grantReadPartitions(role, readDesk)
    data.desk.grantDecide(role, ['facts#*', 'group#*'])
    data.objects.grantRead(role, ['drafts', 'log', 'text', 'stage', 'facts', 'group'])
    data.objects.grantWrite(role, ['facts', 'group'])
    data.objects.grantRemove(role, ['facts', 'group'])
    data.keys.grantRead(role)
    new Rule(this, 'Often', {
      schedule: Schedule.rate(Duration.minutes(2)),
      targets: [new LambdaFunction(follower.lambda, { retryAttempts: 0 })],
    })
  }
}

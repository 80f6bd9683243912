import { Duration } from 'aws-cdk-lib'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import type { DataStack } from '../stacks/data-stack.ts'
import { KaimenFunction, type KaimenFunctionProps } from './kaimen-function.ts'

/** What the eraser works on, and whom its alarm wakes. */
export interface AttachmentEraserProps {
  data: DataStack
  settings: KaimenFunctionProps['settings']
  alarms: ITopic
}

/** What tells whose time is over: which consultations are answered, and which sessions name which photos. */
const readDesk = ['consultation', 'contact-point', 'collecting-session#*']

/**
 * Deletes photos of sign-in sheets once a day, some time after people have had their answer. It can see and delete them
 * and nothing else; what it deletes is gone for good a week later, when the bucket lets go of earlier versions.
 */
export class AttachmentEraser extends Construct {
  constructor(scope: Construct, id: string, { data, settings, alarms }: AttachmentEraserProps) {
    super(scope, id)
    const eraser = new KaimenFunction(this, 'Eraser', {
      entry: 'erase-attachments',
      errorImpact:
        '到期的签到表照片今天没有删掉，它们仍只有本联系点和立法工作人员能看。明天会自动再试，连续几天就要有人处理。',
      settings,
      timeout: Duration.minutes(10),
      alarms,
    })
    data.desk.grantReadPartitions(eraser.role, readDesk)
    data.desk.grantDecide(eraser.role, ['attachment#*', 'attachment-piece#*', 'audit'])
    data.objects.grantRemove(eraser.role, ['attachments'])
    data.keys.grantRead(eraser.role)
    new Rule(this, 'Nightly', {
      schedule: Schedule.rate(Duration.days(1)),
      targets: [new LambdaFunction(eraser.lambda, { retryAttempts: 2 })],
    })
  }
}

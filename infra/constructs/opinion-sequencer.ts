import { Duration } from 'aws-cdk-lib'
import { ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { Validations } from 'aws-cdk-lib'
import { Construct } from 'constructs'
import type { DataStack } from '../stacks/data-stack.ts'
import { KaimenFunction, type KaimenFunctionProps } from './kaimen-function.ts'

/** What the sequencer works on, and whom its alarms wake. */
export interface OpinionSequencerProps {
  data: DataStack
  settings: KaimenFunctionProps['settings']
  alarms: ITopic
}

/**
 * Inbox → log. One at a time (two at once would lose nothing, only work twice), new opinions only, in the stream's
 * order. A record that keeps failing is cut out of its batch, told to the dead-letter queue and raises an alarm; the
 * opinion itself stays in the inbox.
 */
export class OpinionSequencer extends Construct {
  constructor(scope: Construct, id: string, { data, settings, alarms }: OpinionSequencerProps) {
    super(scope, id)
    const sequencer = new KaimenFunction(this, 'Sequencer', {
      entry: 'sequencer',
      errorImpact:
        '新收到的意见暂时没有进入公开日志：回执仍然有效，但居民查不到“已入账”，工作台上看不到新意见。',
      settings,
      timeout: Duration.seconds(60),
      reservedConcurrency: 1,
      alarms,
    })
    data.desk.grantDecide(sequencer.role, ['log#*'])
    data.objects.grantRead(sequencer.role, ['log', 'text', 'receipts', 'stage'])
    data.objects.grantWrite(sequencer.role, ['log', 'text', 'receipts', 'stage'])
    data.objects.grantRemove(sequencer.role, ['log', 'text', 'receipts', 'stage'])
    data.keys.grantRead(sequencer.role)
    this.#grantFollow(sequencer, data)
    const unread = this.#deadLetters(sequencer, alarms)
    sequencer.lambda.addEventSource(
      new DynamoEventSource(data.opinions.table, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 1000,
        maxBatchingWindow: Duration.seconds(2),
        filters: [FilterCriteria.filter({ eventName: FilterRule.isEqual('INSERT') })],
        bisectBatchOnError: true,
        reportBatchItemFailures: true,
        retryAttempts: 100,
        onFailure: new SqsDlq(unread),
      }),
    )
  }

  #grantFollow({ role }: KaimenFunction, data: DataStack): void {
    role.addToPolicy(
      new PolicyStatement({
        actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
        resources: [data.opinions.table.tableStreamArn ?? ''],
      }),
    )
    role.addToPolicy(new PolicyStatement({ actions: ['dynamodb:ListStreams'], resources: ['*'] }))
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'dynamodb:ListStreams knows no resource; it names streams and shows no record.',
    })
  }

  #deadLetters({ role }: KaimenFunction, alarms: ITopic): Queue {
    const queue = new Queue(this, 'DeadLetters', { enforceSSL: true, retentionPeriod: Duration.days(14) })
    queue.grantSendMessages(role)
    Validations.of(queue).acknowledge({ id: 'AwsSolutions-SQS3', reason: 'It is the dead-letter queue.' })
    const alarm = queue
      .metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1) })
      .createAlarm(this, 'LeftBehind', {
        alarmDescription:
          '有意见多次尝试后仍未进入公开日志。意见本身在收件库中没有丢失，但要有人处理后才会出现在汇总里。',
        threshold: 1,
        evaluationPeriods: 1,
        comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      })
    alarm.addAlarmAction(new SnsAction(alarms))
    return queue
  }
}

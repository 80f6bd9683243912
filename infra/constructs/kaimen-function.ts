import { Duration, RemovalPolicy, type Size } from 'aws-cdk-lib'
import { ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda'
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import { fileURLToPath } from 'node:url'
import { environmentNames, type EnvironmentKey } from '#contract/environment.ts'
import { bundling } from './bundling.ts'

/** What one Lambda is; everything else is the same for all. */
export interface KaimenFunctionProps {
  /** File in `functions/entry/`, without `.ts`. */
  entry: string
  /** What a person notices when it fails, one sentence: the text of its alarm. There is no function without one. */
  errorImpact: string
  settings: Partial<Record<EnvironmentKey, string>>
  timeout: Duration
  /** Whom its alarm wakes. */
  alarms: ITopic
  memoryMb?: number
  /** Of `/tmp`; 512 MB unless said otherwise. */
  temporaryStorage?: Size
  /** Flags of the Node process itself. */
  nodeFlags?: readonly string[]
  reservedConcurrency?: number
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** One Lambda: Node 24 on arm64, a role that starts with nothing but its own log, and an alarm in plain words. */
export class KaimenFunction extends Construct {
  readonly lambda: NodejsFunction
  readonly role: Role

  constructor(scope: Construct, id: string, props: KaimenFunctionProps) {
    super(scope, id)
    const logGroup = new LogGroup(this, 'Log', {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    this.role.addToPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    )
    this.lambda = new NodejsFunction(this, 'Function', {
      entry: `${root}functions/entry/${props.entry}.ts`,
      projectRoot: root,
      depsLockFilePath: `${root}package-lock.json`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memoryMb ?? 512,
      timeout: props.timeout,
      role: this.role.withoutPolicyUpdates(),
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      environment: {
        ...environmentOf(props.settings),
        ...(props.nodeFlags && { NODE_OPTIONS: props.nodeFlags.join(' ') }),
      },
      bundling,
      ...(props.temporaryStorage && { ephemeralStorageSize: props.temporaryStorage }),
      ...(props.reservedConcurrency !== undefined && {
        reservedConcurrentExecutions: props.reservedConcurrency,
      }),
    })
    this.#alarm(props)
  }

  /** Lets another function call it, without waiting for it. */
  grantStart({ role }: KaimenFunction): void {
    role.addToPolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [this.lambda.functionArn] }),
    )
  }

  #alarm({ errorImpact, alarms }: KaimenFunctionProps): void {
    const alarm = this.lambda.metricErrors({ period: Duration.minutes(1) }).createAlarm(this, 'Failing', {
      alarmDescription: errorImpact,
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    })
    alarm.addAlarmAction(new SnsAction(alarms))
  }
}

function environmentOf(settings: KaimenFunctionProps['settings']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(settings).map(([key, value]) => [environmentNames[key as EnvironmentKey], value]),
  )
}

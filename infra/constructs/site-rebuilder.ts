import { Duration, IgnoreMode, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib'
import { ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { BuildSpec, LinuxBuildImage, Project, Source } from 'aws-cdk-lib/aws-codebuild'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { CodeBuildProject } from 'aws-cdk-lib/aws-events-targets'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { CfnBucket, IBucket } from 'aws-cdk-lib/aws-s3'
import { Asset } from 'aws-cdk-lib/aws-s3-assets'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import { fileURLToPath } from 'node:url'
import type { Authority } from '#contract/authority.ts'
import { environmentNames } from '#contract/environment.ts'
import { objectKeys } from '#contract/objects.ts'
import type { DataStack } from '../stacks/data-stack.ts'

/** From what pages are made, where they go, and whom a failing build wakes. */
export interface SiteRebuilderProps {
  data: DataStack
  /** The bucket CloudFront reads. */
  files: IBucket
  origin: string
  authority: Authority
  alarms: ITopic
}

/** What a build is made of; everything else of the project stays at home. */
const sources = ['functions', 'infra', 'site', 'package.json', 'package-lock.json', 'tsconfig.json']

/** The exact Node of the project comes with its dependencies; the image only has to have any. */
const buildSpec = {
  version: '0.2',
  phases: {
    install: { commands: ['npm ci --no-audit --no-fund'] },
    build: { commands: ['node_modules/.bin/node infra/cloud/rebuild-site.ts'] },
  },
}

const errorImpact =
  '网页没有跟上最新的公布：居民看到的还是上一次的内容。提意见、查回执不受影响；原因在构建日志里，每小时会自动再试一次。'

/**
 * Builds the site with the code that was deployed and brings it into the files' bucket: after every publication, and at every
 * full hour, because pages turn at midnight and when a window opens or closes. One build at a time; it looks again at its
 * end, so what is published meanwhile is not missed.
 */
export class SiteRebuilder extends Construct {
  /** To build by hand, as after the first deployment. */
  readonly projectName: string

  constructor(scope: Construct, id: string, { data, files, origin, authority, alarms }: SiteRebuilderProps) {
    super(scope, id)
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('codebuild.amazonaws.com') })
    const project = this.#project(role, {
      [environmentNames.objectsBucket]: data.objects.bucket.bucketName,
      [environmentNames.siteBucket]: files.bucketName,
      [environmentNames.origin]: origin,
      [environmentNames.authority]: JSON.stringify(authority),
    })
    this.projectName = project.projectName
    data.objects.grantRead(role, ['published'])
    this.#grantFiles(role, files)
    new Rule(this, 'Published', {
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: {
          bucket: { name: [data.objects.bucket.bucketName] },
          object: { key: [objectKeys.publishedManifest()] },
        },
      },
      targets: [new CodeBuildProject(project)],
    })
    new Rule(this, 'Hourly', {
      schedule: Schedule.cron({ minute: '0' }),
      targets: [new CodeBuildProject(project)],
    })
    project
      .metricFailedBuilds({ period: Duration.minutes(5) })
      .createAlarm(this, 'Failing', {
        alarmDescription: errorImpact,
        threshold: 1,
        evaluationPeriods: 1,
        comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      })
      .addAlarmAction(new SnsAction(alarms))
  }

  #project(role: Role, variables: Record<string, string>): Project {
    const source = new Asset(this, 'Source', {
      path: fileURLToPath(new URL('../..', import.meta.url)),
      ignoreMode: IgnoreMode.GIT,
      exclude: ['/*', ...sources.map((name) => `!/${name}`), 'node_modules', 'dist', '.astro'],
    })
    const logGroup = new LogGroup(this, 'Log', {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    this.#grantBuilding(role, source, logGroup)
    const project = new Project(this, 'Project', {
      description: 'Builds the public pages from what is published',
      source: Source.s3({ bucket: source.bucket, path: source.s3ObjectKey }),
      role: role.withoutPolicyUpdates(),
      environment: { buildImage: LinuxBuildImage.STANDARD_7_0 },
      environmentVariables: Object.fromEntries(
        Object.entries(variables).map(([name, value]) => [name, { value }]),
      ),
      buildSpec: BuildSpec.fromObject(buildSpec),
      concurrentBuildLimit: 1,
      timeout: Duration.minutes(30),
      grantReportGroupPermissions: false,
      logging: { cloudWatch: { logGroup } },
    })
    Validations.of(project).acknowledge({
      id: 'AwsSolutions-CB4',
      reason: 'It makes nothing but public pages; there is no artifact to encrypt under a key of its own.',
    })
    return project
  }

  /** Its own log, and the code it builds with. */
  #grantBuilding(role: Role, { bucket, s3ObjectKey }: Asset, logGroup: LogGroup): void {
    const may = (actions: string[], resource: string) =>
      role.addToPolicy(new PolicyStatement({ actions, resources: [resource] }))
    may(['logs:CreateLogStream', 'logs:PutLogEvents'], logGroup.logGroupArn)
    may(['s3:GetObject', 's3:GetObjectVersion'], bucket.arnForObjects(s3ObjectKey))
    may(['s3:GetBucketAcl', 's3:GetBucketLocation', 's3:ListBucket'], bucket.bucketArn)
  }

  /** Pages are put, compared by listing, and removed when no build has them any more; it cannot read one. */
  #grantFiles(role: Role, files: IBucket): void {
    role.addToPolicy(
      new PolicyStatement({
        actions: ['s3:PutObject', 's3:DeleteObject'],
        resources: [files.arnForObjects('*')],
      }),
    )
    role.addToPolicy(new PolicyStatement({ actions: ['s3:ListBucket'], resources: [files.bucketArn] }))
    const { logicalId } = files.node.defaultChild as CfnBucket
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${Stack.of(this).resolve(logicalId)}.Arn>/*]`,
      reason: 'The whole bucket is the site: every key in it is a page or a file of one.',
    })
  }
}

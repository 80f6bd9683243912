import { CfnOutput, Fn, RemovalPolicy, Stack, Validations, type StackProps } from 'aws-cdk-lib'
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { ChinaSiteFront } from '../constructs/china-site-front.ts'
import { SiteFront } from '../constructs/site-front.ts'
import { SiteRebuilder } from '../constructs/site-rebuilder.ts'
import { hostOf, isInChina, type StageSettings } from '../stages.ts'
import type { ApiStack } from './api-stack.ts'
import type { DataStack } from './data-stack.ts'

export interface SiteStackProps extends StackProps {
  stage: StageSettings
  data: DataStack
  api: ApiStack
}

/** The one origin: static files, built anew at every publication, and four paths to the API. Reading goes on when the API does not (R19). */
export class SiteStack extends Stack {
  constructor(scope: Construct, id: string, { stage, data, api, ...props }: SiteStackProps) {
    super(scope, id, props)
    const bucket = new Bucket(this, 'Files', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    Validations.of(bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'Everything in it is public; a log would keep which address read which article.',
    })
    const front = {
      host: hostOf(stage),
      certificate: stage.certificate,
      bucket,
      apiHost: Fn.select(2, Fn.split('/', api.portalApi.api.apiEndpoint)),
    }
    const { distribution } = isInChina(stage)
      ? new ChinaSiteFront(this, 'Front', front)
      : new SiteFront(this, 'Front', front)
    const rebuilder = new SiteRebuilder(this, 'Rebuild', {
      data,
      files: bucket,
      origin: stage.origin,
      authority: stage.authority,
      alarms: api.alarms,
    })
    new CfnOutput(this, 'RebuildProject', { value: rebuilder.projectName })
    new CfnOutput(this, 'FilesBucket', { value: bucket.bucketName })
    new CfnOutput(this, 'PointDomainTo', { value: distribution.distributionDomainName })
  }
}

import { CfnOutput, Fn, RemovalPolicy, Stack, Validations, type StackProps } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { ChinaSiteFront } from '../constructs/china-site-front.ts'
import { SiteFront } from '../constructs/site-front.ts'
import { hostOf, isInChina, type StageSettings } from '../stages.ts'

export interface SiteStackProps extends StackProps {
  stage: StageSettings
  api: HttpApi
}

/** The one origin: static files, and four paths to the API. Reading goes on when the API does not (R19). */
export class SiteStack extends Stack {
  constructor(scope: Construct, id: string, { stage, api, ...props }: SiteStackProps) {
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
      apiHost: Fn.select(2, Fn.split('/', api.apiEndpoint)),
    }
    const { distribution } = isInChina(stage)
      ? new ChinaSiteFront(this, 'Front', front)
      : new SiteFront(this, 'Front', front)
    new CfnOutput(this, 'FilesBucket', { value: bucket.bucketName })
    new CfnOutput(this, 'PointDomainTo', { value: distribution.distributionDomainName })
  }
}

import { Duration, Validations } from 'aws-cdk-lib'
import {
  CloudFrontAllowedMethods,
  CloudFrontWebDistribution,
  HttpVersion,
  OriginAccessIdentity,
  OriginProtocolPolicy,
  SecurityPolicyProtocol,
  ViewerCertificate,
  ViewerProtocolPolicy,
  type Behavior,
} from 'aws-cdk-lib/aws-cloudfront'
import { Construct } from 'constructs'
import { dynamicPaths } from './dynamic-paths.ts'
import type { SiteFrontProps } from './site-front.ts'

/**
 * CloudFront in aws-cn, made of the parts it has there: origin access identity instead of control (its
 * CloudFormation did not know the newer type), forwarded values instead of policies, a certificate from IAM.
 */
export class ChinaSiteFront extends Construct {
  readonly distribution: CloudFrontWebDistribution

  constructor(scope: Construct, id: string, { host, certificate, bucket, apiHost }: SiteFrontProps) {
    super(scope, id)
    const originAccessIdentity = new OriginAccessIdentity(this, 'Reader', { comment: host })
    bucket.grantRead(originAccessIdentity)
    this.distribution = new CloudFrontWebDistribution(this, 'Distribution', {
      comment: host,
      viewerCertificate: ViewerCertificate.fromIamCertificate(certificate, {
        aliases: [host],
        securityPolicy: SecurityPolicyProtocol.TLS_V1_2_2018,
      }),
      httpVersion: HttpVersion.HTTP2,
      enableIpV6: false,
      defaultRootObject: 'index.html',
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      originConfigs: [
        {
          s3OriginSource: { s3BucketSource: bucket, originAccessIdentity },
          behaviors: [{ isDefaultBehavior: true, allowedMethods: CloudFrontAllowedMethods.GET_HEAD }],
        },
        {
          customOriginSource: { domainName: apiHost, originProtocolPolicy: OriginProtocolPolicy.HTTPS_ONLY },
          behaviors: Object.values(dynamicPaths).flat().map(dynamicBehavior),
        },
      ],
    })
    Validations.of(this.distribution).acknowledge(
      { id: 'AwsSolutions-CFR1', reason: 'Residents abroad may speak too: no country is shut out.' },
      {
        id: 'AwsSolutions-CFR2',
        reason: 'In aws-cn the firewall is regional only and cannot stand before CloudFront.',
      },
      { id: 'AwsSolutions-CFR3', reason: 'An access log would keep which address read which article.' },
      { id: 'AwsSolutions-CFR7', reason: 'Origin access control is unknown to CloudFormation in aws-cn.' },
    )
  }
}

function dynamicBehavior(pathPattern: string): Behavior {
  return {
    pathPattern,
    allowedMethods: CloudFrontAllowedMethods.ALL,
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.seconds(0),
    maxTtl: Duration.seconds(0),
    forwardedValues: {
      queryString: true,
      cookies: { forward: 'all' },
      headers: ['Accept', 'Accept-Language', 'If-Match', 'If-None-Match', 'Origin', 'Sec-Fetch-Site'],
    },
  }
}

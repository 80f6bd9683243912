import { Duration, Validations } from 'aws-cdk-lib'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
  type BehaviorOptions,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { dynamicPaths } from './dynamic-paths.ts'
import { staticSecurityHeaders } from '../local/security-headers.ts'

/** What CloudFront stands before. */
export interface SiteFrontProps {
  host: string
  certificate: string
  bucket: IBucket
  /** Host of the HTTP API. */
  apiHost: string
}

/** CloudFront outside China: files from the bucket, four paths from the API, security headers on both. */
export class SiteFront extends Construct {
  readonly distribution: Distribution

  constructor(scope: Construct, id: string, { host, certificate, bucket, apiHost }: SiteFrontProps) {
    super(scope, id)
    const responseHeadersPolicy = this.#securityHeaders()
    const dynamic: BehaviorOptions = {
      origin: new HttpOrigin(apiHost),
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
    }
    this.distribution = new Distribution(this, 'Distribution', {
      comment: host,
      domainNames: [host],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificate),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      defaultRootObject: 'index.html',
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(bucket),
        allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        responseHeadersPolicy,
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      },
      additionalBehaviors: Object.fromEntries(
        Object.values(dynamicPaths)
          .flat()
          .map((path) => [path, dynamic]),
      ),
    })
    Validations.of(this.distribution).acknowledge(
      { id: 'AwsSolutions-CFR1', reason: 'Residents abroad may speak too: no country is shut out.' },
      {
        id: 'AwsSolutions-CFR2',
        reason:
          'Throttling stands in the API; a web application firewall is a decision of each city, with its price.',
      },
      { id: 'AwsSolutions-CFR3', reason: 'An access log would keep which address read which article.' },
    )
  }

  /** The same headers as on one machine. Each page carries the hashes of its own scripts in a meta element. */
  #securityHeaders(): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, 'SecurityHeaders', {
      securityHeadersBehavior: {
        contentSecurityPolicy: {
          contentSecurityPolicy:
            "frame-ancestors 'none'; base-uri 'none'; object-src 'none'; form-action 'self'",
          override: true,
        },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override: true },
        strictTransportSecurity: { accessControlMaxAge: Duration.days(365), override: true },
      },
      customHeadersBehavior: {
        customHeaders: (['permissions-policy', 'cross-origin-opener-policy'] as const).map((header) => ({
          header,
          value: staticSecurityHeaders[header],
          override: true,
        })),
      },
    })
  }
}

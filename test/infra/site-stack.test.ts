import { describe, expect, it } from 'vitest'
import { staticSecurityHeaders } from '../../infra/local/security-headers.ts'
import { inChina, permissionsOf, synthesised } from '../support/synthesised.ts'

const distributionOf = (changes = {}) => {
  const { site } = synthesised(changes)
  const [distribution] = Object.values(site.findResources('AWS::CloudFront::Distribution'))
  return { site, config: distribution?.Properties.DistributionConfig }
}
const dynamicPaths = ['/api/*', '/say/*', '/receipt/held', '/office/*']

describe.each([
  ['aws', {}],
  ['aws-cn', inChina],
])('the distribution in %s', (partition, changes) => {
  const { site, config } = distributionOf(changes)

  it('serves the own domain over TLS, files by default and exactly four paths from the API', () => {
    expect(config.Aliases).toEqual(['lifa.yunxi.example'])
    expect(config.DefaultCacheBehavior.ViewerProtocolPolicy).toBe('redirect-to-https')
    expect(config.DefaultCacheBehavior.AllowedMethods).toEqual(expect.not.arrayContaining(['POST']))
    const behaviours = config.CacheBehaviors as {
      PathPattern: string
      TargetOriginId: string
      AllowedMethods: string[]
    }[]
    expect(behaviours.map(({ PathPattern }) => PathPattern)).toEqual(dynamicPaths)
    for (const { TargetOriginId, AllowedMethods } of behaviours) {
      expect(TargetOriginId).not.toBe(config.DefaultCacheBehavior.TargetOriginId)
      expect(AllowedMethods).toContain('POST')
    }
  })

  it('never keeps an answer of the API', () => {
    const neverCached = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad'
    for (const behaviour of config.CacheBehaviors) {
      if (partition === 'aws') expect(behaviour.CachePolicyId).toBe(neverCached)
      else expect([behaviour.MinTTL, behaviour.DefaultTTL, behaviour.MaxTTL]).toEqual([0, 0, 0])
    }
  })

  it('reads a bucket nobody else can read', () => {
    const type = partition === 'aws' ? 'OriginAccessControl' : 'CloudFrontOriginAccessIdentity'
    site.resourceCountIs(`AWS::CloudFront::${type}`, 1)
    site.hasResourceProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: { BlockPublicPolicy: true, RestrictPublicBuckets: true },
    })
  })
})

it('the same security headers stand before every file as on one machine', () => {
  const { site } = distributionOf()
  const [policy] = Object.values(site.findResources('AWS::CloudFront::ResponseHeadersPolicy'))
  const { SecurityHeadersConfig, CustomHeadersConfig } = policy?.Properties.ResponseHeadersPolicyConfig ?? {}
  expect(SecurityHeadersConfig.StrictTransportSecurity.AccessControlMaxAgeSec).toBe(31_536_000)
  expect(SecurityHeadersConfig.FrameOptions.FrameOption).toBe(staticSecurityHeaders['x-frame-options'])
  expect(SecurityHeadersConfig.ReferrerPolicy.ReferrerPolicy).toBe(staticSecurityHeaders['referrer-policy'])
  expect(SecurityHeadersConfig.ContentTypeOptions.Override).toBe(true)
  for (const { Header, Value } of CustomHeadersConfig.Items)
    expect(Value).toBe(staticSecurityHeaders[Header as keyof typeof staticSecurityHeaders])
})

describe.each([
  ['aws', {}],
  ['aws-cn', inChina],
])('the site in %s', (_, changes) => {
  const { site, data } = synthesised(changes)

  it('is built anew when the manifest of what is published was written, and at every full hour', () => {
    site.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: {
        source: ['aws.s3'],
        'detail-type': ['Object Created'],
        detail: { object: { key: ['published/manifest.json'] } },
      },
    })
    site.hasResourceProperties('AWS::Events::Rule', { ScheduleExpression: 'cron(0 * * * ? *)' })
    data.hasResourceProperties('AWS::S3::Bucket', {
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    })
  })

  it('is built one at a time by the code that was deployed, told where from and where to', () => {
    const [project] = Object.values(site.findResources('AWS::CodeBuild::Project'))
    const { ConcurrentBuildLimit, Environment, Source } = project?.Properties ?? {}
    expect(ConcurrentBuildLimit).toBe(1)
    expect(Source.Type).toBe('S3')
    expect(Source.BuildSpec).toContain('infra/cloud/rebuild-site.ts')
    const told = (Environment.EnvironmentVariables as { Name: string }[]).map(({ Name }) => Name)
    expect(told.sort()).toEqual(
      ['AUTHORITY', 'OBJECTS_BUCKET', 'ORIGIN', 'SITE_BUCKET'].map((name) => `KAIMEN_${name}`),
    )
  })

  it('is built by a role that reads what is published and nothing else of the portal, and reads no page', () => {
    const allowed = permissionsOf(site, 'Rebuild')
    const reading = allowed.filter(({ action }) => action === 's3:GetObject')
    expect(reading.map(({ resource }) => resource).filter((at) => at.includes('published/*'))).toHaveLength(1)
    expect(reading).toHaveLength(2) // and the code it builds with
    expect(allowed.filter(({ action }) => /dynamodb|secretsmanager|kms/.test(action))).toEqual([])
    expect(allowed.filter(({ action }) => action === 's3:DeleteObject')).toHaveLength(1)
  })

  it('wakes somebody when a build fails', () => {
    site.hasResourceProperties('AWS::CloudWatch::Alarm', { MetricName: 'FailedBuilds', Threshold: 1 })
  })
})

it('in aws-cn nothing is used that is not there', () => {
  const china = synthesised(inChina)
  const types = new Set(
    [china.data, china.api, china.site].flatMap((template) =>
      Object.values(template.toJSON()['Resources'] as Record<string, { Type: string }>).map(
        ({ Type }) => Type,
      ),
    ),
  )
  expect(
    [...types].filter(
      (type) => /Cognito|XRay|Lambda::Url|Function$/.test(type) && type !== 'AWS::Lambda::Function',
    ),
  ).toEqual([])
  expect(JSON.stringify(china.api.toJSON())).not.toMatch(/arn:aws:/)
})

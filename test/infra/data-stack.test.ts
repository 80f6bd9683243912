import { describe, expect, it } from 'vitest'
import { tables, type TableName } from '#contract/tables.ts'
import { inChina, synthesised } from '../support/synthesised.ts'

const { data } = synthesised()
const found = data.findResources('AWS::DynamoDB::Table')
const tableOf = (name: TableName) => {
  const [, table] = Object.entries(found).find(([id]) => id.toLowerCase().startsWith(name)) ?? []
  if (!table) throw new Error(`no table ${name}`)
  return table
}

describe('the tables', () => {
  it('are exactly those of the contract, with its keys, stream and expiry', () => {
    expect(Object.keys(found)).toHaveLength(Object.keys(tables).length)
    for (const [name, definition] of Object.entries(tables)) {
      const { Properties } = tableOf(name as TableName)
      const keys = [definition.partitionKey, ...('sortKey' in definition ? [definition.sortKey] : [])]
      expect(Properties.KeySchema.map((key: { AttributeName: string }) => key.AttributeName)).toEqual(keys)
      expect(Properties.StreamSpecification?.StreamViewType).toBe(definition.stream)
      expect(Properties.TimeToLiveSpecification?.AttributeName).toBe(definition.ttlAttribute)
    }
  })

  it('have no index', () => {
    expect(JSON.stringify(found)).not.toMatch(/(Global|Local)SecondaryIndexes/)
  })

  it('can be taken back to any second, are paid by request and survive their stack', () => {
    for (const { Properties, DeletionPolicy } of Object.values(found)) {
      expect(Properties.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled).toBe(true)
      expect(Properties.BillingMode).toBe('PAY_PER_REQUEST')
      expect(Properties.DeletionProtectionEnabled).toBe(true)
      expect(DeletionPolicy).toBe('Retain')
    }
  })

  it('contact data has a rotating key of its own and is gone from backups within a week', () => {
    const { Properties } = tableOf('people')
    expect(Properties.PointInTimeRecoverySpecification.RecoveryPeriodInDays).toBe(7)
    expect(JSON.stringify(Properties.SSESpecification)).toContain('PeopleKey')
    data.hasResourceProperties('AWS::KMS::Key', { EnableKeyRotation: true })
    expect(tableOf('opinions').Properties.SSESpecification).toBeUndefined()
  })
})

it('the bucket is private, versioned, over TLS only, and lets go only of what was removed already', () => {
  const [bucket] = Object.values(data.findResources('AWS::S3::Bucket'))
  expect(bucket?.Properties.PublicAccessBlockConfiguration).toEqual({
    BlockPublicAcls: true,
    BlockPublicPolicy: true,
    IgnorePublicAcls: true,
    RestrictPublicBuckets: true,
  })
  expect(bucket?.Properties.VersioningConfiguration.Status).toBe('Enabled')
  expect(bucket?.DeletionPolicy).toBe('Retain')
  for (const rule of bucket?.Properties.LifecycleConfiguration.Rules ?? []) {
    // Tables can be written again; nothing else ever goes by its age.
    if (rule.Id !== 'fetched-tables') expect(Object.keys(rule)).not.toContain('ExpirationInDays')
    else expect(rule).toMatchObject({ Prefix: 'exports/', ExpirationInDays: 7 })
  }
  expect(JSON.stringify(data.findResources('AWS::S3::BucketPolicy'))).toContain(
    '"aws:SecureTransport":"false"',
  )
})

it('no template holds a secret: each is made empty and filled in by a person', () => {
  const secrets = Object.values(data.findResources('AWS::SecretsManager::Secret'))
  expect(secrets).toHaveLength(2)
  for (const { Properties } of secrets) {
    expect(Properties.GenerateSecretString).toEqual({})
    expect(Object.keys(Properties)).not.toContain('SecretString')
  }
})

it('what holds data keeps its logical id: another id would be another, empty resource', () => {
  const kept = ['AWS::DynamoDB::Table', 'AWS::S3::Bucket', 'AWS::KMS::Key', 'AWS::SecretsManager::Secret']
  const ids = kept.flatMap((type) => Object.keys(data.findResources(type)))
  expect(ids).toMatchInlineSnapshot(`
    [
      "OpinionsTable4336C008",
      "PeopleTable42ECE6FB",
      "DeskTableC54AC915",
      "ObjectsBucket5A707942",
      "PeopleKeyD4599107",
      "Keys4E30B592",
      "OidcClientSecret79E221D6",
    ]
  `)
})

it('the same stack stands in aws-cn', () => {
  expect(Object.keys(synthesised(inChina).data.findResources('AWS::DynamoDB::Table'))).toEqual(
    Object.keys(found),
  )
})

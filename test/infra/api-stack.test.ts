import { describe, expect, it } from 'vitest'
import { objectKeys } from '#contract/objects.ts'
import { environmentNames } from '#contract/environment.ts'
import { streamingNodeFlags } from '../../infra/constructs/streaming-node-flags.ts'
import { permissionsOf, synthesised } from '../support/synthesised.ts'

// Letters have a test of their own.
const { api } = synthesised({ mailFrom: undefined })
const functions = api.findResources('AWS::Lambda::Function')
const on = (resource: string) => (permission: { resource: string }) => permission.resource.includes(resource)
const actions = (permissions: { action: string }[]) => permissions.map(({ action }) => action).sort()

describe('every function', () => {
  it('runs Node 24 on arm64 with 512 MB (whoever groups 1 GB, whoever writes long tables and bulletins 2 GB), a role of its own and no tracing', () => {
    expect(Object.keys(functions)).toHaveLength(7)
    const roles = Object.entries(functions).map(([name, { Properties }]) => {
      const MemorySize = /^(Tables|Bulletins)/.test(name) ? 2048 : name.startsWith('Ahead') ? 1024 : 512
      expect(Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'], MemorySize })
      expect(Properties.TracingConfig).toBeUndefined()
      return JSON.stringify(Properties.Role)
    })
    expect(new Set(roles).size).toBe(7)
  })

  it('has an alarm that says in a sentence what people will notice, and wakes someone', () => {
    const alarms = Object.values(api.findResources('AWS::CloudWatch::Alarm'))
    for (const id of Object.keys(functions)) {
      const own = alarms.filter(({ Properties }) => JSON.stringify(Properties.Dimensions).includes(`"${id}"`))
      expect(own.map(({ Properties }) => Properties.MetricName)).toContain('Errors')
      for (const { Properties } of own) {
        expect(Properties.AlarmDescription).toMatch(/^[\u4E00-\u9FFF].{20,}。$/u)
        expect(Properties.AlarmActions).toHaveLength(1)
      }
    }
  })

  it('gets settings only under the names of the contract', () => {
    const known = new Set<string>([...Object.values(environmentNames), 'NODE_OPTIONS'])
    for (const { Properties } of Object.values(functions))
      for (const name of Object.keys(Properties.Environment.Variables)) expect(known).toContain(name)
  })

  it('streams long tables under the flags the bench measures them with', () => {
    const options = Object.entries(functions)
      .filter(([name]) => /^(OfficeApi|TablesBuilder|BulletinsPublisher|AheadFollower)/.test(name))
      .map(([, { Properties }]) => Properties.Environment.Variables['NODE_OPTIONS'])
    expect(options).toEqual(Array.from({ length: 4 }, () => streamingNodeFlags.join(' ')))
  })

  it('may do nothing on everything and has no wildcard action', () => {
    for (const role of [
      'PublicApi',
      'OfficeApi',
      'LogSequencer',
      'TablesBuilder',
      'BulletinsPublisher',
      'PhotosEraser',
      'AheadFollower',
    ]) {
      const permissions = permissionsOf(api, role)
      expect(permissions.length).toBeGreaterThan(5)
      for (const { action, resource } of permissions) {
        expect(action).not.toContain('*')
        expect(action).not.toMatch(/BatchWrite|DeleteTable/)
        // Only who publishes a bulletin reads the inbox through, and nothing else (R3).
        if (action === 'dynamodb:Scan')
          expect([role, resource]).toEqual([
            expect.stringMatching(/^(OfficeApi|BulletinsPublisher)$/),
            expect.stringContaining('OpinionsTable'),
          ])
        if (resource === '"*"') expect(action).toBe('dynamodb:ListStreams')
      }
    }
    expect(JSON.stringify(api.findResources('AWS::IAM::Role'))).not.toContain('ManagedPolicyArns')
  })
})

it('no mail is sent where a city names no sender', () => {
  for (const kind of ['AWS::SES::EmailIdentity', 'AWS::SES::ConfigurationSet'])
    expect(api.findResources(kind)).toEqual({})
  expect(JSON.stringify(api.toJSON())).not.toMatch(/KAIMEN_MAIL_FROM|ses:SendEmail/)
})

describe("the public app's role", () => {
  const permissions = permissionsOf(api, 'PublicApi')

  it('can leave contact data behind and never see any', () => {
    expect(actions(permissions.filter(on('PeopleTable')))).toEqual(['dynamodb:PutItem'])
    for (const { condition } of permissions.filter(on('PeopleKey')))
      expect(condition).toContain('kms:ViaService')
  })

  it('reads of the desk only what everybody may know', () => {
    const desk = permissions.filter(on('DeskTable'))
    expect(actions(desk)).toEqual(['dynamodb:GetItem', 'dynamodb:Query'])
    for (const { condition } of desk) {
      expect(condition).toContain('dynamodb:LeadingKeys')
      expect(condition).not.toMatch(/member|subject|session|batch|audit|decision|task/)
    }
  })

  it('neither writes objects nor reads the texts and batches of others', () => {
    const objects = permissions.filter(on('ObjectsBucket'))
    expect(new Set(actions(objects))).toEqual(new Set(['s3:GetObject', 's3:ListBucket']))
    expect(JSON.stringify(objects)).not.toMatch(/\/(text|batches)\//)
  })
})

it('the office app reads every kind of object there is, and writes what staff bring', () => {
  const permissions = permissionsOf(api, 'OfficeApi')
  const below = (action: string) =>
    new Set(
      permissions
        .filter((permission) => permission.action === action)
        .map(({ resource }) => /\/(\w+)\/\*/.exec(resource)?.[1]),
    )
  const keys = Object.values(objectKeys) as ((...parts: (string | number)[]) => string)[]
  const kinds = new Set(keys.map((key) => key('1', '2', '3', '4').split('/')[0]))
  expect(below('s3:GetObject')).toEqual(kinds)
  const derived = ['facts', 'standing', 'group']
  for (const kind of ['drafts', 'lineages', 'batches', 'bulletins', 'attachments', 'published', ...derived])
    expect(below('s3:PutObject')).toContain(kind)
  expect(below('s3:DeleteObject')).toEqual(new Set(derived))
})

/** How often a function is called by the clock. */
function rhythmOf(name: string): string[] {
  return Object.values(api.findResources('AWS::Events::Rule'))
    .filter(({ Properties }) => JSON.stringify(Properties.Targets).includes(`"${name}`))
    .map(({ Properties }) => Properties.ScheduleExpression as string)
}

describe('the function that keeps facts and groups up', () => {
  const permissions = permissionsOf(api, 'AheadFollower')

  it('runs every two minutes, one at a time, up to a quarter of an hour', () => {
    expect(rhythmOf('AheadFollower')).toEqual(['rate(2 minutes)'])
    const [follower] = Object.entries(functions).filter(([name]) => name.startsWith('AheadFollower'))
    expect(follower?.[1].Properties).toMatchObject({ Timeout: 900, ReservedConcurrentExecutions: 1 })
  })

  it('changes nothing but what can be worked out again', () => {
    const written = permissions.filter(({ action }) =>
      /^(dynamodb:(Put|Update|Delete)Item|s3:(Put|Delete)Object)$/.test(action),
    )
    expect(written.length).toBeGreaterThan(3)
    for (const { action, resource, condition } of written)
      expect(action.startsWith('s3') ? resource : condition).toMatch(
        /\/(facts|group)\/\*|"facts#\*","group#\*"/,
      )
  })
})

describe('the function that deletes photos whose time is over', () => {
  const permissions = permissionsOf(api, 'PhotosEraser')

  it('runs every day, and may delete photos and see none', () => {
    expect(rhythmOf('PhotosEraser')).toEqual(['rate(1 day)'])
    const objects = permissions.filter(on('ObjectsBucket'))
    expect(actions(objects)).toEqual(['s3:DeleteObject'])
    expect(objects[0]?.resource).toContain('/attachments/*')
  })

  it('changes of the desk only what it deletes, and the trail of it', () => {
    const written = permissions.filter(({ action }) => action === 'dynamodb:PutItem')
    expect(written.map(({ condition }) => condition)).toEqual([
      expect.stringMatching(/"attachment#\*","attachment-piece#\*","audit"/),
    ])
  })
})

describe('the function that writes long tables', () => {
  const permissions = permissionsOf(api, 'TablesBuilder')

  it('has a quarter of an hour, room for sorting, and is tried again twice, as the one for bulletins', () => {
    for (const own of ['TablesBuilder', 'BulletinsPublisher']) {
      const [worker] = Object.entries(functions).filter(([name]) => name.startsWith(own))
      expect(worker?.[1].Properties).toMatchObject({ Timeout: 900, EphemeralStorage: { Size: 6144 } })
      const twice = { MaximumRetryAttempts: 2, MaximumEventAgeInSeconds: 3600 }
      api.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
        FunctionName: { Ref: worker?.[0] },
        ...twice,
      })
    }
  })

  it('changes nothing but its own jobs and files', () => {
    const written = permissions.filter(({ action }) =>
      /^(dynamodb:(Put|Update|Delete)Item|s3:(Put|Delete)Object)$/.test(action),
    )
    expect(written.length).toBeGreaterThan(1)
    for (const { action, resource, condition } of written)
      if (action.startsWith('s3:')) expect(resource).toContain('/exports/*')
      else expect(condition).toContain('["export#*"]')
  })

  it('sees neither contact data nor the inbox, members nor the audit', () => {
    expect(permissions.filter(({ resource }) => /People|Opinions/.test(resource))).toEqual([])
    for (const { condition } of permissions.filter(on('DeskTable')))
      expect(condition).not.toMatch(/member|session|audit|task|batch/)
  })

  it('is called by the desk and by nobody else', () => {
    const mayCall = (role: string) =>
      permissionsOf(api, role).filter(({ action }) => action === 'lambda:InvokeFunction')
    expect(mayCall('OfficeApi').map(({ resource }) => resource)).toEqual([
      expect.stringContaining('TablesBuilder'),
      expect.stringContaining('BulletinsPublisher'),
    ])
    for (const role of ['PublicApi', 'LogSequencer', 'TablesBuilder', 'BulletinsPublisher'])
      expect(mayCall(role)).toEqual([])
  })
})

it('the function that publishes long bulletins writes editions and the site, and changes no opinion', () => {
  const permissions = permissionsOf(api, 'BulletinsPublisher')
  for (const { resource } of permissions.filter(({ action }) => /^s3:(Put|Delete)Object$/.test(action)))
    expect(resource).toMatch(/\/(bulletins|published|facts|standing)\/\*/)
  expect(actions(permissions.filter(on('OpinionsTable')))).toEqual(['dynamodb:GetItem', 'dynamodb:Scan'])
  expect(permissions.filter(on('People'))).toEqual([])
  const [decides] = permissions.filter(({ action }) => action === 'dynamodb:PutItem')
  expect(decides?.condition).not.toMatch(/decision|member|session|task|group/)
})

it("the office app's role cannot open contact data at all", () => {
  const permissions = permissionsOf(api, 'OfficeApi')
  expect(permissions.filter(on('People'))).toEqual([])
  expect(actions(permissions.filter(on('OpinionsTable')))).toEqual([
    'dynamodb:GetItem',
    'dynamodb:PutItem',
    'dynamodb:Scan',
  ])
  expect(
    permissions.filter(
      ({ action, resource }) => action === 's3:PutObject' && /\/(log|text)\//.test(resource),
    ),
  ).toEqual([])
})

describe('the sequencer', () => {
  it('sees new opinions only, one batch at a time, cuts out what fails and tells of it', () => {
    api.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      FilterCriteria: { Filters: [{ Pattern: '{"eventName":["INSERT"]}' }] },
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      StartingPosition: 'TRIM_HORIZON',
    })
    const [mapping] = Object.values(api.findResources('AWS::Lambda::EventSourceMapping'))
    expect(JSON.stringify(mapping?.Properties.DestinationConfig)).toContain('DeadLetters')
    const [, sequencer] = Object.entries(functions).find(([id]) => id.startsWith('LogSequencer')) ?? []
    expect(sequencer?.Properties.ReservedConcurrentExecutions).toBe(1)
    api.hasResourceProperties('AWS::CloudWatch::Alarm', { MetricName: 'ApproximateNumberOfMessagesVisible' })
  })

  it('touches of the desk only the heads of logs, and no contact data', () => {
    const permissions = permissionsOf(api, 'LogSequencer')
    for (const { condition } of permissions.filter(on('DeskTable'))) expect(condition).toContain('["log#*"]')
    expect(permissions.filter(on('People'))).toEqual([])
    expect(permissions.filter(on('OpinionsTable')).every(({ resource }) => resource.includes('Stream'))).toBe(
      true,
    )
  })
})

describe('the gateway', () => {
  it('leads the paths of residents and of staff to different functions, and nothing else anywhere', () => {
    const routes = Object.values(api.findResources('AWS::ApiGatewayV2::Route'))
    const targets = new Map(
      routes.map(({ Properties }) => [Properties.RouteKey, JSON.stringify(Properties.Target)]),
    )
    expect(new Set(targets.keys())).toEqual(
      new Set(['ANY /api/{proxy+}', 'ANY /say/{proxy+}', 'ANY /receipt/held', 'ANY /office/{proxy+}']),
    )
    expect(targets.get('ANY /office/{proxy+}')).toContain('Office')
    expect(targets.get('ANY /api/{proxy+}')).toContain('Public')
  })

  it('logs no address, no path with an id in it and no body', () => {
    const [stage] = Object.values(api.findResources('AWS::ApiGatewayV2::Stage'))
    expect(stage?.Properties.AccessLogSettings.Format).not.toMatch(/sourceIp|identity|\.path|userAgent|body/i)
  })
})

it('the client secret reaches the function when CloudFormation deploys, never through a template', () => {
  const [, office] = Object.entries(functions).find(([id]) => id.startsWith('OfficeApi')) ?? []
  const secret = JSON.stringify(office?.Properties.Environment.Variables[environmentNames.oidcClientSecret])
  expect(secret).toContain('{{resolve:secretsmanager:')
  const [, open] = Object.entries(functions).find(([id]) => id.startsWith('PublicApi')) ?? []
  expect(Object.keys(open?.Properties.Environment.Variables)).not.toContain(environmentNames.oidcClientSecret)
})

import { describe, expect, it } from 'vitest'
import { environmentNames } from '#contract/environment.ts'
import { permissionsOf, synthesised } from '../support/synthesised.ts'

const { api } = synthesised()
const roles = ['PublicApi', 'AnswerMailSend', 'AnswerMailHear']
const on = (resource: string) => (permission: { resource: string }) => permission.resource.includes(resource)
const actions = (permissions: { action: string }[]) => permissions.map(({ action }) => action).sort()
const keeping = ['dynamodb:DeleteItem', 'dynamodb:GetItem', 'dynamodb:PutItem']

describe('letters about answers', () => {
  it('leave from the city’s own domain, over TLS, and never again to who refused them', () => {
    const [identity] = Object.values(api.findResources('AWS::SES::EmailIdentity'))
    expect(identity?.Properties.EmailIdentity).toBe('yunxi.example')
    const [set] = Object.values(api.findResources('AWS::SES::ConfigurationSet'))
    expect(set?.Properties).toMatchObject({
      DeliveryOptions: { TlsPolicy: 'REQUIRE' },
      SuppressionOptions: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
    })
    expect(Object.keys(api.findOutputs('*')).filter((name) => name.includes('MailRecord'))).toHaveLength(3)
  })

  it('may be sent by who asks and who tells, from one sender; who hears of them sends none', () => {
    for (const role of ['PublicApi', 'AnswerMailSend']) {
      const sending = permissionsOf(api, role).filter(({ action }) => action.startsWith('ses:'))
      expect(new Set(actions(sending))).toEqual(new Set(['ses:SendEmail']))
      for (const { condition, resource } of sending) {
        expect(condition).toContain('"ses:FromAddress":"lifa@yunxi.example"')
        expect(resource).not.toBe('"*"')
      }
    }
    for (const role of ['AnswerMailHear', 'OfficeApi', 'TablesBuilder'])
      expect(permissionsOf(api, role).filter(({ action }) => action.startsWith('ses:'))).toEqual([])
  })

  it('open no contact data: of the table `people` each role keeps what letters need, and scans nothing', () => {
    for (const role of roles) {
      const people = permissionsOf(api, role).filter(on('PeopleTable'))
      const kept = people.filter(({ condition }) => condition.includes('LeadingKeys'))
      expect(actions(kept)).toEqual(keeping)
      for (const { condition } of kept) {
        const [names] = Object.values(JSON.parse(condition) as Record<string, Record<string, string[]>>)
        for (const name of names?.['dynamodb:LeadingKeys'] ?? []) expect(name).toMatch(/^mail(-\w+)?#\*$/)
      }
      const others = people.filter((permission) => !kept.includes(permission))
      expect(actions(others)).toEqual(role === 'PublicApi' ? ['dynamodb:PutItem'] : [])
    }
    expect(permissionsOf(api, 'OfficeApi').filter(on('PeopleTable'))).toEqual([])
  })

  it('change nothing else: of the desk only who waits, of the objects nothing', () => {
    for (const role of roles) {
      const written = permissionsOf(api, role).filter(({ action }) => /:(Put|Delete|Update)/.test(action))
      for (const { resource, condition } of written.filter(on('DeskTable'))) {
        expect(resource).toContain('DeskTable')
        expect(condition).toContain('waiting-mail#*')
        expect(condition).not.toContain('bill')
      }
      expect(written.filter(on('ObjectsBucket'))).toEqual([])
    }
  })

  it('are begun by the desk when it publishes, and every five minutes whatever is due', () => {
    const rules = Object.values(api.findResources('AWS::Events::Rule')).map(({ Properties }) => Properties)
    expect(rules.map(({ ScheduleExpression }) => ScheduleExpression)).toContain('rate(5 minutes)')
    const told = rules.find(({ EventPattern }) => EventPattern !== undefined)
    expect(told?.EventPattern).toMatchObject({ source: ['aws.ses'] })
    expect(JSON.stringify(told?.EventPattern)).toContain('ses:configuration-set')
    const called = permissionsOf(api, 'OfficeApi').filter(({ action }) => action === 'lambda:InvokeFunction')
    expect(called.some(on('AnswerMailSend'))).toBe(true)
  })

  it('have functions with settings of the contract and alarms in words', () => {
    const functions = Object.entries(api.findResources('AWS::Lambda::Function')).filter(([id]) =>
      id.startsWith('AnswerMail'),
    )
    expect(functions).toHaveLength(2)
    const known = new Set<string>(Object.values(environmentNames))
    const alarms = Object.values(api.findResources('AWS::CloudWatch::Alarm'))
    for (const [id, { Properties }] of functions) {
      for (const name of Object.keys(Properties.Environment.Variables)) expect(known).toContain(name)
      const own = alarms.filter((alarm) => JSON.stringify(alarm.Properties.Dimensions).includes(`"${id}"`))
      expect(own[0]?.Properties.AlarmDescription).toMatch(/^[\u4E00-\u9FFF].{20,}。$/u)
    }
  })
})

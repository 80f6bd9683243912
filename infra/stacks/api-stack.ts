import { Duration, Stack, type StackProps } from 'aws-cdk-lib'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'
import { AlarmTopic } from '../constructs/alarm-topic.ts'
import { AttachmentEraser } from '../constructs/attachment-eraser.ts'
import { AnswerMail } from '../constructs/answer-mail.ts'
import { BulletinPublisher } from '../constructs/bulletin-publisher.ts'
import { KaimenFunction, type KaimenFunctionProps } from '../constructs/kaimen-function.ts'
import { LogFollower } from '../constructs/log-follower.ts'
import { OpinionSequencer } from '../constructs/opinion-sequencer.ts'
import { streamingNodeFlags } from '../constructs/streaming-node-flags.ts'
import { TableBuilder } from '../constructs/table-builder.ts'
import { PortalApi } from '../constructs/portal-api.ts'
import { hostOf, type StageSettings } from '../stages.ts'
import type { DataStack } from './data-stack.ts'

export interface ApiStackProps extends StackProps {
  stage: StageSettings
  data: DataStack
}

/** What of the desk everybody may know; members, sessions, tasks, batches, decisions and the audit are not in it. */
const publicDesk = ['bill', 'draft', 'consultation', 'contact-point', 'published', 'bulletin#*', 'log#*']

/** Two HTTP apps with a role each, the sequencer, the builder of tables, and letters. */
export class ApiStack extends Stack {
  readonly portalApi: PortalApi
  /** Whom everything that fails wakes. */
  readonly alarms: ITopic

  constructor(scope: Construct, id: string, { stage, data, ...props }: ApiStackProps) {
    super(scope, id, props)
    const alarms = new AlarmTopic(this, 'Alarms', stage.alarmEmail).topic
    this.alarms = alarms
    const settings = settingsOf(stage, data)
    const { mailFrom } = stage
    const mail = mailFrom
      ? new AnswerMail(this, 'AnswerMail', { data, mailFrom, settings, alarms })
      : undefined
    const publicApp = new KaimenFunction(this, 'PublicApi', {
      entry: 'public-api',
      errorImpact: '居民此刻可能提交不了意见，也查不到回执；网页仍能阅读，页面上写有邮寄和到场提交的办法。',
      settings: { ...settings, ...mail?.settings },
      timeout: Duration.seconds(10),
      alarms,
    })
    const tables = new TableBuilder(this, 'Tables', { data, settings, alarms })
    const bulletins = new BulletinPublisher(this, 'Bulletins', {
      data,
      settings: { ...settings, ...(mail && { sendAnswersFunction: mail.senderName }) },
      alarms,
    })
    const officeApp = new KaimenFunction(this, 'OfficeApi', {
      entry: 'office-api',
      errorImpact: '立法工作人员和联系点此刻可能登录不了、上传不了意见表；已经收下的意见不受影响。',
      settings: {
        ...settings,
        ...signInSettingsOf(stage, data),
        buildTableFunction: tables.functionName,
        publishBulletinFunction: bulletins.functionName,
        ...(mail && { sendAnswersFunction: mail.senderName }),
      },
      timeout: Duration.seconds(29),
      nodeFlags: streamingNodeFlags,
      alarms,
    })
    grantPublic(publicApp, data)
    grantOffice(officeApp, data)
    tables.grantStart(officeApp)
    bulletins.grantStart(officeApp)
    mail?.grantAsk(publicApp, data)
    mail?.grantStart(officeApp)
    mail?.grantStart(bulletins.publisher)
    new OpinionSequencer(this, 'Log', { data, settings, alarms })
    new LogFollower(this, 'Ahead', { data, settings, alarms })
    new AttachmentEraser(this, 'Photos', { data, settings, alarms })
    this.portalApi = new PortalApi(this, 'Portal', { publicApp, officeApp })
  }
}

/** Residents: take in opinions, leave a contact behind without seeing any, read what is public and one receipt. */
function grantPublic({ role }: KaimenFunction, data: DataStack): void {
  data.opinions.grantPutAndFind(role)
  data.people.grantPut(role)
  data.desk.grantReadPartitions(role, publicDesk)
  data.objects.grantRead(role, ['drafts', 'log', 'receipts', 'stage', 'bulletins', 'published'])
  data.keys.grantRead(role)
}

/** What is worked out from the log while staff read it, and can be worked out again: facts, standing decisions, groups. */
const derived = ['facts', 'standing', 'group'] as const

/** Staff: decide, upload, publish. Contact data stays closed until erasure and answers are built. */
function grantOffice({ role }: KaimenFunction, data: DataStack): void {
  data.opinions.grantPutAndFind(role)
  // A bulletin is published only when everything acknowledged before is in the log.
  data.opinions.grantReadThrough(role)
  data.desk.grantDecide(role)
  data.objects.grantRead(role, [
    'drafts',
    'lineages',
    'log',
    'text',
    'receipts',
    ...derived,
    'stage',
    'batches',
    'attachments',
    'bulletins',
    'exports',
    'published',
  ])
  const written = ['drafts', 'lineages', 'batches', 'attachments', 'bulletins', 'published'] as const
  data.objects.grantWrite(role, [...written, ...derived])
  // Segments are joined as the log grows, and the small ones go.
  data.objects.grantRemove(role, derived)
  data.keys.grantRead(role)
}

function settingsOf(stage: StageSettings, data: DataStack): KaimenFunctionProps['settings'] {
  return {
    opinionsTable: data.opinions.table.tableName,
    peopleTable: data.people.table.tableName,
    deskTable: data.desk.table.tableName,
    objectsBucket: data.objects.bucket.bucketName,
    origin: stage.origin,
    logOrigin: hostOf(stage),
    keysSecret: data.keys.secretArn,
    utcOffsetMinutes: String(stage.utcOffsetMinutes),
    legalMinimumDays: String(stage.legalMinimumDays),
    attachmentKeptDays: String(stage.attachmentKeptDays),
    authority: JSON.stringify(stage.authority),
  }
}

function signInSettingsOf(stage: StageSettings, data: DataStack): KaimenFunctionProps['settings'] {
  return {
    oidcIssuer: stage.oidcIssuer,
    oidcClientId: stage.oidcClientId,
    // CloudFormation puts the value in when it deploys; no template ever holds it.
    oidcClientSecret: data.oidcClientSecret.secretValue.unsafeUnwrap(),
  }
}

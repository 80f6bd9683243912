import { CfnOutput, Duration, Stack } from 'aws-cdk-lib'
import { EventBus, Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import type { DataStack } from '../stacks/data-stack.ts'
import { KaimenFunction, type KaimenFunctionProps } from './kaimen-function.ts'

/** `mailFrom`: the sender, an address at the domain that is proved to be ours. */
export interface AnswerMailProps {
  data: DataStack
  mailFrom: string
  settings: KaimenFunctionProps['settings']
  alarms: ITopic
}

/** Everything letters keep in the table `people` begins so; contact data does not. */
const lettersOfPeople = ['mail#*', 'mail-asked#*', 'mail-leave#*', 'mail-pace#*']
const waiting = ['waiting-mail#*']

/** What of an answered consultation a letter names. */
const namedDesk = ['bill', 'consultation', 'bulletin#*', ...waiting]

/**
 * Letters about answers, through SES: the sender's domain as an identity, one function that sends what is due, one that hears
 * what became of it. Events come by EventBridge, so that no topic ever holds an address.
 */
export class AnswerMail extends Construct {
  readonly settings: KaimenFunctionProps['settings']
  readonly senderName: string
  readonly #sender: KaimenFunction
  readonly #identity: EmailIdentity
  readonly #letters: ConfigurationSet
  readonly #from: string

  constructor(scope: Construct, id: string, { data, mailFrom, settings, alarms }: AnswerMailProps) {
    super(scope, id)
    this.#from = mailFrom
    this.#letters = new ConfigurationSet(this, 'Letters', {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    })
    const domain = mailFrom.split('@')[1] ?? ''
    this.#identity = new EmailIdentity(this, 'Sender', {
      identity: Identity.domain(domain),
      configurationSet: this.#letters,
    })
    this.#tellDomainKeys()
    this.settings = {
      mailFrom,
      mailConfigurationSet: this.#letters.configurationSetName,
    }
    this.#sender = this.#makeSender({ ...settings, ...this.settings }, data, alarms)
    this.senderName = this.#sender.lambda.functionName
    this.#hear(settings, data, alarms)
  }

  /** Three records prove to mailboxes that letters are the sender's own (DKIM); whoever keeps the domain enters them. */
  #tellDomainKeys(): void {
    for (const [at, { name, value }] of this.#identity.dkimRecords.entries())
      new CfnOutput(this, `MailRecord${at + 1}`, { value: `${name} CNAME ${value}` })
  }

  /** After each publication, and every five minutes whatever is still due. */
  #makeSender(settings: KaimenFunctionProps['settings'], data: DataStack, alarms: ITopic): KaimenFunction {
    const sender = new KaimenFunction(this, 'Send', {
      entry: 'send-answers',
      errorImpact: '有居民留了邮箱，却暂时收不到“意见有答复了”的信；凭回执码查询不受影响，几分钟后会再发。',
      settings,
      timeout: Duration.minutes(15),
      alarms,
    })
    this.grantSend(sender)
    data.people.grantKeep(sender.role, lettersOfPeople)
    data.desk.grantReadPartitions(sender.role, namedDesk)
    data.desk.grantKeep(sender.role, waiting)
    data.objects.grantRead(sender.role, ['bulletins'])
    data.keys.grantRead(sender.role)
    sender.lambda.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(5) })
    new Rule(this, 'Rounds', {
      schedule: Schedule.rate(Duration.minutes(5)),
      targets: [new LambdaFunction(sender.lambda)],
    })
    return sender
  }

  #hear(settings: KaimenFunctionProps['settings'], data: DataStack, alarms: ITopic): void {
    const bus = EventBus.fromEventBusName(this, 'DefaultBus', 'default')
    this.#letters.addEventDestination('Fates', {
      destination: EventDestination.eventBus(bus),
      events: [
        EmailSendingEvent.SEND,
        EmailSendingEvent.REJECT,
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
      ],
    })
    const hearer = new KaimenFunction(this, 'Hear', {
      entry: 'note-letter',
      errorImpact: '退信和投诉暂时没有处理：收不到信的邮箱会多留一阵，到期自动删除；其他都不受影响。',
      settings,
      timeout: Duration.seconds(30),
      alarms,
    })
    data.people.grantKeep(hearer.role, lettersOfPeople)
    data.desk.grantKeep(hearer.role, waiting)
    data.keys.grantRead(hearer.role)
    new Rule(this, 'Told', {
      eventPattern: {
        source: ['aws.ses'],
        detail: { mail: { tags: { 'ses:configuration-set': [this.#letters.configurationSetName] } } },
      },
      targets: [new LambdaFunction(hearer.lambda)],
    })
  }

  /** Send letters, from this sender only. */
  grantSend({ role }: KaimenFunction): void {
    role.addToPolicy(
      new PolicyStatement({
        actions: ['ses:SendEmail'],
        resources: [
          this.#identity.emailIdentityArn,
          Stack.of(this).formatArn({
            service: 'ses',
            resource: 'configuration-set',
            resourceName: this.#letters.configurationSetName,
          }),
        ],
        conditions: { StringEquals: { 'ses:FromAddress': this.#from } },
      }),
    )
  }

  /** Residents ask and confirm through the public app: it sends that one letter and keeps what it needs of an address. */
  grantAsk(app: KaimenFunction, data: DataStack): void {
    this.grantSend(app)
    data.people.grantKeep(app.role, lettersOfPeople)
    data.desk.grantKeep(app.role, waiting)
  }

  /** Call the sender, without waiting for it. */
  grantStart(caller: KaimenFunction): void {
    this.#sender.grantStart(caller)
  }
}

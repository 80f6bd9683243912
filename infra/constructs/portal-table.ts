import { RemovalPolicy } from 'aws-cdk-lib'
import { AttributeType, BillingMode, StreamViewType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement, type IGrantable } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { Construct } from 'constructs'
import { tables, type TableName } from '#contract/tables.ts'

/** Which of `contract/tables.ts`, and what is special about it. */
export interface PortalTableProps {
  table: TableName
  /** Days one can go back to; erased personal data stays restorable for as long. */
  recoveryDays: number
  /** A key of its own; without one DynamoDB's own key encrypts. */
  key?: IKey
}

/** One table of `contract/tables.ts`, as AWS holds it: paid by request, recoverable, protected from deletion. */
export class PortalTable extends Construct {
  readonly table: Table
  readonly #key: IKey | undefined

  constructor(scope: Construct, id: string, { table, recoveryDays, key }: PortalTableProps) {
    super(scope, id)
    const definition: (typeof tables)[TableName] = tables[table]
    this.#key = key
    this.table = new Table(this, 'Table', {
      partitionKey: { name: definition.partitionKey, type: AttributeType.STRING },
      ...('sortKey' in definition && {
        sortKey: { name: definition.sortKey, type: AttributeType.STRING },
      }),
      ...(definition.stream && { stream: StreamViewType.NEW_IMAGE }),
      ...(definition.ttlAttribute && { timeToLiveAttribute: definition.ttlAttribute }),
      ...(key && { encryption: TableEncryption.CUSTOMER_MANAGED, encryptionKey: key }),
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: {
        pointInTimeRecoveryEnabled: true,
        recoveryPeriodInDays: recoveryDays,
      },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
  }

  /** Put without reading: whoever has only this can store a contact and never see one. */
  grantPut(grantee: IGrantable): void {
    this.#grant(grantee, ['dynamodb:PutItem'])
  }

  /** Put, get and remove single items, only of partitions that match one of the patterns. */
  grantKeep(grantee: IGrantable, partitions: readonly string[]): void {
    this.#grant(grantee, ['dynamodb:PutItem', 'dynamodb:GetItem', 'dynamodb:DeleteItem'], partitions)
  }

  /** Put and get single items by their full key: the write-once inbox. */
  grantPutAndFind(grantee: IGrantable): void {
    this.#grant(grantee, ['dynamodb:PutItem', 'dynamodb:GetItem'])
  }

  /** Get single items by their full key. */
  grantFind(grantee: IGrantable): void {
    this.#grant(grantee, ['dynamodb:GetItem'])
  }

  /** Read it from end to end: for whoever must know that nothing in it was left out (R3). */
  grantReadThrough(grantee: IGrantable): void {
    this.#grant(grantee, ['dynamodb:Scan'])
  }

  /** Get and query, only of partitions that match one of the patterns. Never a scan. */
  grantReadPartitions(grantee: IGrantable, partitions: readonly string[]): void {
    this.#grant(grantee, ['dynamodb:GetItem', 'dynamodb:Query'], partitions)
  }

  /** Everything people's decisions need, only of partitions that match one of the patterns when given. */
  grantDecide(grantee: IGrantable, partitions?: readonly string[]): void {
    const actions = ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem']
    this.#grant(
      grantee,
      actions.map((action) => `dynamodb:${action}`),
      partitions,
    )
  }

  #grant(grantee: IGrantable, actions: string[], partitions?: readonly string[]): void {
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        actions,
        resources: [this.table.tableArn],
        ...(partitions && {
          conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [...partitions] } },
        }),
      }),
    )
    this.#grantKeyThroughTable(grantee)
  }

  /** The key opens only inside DynamoDB: holding it without a right on the table shows nothing. */
  #grantKeyThroughTable(grantee: IGrantable): void {
    if (!this.#key) return
    const service = `dynamodb.${this.table.stack.region}.${this.table.stack.urlSuffix}`
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:DescribeKey'],
        resources: [this.#key.keyArn],
        conditions: { StringEquals: { 'kms:ViaService': service } },
      }),
    )
  }
}

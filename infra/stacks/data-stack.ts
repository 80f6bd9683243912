import { CfnOutput, RemovalPolicy, Stack, Validations, type StackProps } from 'aws-cdk-lib'
import { Key } from 'aws-cdk-lib/aws-kms'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import type { Construct } from 'constructs'
import { ObjectsBucket } from '../constructs/objects-bucket.ts'
import { PortalTable } from '../constructs/portal-table.ts'

/** Everything that must outlive every deployment. Nothing here is ever replaced by a change of code. */
export class DataStack extends Stack {
  /** The write-once inbox and its stream. */
  readonly opinions: PortalTable
  /** Contact data: own key, own week of recovery, so that what is erased is soon gone for good. */
  readonly people: PortalTable
  /** Everything people decide. */
  readonly desk: PortalTable
  readonly objects: ObjectsBucket
  /** `{ signingKey, hmacSecret }`, filled in once by a person; see README. */
  readonly keys: Secret
  /** The client secret the identity provider gave us. */
  readonly oidcClientSecret: Secret

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props)
    this.opinions = new PortalTable(this, 'Opinions', { table: 'opinions', recoveryDays: 35 })
    this.people = new PortalTable(this, 'People', {
      table: 'people',
      recoveryDays: 7,
      key: new Key(this, 'PeopleKey', {
        description: 'Contact data of residents',
        enableKeyRotation: true,
        removalPolicy: RemovalPolicy.RETAIN,
      }),
    })
    this.desk = new PortalTable(this, 'Desk', { table: 'desk', recoveryDays: 35 })
    new CfnOutput(this, 'DeskTable', { value: this.desk.table.tableName })
    this.objects = new ObjectsBucket(this, 'Objects')
    this.keys = this.#secret('Keys', 'Signs receipts and the log, derives receipt codes of rows')
    this.oidcClientSecret = this.#secret('OidcClientSecret', 'Client secret at the identity provider')
  }

  #secret(id: string, description: string): Secret {
    const secret = new Secret(this, id, { description, removalPolicy: RemovalPolicy.RETAIN })
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'A new signing key would orphan every receipt signed with the old one; the issuer rotates its client secret.',
    })
    return secret
  }
}

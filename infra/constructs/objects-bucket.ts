import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib'
import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam'
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'

/** First segment of every key in `contract/objects.ts`. */
export type ObjectPrefix =
  | 'drafts'
  | 'lineages'
  | 'log'
  | 'text'
  | 'receipts'
  | 'facts'
  | 'standing'
  | 'group'
  | 'stage'
  | 'batches'
  | 'attachments'
  | 'bulletins'
  | 'exports'
  | 'published'

/** Drafts, the log and its texts, groups, batches, photos and recordings, and everything published: private, versioned, over TLS only. */
export class ObjectsBucket extends Construct {
  readonly bucket: Bucket

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [
        { id: 'broken-uploads', abortIncompleteMultipartUploadAfter: Duration.days(7) },
        // The head names the newest stage: it is read until the next commit, which may be months away. Only
        // what was already removed may go.
        { id: 'applied-stages', prefix: 'stage/', noncurrentVersionExpiration: Duration.days(2) },
        // Joined segments hold pieces of texts: what was replaced is of no more use to anybody.
        { id: 'joined-groups', prefix: 'group/', noncurrentVersionExpiration: Duration.days(2) },
        { id: 'joined-facts', prefix: 'facts/', noncurrentVersionExpiration: Duration.days(2) },
        { id: 'older-standing', prefix: 'standing/', noncurrentVersionExpiration: Duration.days(2) },
        // Long tables wait a week to be fetched (`exportKeptDays`); they hold every text of a consultation.
        {
          id: 'fetched-tables',
          prefix: 'exports/',
          expiration: Duration.days(7),
          noncurrentVersionExpiration: Duration.days(1),
        },
        // Photos of sign-in sheets were deleted because their time was over: a week for a mistake to be noticed.
        { id: 'erased-photos', prefix: 'attachments/', noncurrentVersionExpiration: Duration.days(7) },
        // An erased text must really go; a month is what an accidental erasure may take to be noticed (R11).
        { id: 'erased-texts', prefix: 'text/', noncurrentVersionExpiration: Duration.days(30) },
      ],
    })
    // Publications are heard of through EventBridge; the construct's own switch would add a Lambda with rights on all buckets.
    const held = this.bucket.node.defaultChild as CfnBucket
    held.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } }
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Only the portal reads it, and who did what is in its own audit trail; a second log would keep whom a resident looked up.',
    })
  }

  /** Read objects under these prefixes. */
  grantRead(grantee: Role, prefixes: readonly ObjectPrefix[]): void {
    this.#grant(grantee, ['s3:GetObject'], prefixes)
    // Without it S3 answers 403 instead of 404 for what is not there, and the store could not tell the two apart.
    grantee.addToPolicy(
      new PolicyStatement({ actions: ['s3:ListBucket'], resources: [this.bucket.bucketArn] }),
    )
  }

  /** Write objects under these prefixes. */
  grantWrite(grantee: Role, prefixes: readonly ObjectPrefix[]): void {
    this.#grant(grantee, ['s3:PutObject'], prefixes)
  }

  /** Remove the current version of objects under these prefixes. */
  grantRemove(grantee: Role, prefixes: readonly ObjectPrefix[]): void {
    this.#grant(grantee, ['s3:DeleteObject'], prefixes)
  }

  #grant(grantee: Role, actions: string[], prefixes: readonly ObjectPrefix[]): void {
    const resources = prefixes.map((prefix) => this.bucket.arnForObjects(`${prefix}/*`))
    grantee.addToPolicy(new PolicyStatement({ actions, resources }))
    for (const prefix of prefixes) this.#acknowledge(grantee, prefix)
  }

  /** The check names a finding by the resource as another stack sees it: by its export. */
  #acknowledge(grantee: Role, prefix: ObjectPrefix): void {
    const stack = Stack.of(this)
    const imported = stack.resolve(stack.exportValue(this.bucket.bucketArn)) as { 'Fn::ImportValue': string }
    Validations.of(grantee).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${imported['Fn::ImportValue']}/${prefix}/*]`,
      reason: `Keys below ${prefix}/ are named by hashes and places in the log; the prefix is the permission.`,
    })
  }
}

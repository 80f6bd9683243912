/** The three tables, once: CDK, the local portal and tests all make them from here. No index anywhere. */
export const tables = {
  /** The write-once inbox. Uniform hash key, so no hot partition. */
  opinions: { partitionKey: 'id', stream: 'NEW_IMAGE', ttlAttribute: undefined },
  /** Contact data, apart for its own key, role and expiry. */
  people: { partitionKey: 'id', stream: undefined, ttlAttribute: 'expiresAtSeconds' },
  /** Everything people decide. */
  desk: { partitionKey: 'pk', sortKey: 'sk', stream: undefined, ttlAttribute: 'expiresAtSeconds' },
} as const satisfies Record<
  string,
  {
    partitionKey: string
    sortKey?: string
    stream: 'NEW_IMAGE' | undefined
    ttlAttribute: string | undefined
  }
>
export type TableName = keyof typeof tables

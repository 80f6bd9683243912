import { directObjects } from '../store/direct-objects.ts'
import { directTables } from '../store/direct-tables.ts'
import { type PublicStores, publicStoresOn } from '../store/public-stores-on.ts'
import { lambdaCredentials } from './lambda-credentials.ts'
import type { Places } from './make-lambda-deps.ts'

/** Stores through the protocols themselves: for the function that a deadline floods, whose cold starts count. */
export function openDirectly(environment: Record<string, string | undefined>) {
  return ({ bucket, ...ground }: Places): PublicStores => {
    const place = {
      region: environment['AWS_REGION'] ?? '',
      credentials: lambdaCredentials(environment),
      now: () => new Date(),
    }
    return publicStoresOn({ ...ground, tables: directTables(place), objects: directObjects(place, bucket) })
  }
}

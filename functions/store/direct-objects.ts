import type { ObjectStore } from '#core/log/log-ports.ts'
import { callAws, serviceUrl, type AwsAnswer, type AwsPlace } from './aws-call.ts'

function isPassing({ status }: AwsAnswer): boolean {
  return status >= 500 || status === 429
}

/** The public function writes no object, and its role could not: whoever asks it to has a bug. */
function refuseWrite(): never {
  throw new Error('this function only reads objects')
}

/** Reading objects through S3's own protocol, without AWS's client (see `direct-tables.ts`). */
export function directObjects(place: AwsPlace, bucket: string): ObjectStore {
  // An engine on one machine has no host per bucket.
  const root = place.endpoint === undefined ? serviceUrl(place, `${bucket}.s3`) : new URL(place.endpoint)
  const prefix = place.endpoint === undefined ? '' : `/${bucket}`
  return {
    find: async (key) => {
      const url = new URL(`${prefix}/${key.split('/').map(encodeURIComponent).join('/')}`, root)
      const request = { method: 'GET', url, headers: {}, body: '' } as const
      const { status, body } = await callAws(place, 's3', request, isPassing)
      if (status === 200) return body
      if (status === 404) return undefined
      throw new Error(`S3 answered ${status} for ${key.split('/', 1)[0]}/…`)
    },
    put: async () => refuseWrite(),
    remove: async () => refuseWrite(),
  }
}

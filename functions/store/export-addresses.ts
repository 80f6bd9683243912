import type { ExportFiles } from '#core/deciding/export-ports.ts'
import { serviceUrl, type AwsPlace } from './aws-call.ts'
import { presignedUrl } from './aws-signature.ts'

/** Long enough to begin a download, too short to be passed on. */
const seconds = 300

/** Files that browsers fetch from the bucket itself: API Gateway lets 6 MB of a Lambda's answer through. */
export function withAddresses(files: ExportFiles, place: AwsPlace, bucket: string): ExportFiles {
  return {
    ...files,
    addressOf: async (key, contentDisposition) => {
      const url = serviceUrl(place, `${bucket}.s3`)
      url.pathname = key
      url.searchParams.set('response-content-disposition', contentDisposition)
      const { region, credentials } = place
      return (
        await presignedUrl(url, { service: 's3', region, credentials, now: place.now() }, seconds)
      ).toString()
    },
  }
}

import type { Credentials } from '../store/aws-signature.ts'

/** The role's credentials; Lambda puts them into the environment of every execution and ends it before they do. */
export function lambdaCredentials(environment: Record<string, string | undefined>): Credentials {
  return {
    accessKeyId: environment['AWS_ACCESS_KEY_ID'] ?? '',
    secretAccessKey: environment['AWS_SECRET_ACCESS_KEY'] ?? '',
    sessionToken: environment['AWS_SESSION_TOKEN'],
  }
}

import { callAws, serviceUrl } from '../store/aws-call.ts'
import { lambdaCredentials } from './lambda-credentials.ts'

/**
 * A secret's text by its ARN: one signed request at start is not worth another client. Region and partition
 * are in the secret's own name. Throws with the status alone: what this service answers is written nowhere.
 */
export async function readSecret(
  arn: string,
  environment: Record<string, string | undefined>,
): Promise<string> {
  const region = arn.split(':')[3] ?? ''
  const place = { region, credentials: lambdaCredentials(environment), now: () => new Date() }
  const request = {
    method: 'POST',
    url: serviceUrl(place, 'secretsmanager'),
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'secretsmanager.GetSecretValue',
    },
    body: JSON.stringify({ SecretId: arn }),
  } as const
  const { status, body } = await callAws(place, 'secretsmanager', request, (answer) => answer.status >= 500)
  if (status !== 200) throw new Error(`the keys' secret could not be read: status ${status}`)
  return (JSON.parse(body.toString()) as { SecretString: string }).SecretString
}

import type { TestProject } from 'vitest/node'
import { startDynamoLocal } from '../../infra/local/dynamodb-local.ts'
import { startS3Local } from '../../infra/local/s3-local.ts'

declare module 'vitest' {
  interface ProvidedContext {
    dynamoEndpoint: string
    s3Endpoint: string
  }
}

/** One in-memory DynamoDB Local and one S3 emulator for the whole run; every test makes its own tables in them. */
export default async function startEngines(project: TestProject): Promise<() => Promise<void>> {
  const [dynamo, s3] = await Promise.all([startDynamoLocal(), startS3Local()])
  project.provide('dynamoEndpoint', dynamo.endpoint)
  project.provide('s3Endpoint', s3.endpoint)
  return async () => {
    await Promise.all([dynamo.stop(), s3.stop()])
  }
}

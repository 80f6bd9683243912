import { handle } from 'hono/aws-lambda'
import { readEnvironment } from '#contract/environment.ts'
import { directTableRows } from '#contract/export-api.ts'
import { createOfficeApp } from '../http/office-app.ts'
import { withAddresses } from '../store/export-addresses.ts'
import { lambdaBulletinWorker, lambdaSender, lambdaWorker } from '../store/lambda-worker.ts'
import { lambdaCredentials } from './lambda-credentials.ts'
import { makeLambdaDeps } from './make-lambda-deps.ts'
import { openWithClients } from './open-with-clients.ts'

const settings = readEnvironment(process.env, [
  'oidcIssuer',
  'oidcClientId',
  'oidcClientSecret',
  'buildTableFunction',
  'publishBulletinFunction',
  'sendAnswersFunction',
  'objectsBucket',
])
const { oidcIssuer, oidcClientId, oidcClientSecret, sendAnswersFunction } = settings
const oidc = { issuer: oidcIssuer, clientId: oidcClientId, clientSecret: oidcClientSecret }
const place = {
  region: process.env['AWS_REGION'] ?? '',
  credentials: lambdaCredentials(process.env),
  now: () => new Date(),
}
const deps = await makeLambdaDeps(process.env, openWithClients)
const exportFiles = withAddresses(deps.exportFiles, place, settings.objectsBucket)
const exportWorker = lambdaWorker(place, settings.buildTableFunction)
const bulletinWorker = lambdaBulletinWorker(place, settings.publishBulletinFunction)
const answerSender = sendAnswersFunction === undefined ? undefined : lambdaSender(place, sendAnswersFunction)

/** The Lambda behind the desk and the contact points. */
export const handler = handle(
  createOfficeApp({
    ...deps,
    oidc,
    exportFiles,
    exportWorker,
    bulletinWorker,
    answerSender,
    directTableRows,
  }),
)

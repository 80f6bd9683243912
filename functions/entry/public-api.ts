import { handle } from 'hono/aws-lambda'
import { createPublicApp } from '../http/public-app.ts'
import { makeLambdaDeps } from './make-lambda-deps.ts'
import { openDirectly } from './open-directly.ts'

/** The Lambda behind everything residents send and ask. */
export const handler = handle(createPublicApp(await makeLambdaDeps(process.env, openDirectly(process.env))))

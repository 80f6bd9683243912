import * as z from 'zod'
import { officeOperations } from './operations/office-operations.ts'
import type { OfficeOperation, Shaped } from './operations/office-operation.ts'
import { officeRoutes, type OfficeRoute, type OfficeRouteKey } from './office-routes.ts'
import { Problem } from './problem-body.ts'
import { problemKinds, type ProblemCode } from './problem.ts'
import { version } from './version.ts'

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const namesOf = (shaped: Shaped | undefined) => (typeof shaped === 'object' ? Object.keys(shaped) : [])

/** The OpenAPI 3.1 document of the office API, made from the route table and the shapes its handlers read and answer. */
export function officeOpenApiDocument(origin: string) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of officeRoutes as readonly OfficeRoute[]) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    ;(paths[path] ??= {})[route.method.toLowerCase()] = operationOf(route)
  }
  return {
    openapi: '3.1.0',
    info: { title: '开门 Kaimen 工作台 · office', version, description: '须登录 · For members, signed in' },
    servers: [{ url: origin }],
    security: [{ session: [] }],
    paths,
    components: {
      schemas: componentSchemas(),
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-kaimen_session' } },
    },
  }
}

function operationOf(route: OfficeRoute) {
  const { method, path, allows } = route
  const operation = officeOperations[`${method} ${path}` as OfficeRouteKey]
  const { summary, body, answer, status = 200 } = operation
  return {
    operationId: `${method.toLowerCase()}${path.replace('/office/api', '').replace(/\W+/g, '_')}`,
    summary,
    'x-kaimen-allows': allows,
    parameters: parametersOf(path, operation),
    ...(body !== undefined && { requestBody: { required: true, content: contentOf(body) } }),
    responses: {
      [status]: { description: 'OK', content: contentOf(answer) },
      ...refusalsOf(path, operation),
    },
  }
}

function parametersOf(path: string, { query, ifMatch }: OfficeOperation) {
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const { properties = {}, required = [] } = query ? z.toJSONSchema(query, inputShapes) : {}
  const inQuery = Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
  const header = { name: 'If-Match', in: 'header', required: true, schema: { type: 'string' } }
  return [...inPath, ...inQuery, ...(ifMatch ? [header] : [])]
}

/** What is sent: before defaults are filled in and texts are turned into numbers. */
const inputShapes = { io: 'input', unrepresentable: 'any' } as const

function contentOf(shaped: Shaped) {
  if (typeof shaped === 'string') return { [shaped]: {} }
  const names = namesOf(shaped)
  const [only] = names
  const schema = names.length === 1 ? ref(only ?? '') : { anyOf: names.map(ref) }
  return { 'application/json': { schema } }
}

function refusalsOf(path: string, { body, query, ifMatch }: OfficeOperation) {
  const codes: ProblemCode[] = ['signed-out', 'not-permitted', 'membership-ended', 'unexpected']
  if (path.includes(':')) codes.push('not-found')
  if (body !== undefined)
    codes.push('malformed-body', 'unsupported-media-type', 'too-large', 'cross-site-request')
  if (body !== undefined || query !== undefined) codes.push('invalid-fields')
  if (/table\.(?:xlsx|docx|csv|json)$/.test(path) && body === undefined) codes.push('table-too-long')
  if (ifMatch) codes.push('precondition-required', 'changed-meanwhile')
  const byStatus = Map.groupBy(codes, (code) => problemKinds[code].status)
  return Object.fromEntries(
    [...byStatus].map(([status, those]) => [
      String(status),
      {
        description: those.map((code) => `\`${code}\` ${problemKinds[code].title.zh}`).join(' · '),
        content: { 'application/problem+json': { schema: ref('Problem') } },
      },
    ]),
  )
}

/** Every shape under its name. Bodies are described as they are sent, answers as they leave; few are both. */
function componentSchemas(): Record<string, unknown> {
  const bodies = z.registry<{ id: string }>()
  const answers = z.registry<{ id: string }>()
  answers.add(Problem, { id: 'Problem' })
  for (const { body, answer } of Object.values(officeOperations)) {
    if (typeof answer === 'object')
      for (const [id, shape] of Object.entries(answer)) answers.add(shape, { id })
    if (typeof body === 'object') for (const [id, shape] of Object.entries(body)) bodies.add(shape, { id })
  }
  const uri = (id: string) => `#/components/schemas/${id}`
  const sent = z.toJSONSchema(bodies, { ...inputShapes, uri }).schemas
  const answered = z.toJSONSchema(answers, { uri, unrepresentable: 'any' }).schemas
  return Object.fromEntries(
    Object.entries({ ...sent, ...answered }).map(([name, { $schema: _dialect, $id: _id, ...schema }]) => [
      name,
      schema,
    ]),
  )
}

import * as z from 'zod'
import { Provision } from '#core/draft/provision.ts'
import { Tallies } from '#core/log/tallies.ts'
import { Problem } from './problem-body.ts'
import { problemKinds } from './problem.ts'
import { publicRoutes, type PublicRoute } from './public-routes.ts'
import { version } from './version.ts'

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })

/** Every named shape of the public API as JSON Schema 2020-12, which OpenAPI 3.1 takes as it is. */
function componentSchemas(): Record<string, unknown> {
  const registry = z.registry<{ id: string }>()
  registry.add(Problem, { id: 'Problem' })
  registry.add(Provision, { id: 'Provision' })
  registry.add(Tallies, { id: 'Tallies' })
  for (const { body, answers } of publicRoutes) {
    if (body) registry.add(body.schema, { id: body.name })
    for (const { schema, name } of Object.values(answers)) registry.add(schema, { id: name })
  }
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}` })
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _dialect, $id: _id, ...schema }]) => [name, schema]),
  )
}

function refusals(route: PublicRoute) {
  const byStatus = Map.groupBy(
    [...route.refusals, 'unexpected' as const],
    (code) => problemKinds[code].status,
  )
  return [...byStatus].map(([status, codes]) => [
    String(status),
    {
      description: codes.map((code) => `\`${code}\` ${problemKinds[code].title.zh}`).join(' · '),
      content: { 'application/problem+json': { schema: ref('Problem') } },
    },
  ])
}

function operation(route: PublicRoute) {
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
  const answers = Object.entries(route.answers).map(([status, { description, name }]) => [
    status,
    { description, content: { 'application/json': { schema: ref(name) } } },
  ])
  return {
    operationId: route.operationId,
    summary: route.summary,
    ...(names.length > 0 && {
      parameters: names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
    }),
    ...(route.body && {
      requestBody: { required: true, content: { 'application/json': { schema: ref(route.body.name) } } },
    }),
    responses: Object.fromEntries([...answers, ...refusals(route)]) as Record<string, unknown>,
  }
}

/** The OpenAPI 3.1 document of the public API, made from the schemas that guard it. */
export function openApiDocument(origin: string) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of publicRoutes) (paths[route.path] ??= {})[route.method] = operation(route)
  return {
    openapi: '3.1.0',
    info: {
      title: '开门 Kaimen',
      version,
      description: '公开征求立法意见 · Public consultation on draft laws',
    },
    servers: [{ url: origin }],
    paths,
    components: { schemas: componentSchemas() },
  }
}

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { officeOpenApiDocument } from '#contract/office-openapi.ts'
import { officeRoutes, type OfficeRouteKey } from '#contract/office-routes.ts'
import type { Shaped } from '#contract/operations/office-operation.ts'
import { officeOperations } from '#contract/operations/office-operations.ts'

interface Operation {
  operationId: string
  parameters: { name: string; in: string }[]
  requestBody?: unknown
  responses: Record<string, unknown>
}
const document = officeOpenApiDocument('https://lifa.yunxi.example')
const text = JSON.stringify(document)
const operations = document.paths as Record<string, Record<string, Operation>>

describe('the office’s OpenAPI document', () => {
  it('has every route of the office API and no other', () => {
    const described = Object.entries(operations).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    const routes = officeRoutes.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
    expect(described.sort()).toEqual(routes.sort())
  })

  it('is 3.1: every reference resolves, every operation has a name of its own and its parameters', () => {
    expect(document.openapi).toBe('3.1.0')
    const refs = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) =>
      String(name),
    )
    expect(refs.length).toBeGreaterThan(80)
    for (const name of refs) expect(document.components.schemas).toHaveProperty(name)
    expect(text).not.toContain('"$ref":"#/$defs')
    const all = Object.entries(operations).flatMap(([path, methods]) =>
      Object.values(methods).map((operation) => ({ path, operation })),
    )
    expect(new Set(all.map(({ operation }) => operation.operationId)).size).toBe(all.length)
    for (const { path, operation } of all)
      for (const [, name] of path.matchAll(/\{(\w+)\}/g))
        expect(operation.parameters).toContainEqual(expect.objectContaining({ name, in: 'path' }))
  })

  it('lets no receipt code stand in an address', () => {
    const inAddress = Object.values(operations).flatMap((methods) =>
      Object.values(methods).flatMap(({ parameters }) => parameters.map(({ name }) => name)),
    )
    expect(inAddress.filter((name) => /receipt|code/i.test(name))).toEqual([])
  })
})

/* What is described is what is done: the shapes a handler reads and answers are the ones its line names. */
const folder = new URL('../../functions/http/routes/office/', import.meta.url)
const sources = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'))

/** The source of one handler, and of the whole file with the parts handlers share. */
function sourceOf(key: string): { handler: string; file: string } {
  const file = sources.find((source) => source.includes(`'${key}': `))
  if (file === undefined) throw new Error(`no handler of ${key}`)
  const [handler = ''] = file.slice(file.indexOf(`'${key}': `) + key.length).split(/\n {4}'[A-Z]+ \/office/)
  return { handler, file }
}
const namesIn = (source: string, call: RegExp) => [...source.matchAll(call)].map(([, name]) => String(name))
const namesOf = (shaped: Shaped | undefined) => (typeof shaped === 'object' ? Object.keys(shaped) : [])

const calls = {
  body: /readJson\(\s*c,\s*([A-Z]\w+)/g,
  answer: /answer(?:Shape|Item)\(\s*c,\s*([A-Z]\w+)/g,
  query: /parseShape\(([A-Z]\w+), c\.req\.query/g,
}

describe.each(officeRoutes.map(({ method, path }) => `${method} ${path}` as OfficeRouteKey))('%s', (key) => {
  it('is described by the shapes its handler uses', () => {
    const { handler, file } = sourceOf(key)
    const { body, answer, query, ifMatch } = officeOperations[key]
    const shared = namesIn(file, calls.answer)
    const answered = namesIn(handler, calls.answer)
    if (answered.length > 0) expect(new Set(namesOf(answer))).toEqual(new Set(answered))
    else if (key !== 'GET /office/api/openapi.json')
      for (const name of namesOf(answer)) expect(shared).toContain(name)
    expect(namesOf(body)).toEqual(namesIn(handler, calls.body))
    const asked = namesIn(handler, calls.query)
    if (asked.length > 0) expect(query).toBeDefined()
    if (handler.includes('readRev(')) expect(ifMatch).toBe(true)
    else if (ifMatch) expect(file).toContain('readRev(')
  })
})

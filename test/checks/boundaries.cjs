// Who may import whom: DESIGN's table as rules. Everything not allowed is forbidden, and no cycles.
const own = '^(functions|infra|site|test)/'

/** `folder` may import only these folders of ours and these packages. */
function only(folder, folders, packages) {
  const mine = folders.map((name) => `^${name}/`).join('|')
  return [
    {
      name: `${folder}-imports-only-${folders.map((name) => name.split('/').pop()).join('-')}`,
      severity: 'error',
      from: { path: `^${folder}/` },
      to: { path: own, pathNot: mine },
    },
    {
      name: `${folder}-packages`,
      severity: 'error',
      from: { path: `^${folder}/` },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg'],
        pathNot: packages.map((name) => `node_modules/${name}/`).join('|') || '^$',
      },
    },
  ]
}

const core = 'functions/core'
const contract = 'functions/contract'
const documents = 'functions/documents'
const actions = 'functions/actions'
const store = 'functions/store'
const http = 'functions/http'
const telemetry = 'functions/telemetry'

/** The folders of core and of actions in an order in which each reads only those before it. */
const coreSubjects = 'text draft log deciding lineage grouping batch collecting bulletin report mail'.split(
  ' ',
)
const actionSubjects =
  'intake log lineage draft deciding grouping batch collecting table bulletin report mail people'.split(' ')

function oneWay(folder, subjects) {
  return subjects.slice(0, -1).map((subject, at) => ({
    name: `${folder.split('/').pop()}-${subject}-reads-nothing-after-it`,
    severity: 'error',
    from: { path: `^${folder}/${subject}/` },
    to: { path: `^${folder}/(${subjects.slice(at + 1).join('|')})/` },
  }))
}

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      // `aws-lambda` is a package of types alone
      to: { couldNotResolve: true, pathNot: '^(astro:|virtual:|aws-lambda$)' },
    },
    ...only(core, [core], ['zod']),
    {
      name: 'core-touches-no-platform',
      severity: 'error',
      from: { path: `^${core}/`, pathNot: `^${core}/sha256\\.ts$` },
      to: { dependencyTypes: ['core'] },
    },
    ...oneWay(core, coreSubjects),
    ...oneWay(actions, actionSubjects),
    ...only(contract, [core, contract], ['zod']),
    ...only(documents, [core, contract, documents], ['yauzl', 'read-excel-file', 'papaparse', '@types/.*']),
    ...only(actions, [core, contract, documents, actions], ['zod']),
    ...only(store, [core, contract, store, telemetry], ['@aws-sdk/.*', '@smithy/.*', 'zod']),
    ...only(telemetry, [core, contract, telemetry], ['zod']),
    ...only(
      http,
      [core, contract, actions, http, telemetry],
      ['hono', 'zod', 'uqr', 'openid-client', 'jose'],
    ),
    {
      name: 'cdk-imports-contract-only',
      severity: 'error',
      from: { path: '^infra/', pathNot: '^infra/(local|cloud)/' },
      to: { path: '^(functions|site|test)/', pathNot: `^${contract}/` },
    },
    {
      name: 'site-imports-core-and-contract',
      severity: 'error',
      from: { path: '^site/' },
      to: { path: '^(functions|infra|test)/', pathNot: `^(${core}|${contract})/` },
    },
    {
      name: 'shared-parts-know-no-app',
      severity: 'error',
      from: { path: '^site/src/parts/' },
      to: { path: '^site/src/', pathNot: '^site/src/parts/' },
    },
    {
      name: 'apps-meet-in-shared-parts',
      severity: 'error',
      from: { path: '^site/src/(desk|collect)/' },
      // What becomes of a record is said in the same words at the desk: they stand once.
      to: { path: '^site/src/(desk|collect)/', pathNot: '^site/src/($1|collect/words)/' },
    },
    { name: 'nobody-imports-tests', severity: 'error', from: { pathNot: '^test/' }, to: { path: '^test/' } },
    {
      name: 'only-roots-make-stores',
      severity: 'error',
      from: { pathNot: '^(functions/(store|entry)|infra/(local|cloud)|test)/' },
      to: { path: `^${store}/` },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(site/dist|site/[.]astro)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}

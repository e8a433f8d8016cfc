// The import arrows of the house (ARCHITECTURE.md); scripts/arrows.test.ts plants a forbidden import for each and sees it caught.
const own = (name) => `^packages/${name}/`
const only = (from, ...allowed) => ({
  name: `${from}-imports-only-${allowed.join('-') || 'itself'}`,
  severity: 'error',
  from: { path: own(from), pathNot: '\\.test\\.tsx?$' },
  to: { path: '^(packages|e2e|bench|scripts)/', pathNot: [own(from), ...allowed.map(own)] },
})

export default {
  forbidden: [
    only('domain'),
    only('contract', 'domain'),
    only('methods', 'domain'),
    only('web', 'contract', 'domain'),
    only('server', 'contract', 'domain', 'methods', 'web/dist'),
    only('verify', 'domain'),
    {
      name: 'cli-not-web',
      severity: 'error',
      from: { path: own('cli') },
      to: { path: own('web') },
    },
    {
      name: 'domain-imports-only-pure-libraries',
      severity: 'error',
      from: { path: `${own('domain')}src/`, pathNot: '\\.test\\.ts$|/testing/' },
      to: { path: 'node_modules', pathNot: 'node_modules/(zod|canonicalize|@noble/hashes|@noble/curves)/' },
    },
    {
      name: 'domain-without-node',
      severity: 'error',
      from: { path: `${own('domain')}src/`, pathNot: '\\.test\\.ts$|/testing/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'kernel-knows-no-capability',
      severity: 'error',
      from: { path: '^packages/server/src/kernel/' },
      to: { path: '^packages/server/src/capabilities/' },
    },
    {
      name: 'capability-through-its-door',
      severity: 'error',
      from: { path: '^packages/server/src/capabilities/([^/]+)/', pathNot: ['\\.test\\.ts$', '/testing/'] },
      to: {
        path: '^packages/server/src/capabilities/([^/]+)/',
        pathNot: ['^packages/server/src/capabilities/$1/', '^packages/server/src/capabilities/[^/]+/index\\.ts$'],
      },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'resolvable',
      severity: 'error',
      from: { path: '^packages/' },
      to: { couldNotResolve: true, pathNot: 'dist/' },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|data)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}

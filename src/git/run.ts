import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { GiveUp } from '../errors.ts';
import { gitEnvironment } from './environment.ts';
import type { Environment } from './environment.ts';

export type Finished = {
  /** Null when git was ended by a signal. */
  readonly code: number | null;
  readonly bytes: Buffer;
  readonly output: string;
  readonly complaint: string;
};

const COMPLAINT_LIMIT = 4096;
const OUTPUT_LIMIT = 64 * 1024 * 1024;

/**
 * Runs git to its end and keeps what it wrote (at most 64 MB). Use it for short answers only.
 * @throws the system's error (`ENOENT`) when there is no git.
 */
export async function runGit(
  environment: Environment,
  args: readonly string[],
  input: string | null = null,
): Promise<Finished> {
  const child = start(environment, args, input);
  const complaint = collectComplaint(child);
  const pieces: Buffer[] = [];
  let length = 0;
  child.stdout!.on('data', (piece: Buffer) => {
    length += piece.length;
    if (length <= OUTPUT_LIMIT) pieces.push(piece);
  });
  const code = await closing(child);
  const bytes = Buffer.concat(pieces);
  return { code, bytes, output: bytes.toString('utf8'), complaint: complaint() };
}

/**
 * Runs git and hands out what it writes as it comes. Leaving the loop early ends git and waits for it.
 * @throws GiveUp with git's own words when it fails.
 */
export async function* streamGit(environment: Environment, args: readonly string[]): AsyncGenerator<Buffer> {
  const child = start(environment, args, null);
  const complaint = collectComplaint(child);
  const closed = closing(child);
  // Whoever leaves early must not be surprised by a rejection that nobody waits for.
  closed.catch(() => undefined);
  try {
    const pieces: AsyncIterable<Buffer> = child.stdout!;
    yield* pieces;
    const code = await closed;
    if (code !== 0) throw new GiveUp(failure(complaint()));
  } finally {
    child.kill();
    await closed.catch(() => undefined);
  }
}

function start(environment: Environment, args: readonly string[], input: string | null): ChildProcess {
  const child = spawn('git', args, {
    env: gitEnvironment(environment),
    stdio: [input === null ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
  // Git may end before it has read everything; its exit code says why, not the broken pipe.
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(input);
  return child;
}

function closing(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
}

function collectComplaint(child: ChildProcess): () => string {
  let text = '';
  child.stderr!.setEncoding('utf8');
  child.stderr!.on('data', (piece: string) => {
    if (text.length < COMPLAINT_LIMIT) text += piece.slice(0, COMPLAINT_LIMIT);
  });
  return () => text;
}

function failure(complaint: string): string {
  const line = firstComplaint(complaint);
  return `Git could not read this history to its end: ${line}. Run \`git fsck\` there, or make a fresh clone.`;
}

/** The line that says what went wrong, without git's prefix and without control characters. */
export function firstComplaint(complaint: string): string {
  const lines = complaint.split('\n').filter((line) => line.trim() !== '');
  const fatal = lines.find((line) => /^(?:fatal|error): /.test(line)) ?? lines[0] ?? 'it gave no reason';
  return fatal
    .replace(/^(?:fatal|error): /, '')
    .replaceAll(/\p{Cc}/gu, ' ')
    .slice(0, 300)
    .replace(/[.\s]+$/, '');
}

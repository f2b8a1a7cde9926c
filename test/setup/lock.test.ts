import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';

const lockModule = new URL('../../setup/lock.mjs', import.meta.url).href;
const gone = { pid: 2 ** 30, start: '1' };

let outside: string;
let folder: string;

beforeEach(() => {
  outside = mkdtempSync(join(tmpdir(), 'groundwork lock '));
  folder = join(outside, 'lock');
});

afterEach(() => {
  rmSync(outside, { recursive: true, force: true });
});

describe('one at a time', () => {
  test.each([
    ['without a lock before', () => undefined],
    ['after a holder that died', () => plant('3', { ...gone, host: hostname(), child: null })],
    [
      'after a holder whose number another process has now',
      () => plant('3', { pid: process.pid, start: '1', host: hostname(), child: null }),
    ],
    ['after a holder that died with its child', () => plant('8', { ...gone, host: hostname(), child: gone })],
    [
      'after a holder on another machine, silent for long',
      () => plant('1', { ...gone, host: 'elsewhere', child: null }, 3600),
    ],
    [
      'beside a draft that was never finished',
      () => mkdirSync(join(folder, `draft-${gone.pid}-x`), { recursive: true }),
    ],
  ])('six at once, %s', async (_, before) => {
    before();
    await Promise.all(Array.from({ length: 6 }, () => holdOnce()));
    const steps = readFileSync(join(outside, 'steps'), 'utf8').trim().split('\n');
    expect(steps).toHaveLength(12);
    const ins = steps.filter((_step, index) => index % 2 === 0);
    const outs = steps.filter((_step, index) => index % 2 === 1);
    expect(outs).toEqual(ins.map((step) => step.replace('in', 'out')));
    expect(new Set(ins).size).toBe(6);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  test.each([
    [
      'a living process',
      { pid: process.pid, start: 'unknown', host: hostname(), child: null },
      'is at work in this folder',
    ],
    [
      'a dead one with a living child',
      { ...gone, host: hostname(), child: { pid: process.pid, start: 'unknown' } },
      'was cut off',
    ],
    ['another machine that was heard just now', { ...gone, host: 'elsewhere', child: null }, 'on elsewhere'],
  ])('%s is waited for', async (_, owner, words) => {
    plant('5', owner);
    const waiting = hold();
    await waiting.said(words);
    rmSync(join(folder, '5', 'owner'));
    await waiting.ended;
    expect(readFileSync(join(outside, 'steps'), 'utf8').trim().split('\n')).toHaveLength(2);
  });
});

function plant(number: string, owner: unknown, secondsAgo = 0): void {
  mkdirSync(join(folder, number), { recursive: true });
  const path = join(folder, number, 'owner');
  writeFileSync(path, JSON.stringify(owner));
  const then = Date.now() / 1000 - secondsAgo;
  utimesSync(path, then, then);
  appendFileSync(join(outside, 'steps'), '');
}

function holdOnce(): Promise<void> {
  return hold().ended;
}

/** Takes the lock in a process of its own, notes when it was in and out, and lets go. */
function hold() {
  const script = `
    import { appendFileSync } from 'node:fs';
    import { setTimeout as pause } from 'node:timers/promises';
    import { alone } from ${JSON.stringify(lockModule)};
    const note = (word) => appendFileSync(${JSON.stringify(join(outside, 'steps'))}, word + ' ' + process.pid + '\\n');
    await alone(${JSON.stringify(folder)}, (line) => process.stderr.write(line + '\\n'), async () => {
      note('in');
      await pause(30);
      note('out');
    });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let heard = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (heard += text));
  const ended = new Promise<void>((resolve, reject) => {
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`ended with ${code}: ${heard}`)),
    );
  });
  const said = (words: string) =>
    new Promise<void>((resolve) => {
      const look = () => heard.includes(words) && resolve();
      child.stderr.on('data', look);
      look();
    });
  return { ended, said };
}

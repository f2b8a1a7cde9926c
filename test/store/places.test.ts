import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { GiveUp } from '../../src/errors.ts';
import { accountLentByRoot } from '../../src/store/embedded/account.ts';
import { reachableByOthers, refuseLittleSpace } from '../../src/store/embedded/places.ts';
import { ownerName, parsePostmaster, servesFolder } from '../../src/store/embedded/postmaster.ts';
import { inspectProcess } from '../../src/store/embedded/processes.ts';

describe('the disk', () => {
  test.each([0, 900_000_000, 1_499_999_999])('%d bytes free are too few, said with the folder', (free) => {
    const refusal = () => refuseLittleSpace('/srv/groundwork', free);
    expect(refusal).toThrow(GiveUp);
    expect(refusal).toThrow('/srv/groundwork');
  });

  test('1.5 GB are enough', () => {
    expect(() => refuseLittleSpace('/srv/groundwork', 1_500_000_000)).not.toThrow();
  });
});

describe('the user to whom root lends the server', () => {
  const root = 'root:x:0:0:root:/root:/bin/bash';
  const nobody = 'nobody:x:65534:65533:nobody:/nonexistent:/usr/sbin/nologin';
  const postgres = 'postgres:x:101:104:PostgreSQL administrator,,,:/var/lib/postgresql:/bin/bash';
  const macNobody = 'nobody:*:-2:-2:Unprivileged User:/var/empty:/usr/bin/false';

  test.each<[string, string[], { uid: number; gid: number }]>([
    ['postgres before nobody', [root, nobody, postgres], { uid: 101, gid: 104 }],
    ['nobody where there is no postgres', [root, nobody], { uid: 65_534, gid: 65_533 }],
    ['nobody as macOS writes it', ['# comment', root, macNobody], { uid: 4_294_967_294, gid: 4_294_967_294 }],
  ])('%s', (_, lines, expected) => {
    expect(accountLentByRoot(lines.join('\n'))).toEqual({ ...expected, lent: true });
  });

  test.each<[string, string[]]>([
    ['neither is there', [root, 'www-data:x:33:33::/var/www:']],
    ['postgres is root under another name', ['postgres:x:0:0::/:']],
    ['the row is broken', ['postgres:x']],
    ['the file is empty', ['']],
  ])('nobody at all where %s', (_, lines) => {
    expect(() => accountLentByRoot(lines.join('\n'))).toThrow(GiveUp);
  });
});

describe('a folder in reach of others', () => {
  let base: string;
  beforeAll(async () => {
    base = await mkdtemp(join(tmpdir(), 'groundwork-places-'));
    await mkdir(join(base, 'closed', 'inner'), { recursive: true });
    await mkdir(join(base, 'open'));
    for (const [name, mode] of [
      ['', 0o711],
      ['open', 0o755],
      ['closed/inner', 0o755],
      ['closed', 0o700],
    ] as const) {
      await chmod(join(base, name), mode);
    }
  });
  afterAll(async () => {
    await rm(base, { recursive: true });
  });

  test.each([
    ['open', true],
    ['closed', false],
    ['closed/inner', false],
  ])('%s: %s', async (name, expected) => {
    expect(await reachableByOthers(join(base, name))).toBe(expected);
  });
});

describe('what a server wrote about itself', () => {
  const whole = [
    '4711',
    '/srv/data',
    '1763929919',
    '43871',
    '',
    '127.0.0.1',
    '  1048577   3',
    'ready   ',
    '',
  ];

  test.each<[string, readonly string[], ReturnType<typeof parsePostmaster>]>([
    ['ready', whole, { pid: 4711, port: 43_871, ready: true }],
    ['starting', whole.with(7, 'starting'), { pid: 4711, port: 43_871, ready: false }],
    ['stopping', whole.with(7, 'stopping'), { pid: 4711, port: 43_871, ready: false }],
    ['half written', whole.slice(0, 2), { pid: 4711, port: 0, ready: false }],
    ['empty', [''], null],
    ['a single server, marked by a minus', whole.with(0, '-4711'), null],
    ['no number', whole.with(0, '4711; rm'), null],
  ])('%s', (_, lines, expected) => {
    expect(parsePostmaster(lines.join('\n'))).toEqual(expected);
  });

  test('any text at all is read without harm', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const found = parsePostmaster(text);
        expect(found === null || found.pid > 0).toBe(true);
      }),
    );
  });
});

describe('processes', () => {
  test('our own is found, and carries the same name each time', async () => {
    expect((await inspectProcess(process.pid))?.uid).toBe(process.getuid?.());
    expect(await ownerName(process.pid)).toBe(await ownerName(process.pid));
    expect(await ownerName(process.pid)).toMatch(new RegExp(`^groundwork-${process.pid}-\\w+$`));
  });

  test.each([0, -1, Number.NaN, 2 ** 22 + 1])('%d is none', async (pid) => {
    expect(await inspectProcess(pid)).toBeNull();
  });

  test('a program that merely has the id is no server of ours', async () => {
    const account = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0, lent: false };
    expect(await servesFolder(process.pid, '/srv/data', account)).toBe(false);
  });
});

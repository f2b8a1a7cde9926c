import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { rulesCommand, schemas, schemaText } from '../../src/commands/rules.ts';
import { runProgram } from '../../src/commands/program.ts';
import { packs } from '../../src/framework/packs.ts';
import { harbourFramework, smallFrameworks } from '../fixtures/frameworks.ts';
import { emptyFolder, removeFolders } from './run.ts';
import { terminalOf } from './terminal.ts';

afterAll(removeFolders);
beforeEach(() => {
  process.exitCode = undefined;
});

async function rules(...args: readonly string[]) {
  const { terminal, given, said } = terminalOf();
  const ports = { terminal, resolvePath: (path: string) => path, frameworks: smallFrameworks };
  const code = await runProgram([rulesCommand(ports)], ['node', 'groundwork', 'rules', ...args], terminal);
  process.exitCode = undefined;
  return { code, given: given(), said: said() };
}

describe('rules', () => {
  test.each(['rules', 'framework', 'pack'] as const)(
    '--schema %s gives what the repository holds: make it anew with this command when the form changes',
    async (of) => {
      const place = new URL(`../../schema/${schemas[of].file}`, import.meta.url);
      const held: unknown = JSON.parse(readFileSync(place, 'utf8'));
      expect(held).toEqual(JSON.parse(schemaText(of)));
      expect(await rules('--schema', of)).toEqual({ code: 0, given: schemaText(of), said: '' });
    },
  );

  test('--schema alone gives that of the rules; of anything else there is none', async () => {
    expect(await rules('--schema')).toEqual({ code: 0, given: schemaText('rules'), said: '' });
    expect((await rules('--schema', 'ladder')).code).toBe(2);
  });

  test.each([
    ['the packs that come with the app', 'pack', packs],
    ['a framework that says much', 'framework', [parse(harbourFramework)]],
  ] as const)('%s fit their schema, as an editor reads it', (_, of, files) => {
    const validate = new Ajv({ strict: false }).compile(JSON.parse(schemaText(of)));
    for (const file of files) expect([validate(file), validate.errors]).toEqual([true, null]);
    expect(validate({ colour: 'red' })).toBe(false);
  });

  test('each problem is a line that editors can jump to', async () => {
    const file = join(emptyFolder(), 'groundwork.yml');
    writeFileSync(file, 'mode: live\nengineers:\n  teems: [backend]\n');
    expect(await rules(file)).toEqual({
      code: 1,
      given: `${file}:3:3: There is no key \`teems\` here. Did you mean \`teams\`?\n`,
      said: '',
    });
  });

  test('a file that can be used gives nothing, and says so', async () => {
    const file = join(emptyFolder(), 'groundwork.yml');
    writeFileSync(file, 'mode: live\n');
    const { code, given, said } = await rules(file);
    expect({ code, given }).toEqual({ code: 0, given: '' });
    expect(said).toContain('can be used');
  });

  test('a file that is not there is the caller’s to mend', async () => {
    const { code, said } = await rules(join(emptyFolder(), 'none.yml'));
    expect(code).toBe(2);
    expect(said).toContain('cannot be read');
  });

  test.each<[string, string, string | null, string]>([
    [
      'a framework that there is not',
      'mode: live\nframework: platfrom\n',
      null,
      'groundwork.yml:2:1: There is no framework `platfrom`. Did you mean `platform`?',
    ],
    [
      'a file that is not beside it',
      'mode: live\nframework: ladder.yml\n',
      null,
      'groundwork.yml:2:1: There is no file `ladder.yml` beside this one. Add it, or name a framework.',
    ],
    [
      'a fault in the file beside it',
      'framework: ladder.yml\n',
      'extends: small\nareas:\n  care:\n    titel: Care\n',
      'ladder.yml:4:5: There is no key `titel` here. Did you mean `title`?',
    ],
    [
      'a folder in the name',
      'framework: ladders/ours.yml\n',
      null,
      'groundwork.yml:1:1: `ladders/ours.yml` is not the name of a file. Put the file beside this one, and write its name without any folder.',
    ],
  ])('%s is told with its place', async (_, text, ladder, problem) => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'groundwork.yml'), text);
    if (ladder !== null) writeFileSync(join(folder, 'ladder.yml'), ladder);
    const { code, given } = await rules(join(folder, 'groundwork.yml'));
    expect({ code, given }).toEqual({ code: 1, given: `${join(folder, problem)}\n` });
  });

  test('rules with a framework that can be used can be used', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'groundwork.yml'), 'framework: ladder.yml\n');
    writeFileSync(join(folder, 'ladder.yml'), harbourFramework);
    expect((await rules(join(folder, 'groundwork.yml'))).code).toBe(0);
    const { code, said } = await rules('--framework', join(folder, 'ladder.yml'));
    expect(code).toBe(0);
    expect(said).toBe('The framework can be used. Its areas: Delivery, Steady hands, Tariffs.\n');
  });

  test('a framework is checked without rules, too', async () => {
    const file = join(emptyFolder(), 'ladder.yml');
    writeFileSync(file, 'words: { a: { pattern: "(a+)+", reason: is long, counts: {} } }\n');
    const { code, given } = await rules('--framework', file);
    expect(code).toBe(1);
    expect(given).toContain(`${file}:1:15: This pattern repeats without a bound`);
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { rulesCommand, schemaText } from '../../src/commands/rules.ts';
import { runProgram } from '../../src/commands/program.ts';
import { emptyFolder, removeFolders } from './run.ts';
import { terminalOf } from './terminal.ts';

afterAll(removeFolders);
beforeEach(() => {
  process.exitCode = undefined;
});

async function rules(...args: readonly string[]) {
  const { terminal, given, said } = terminalOf();
  const ports = { terminal, resolvePath: (path: string) => path };
  const code = await runProgram([rulesCommand(ports)], ['node', 'groundwork', 'rules', ...args], terminal);
  process.exitCode = undefined;
  return { code, given: given(), said: said() };
}

describe('rules', () => {
  test('--schema gives what the repository holds: make it anew with this command when the rules change', async () => {
    const held: unknown = JSON.parse(
      readFileSync(new URL('../../schema/groundwork.schema.json', import.meta.url), 'utf8'),
    );
    expect(held).toEqual(JSON.parse(schemaText()));
    expect(await rules('--schema')).toEqual({ code: 0, given: schemaText(), said: '' });
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
});

import { runProgram } from './commands/program.ts';
import { tryCommand } from './commands/try.ts';
import { classifyCommand } from './commands/classify.ts';
import { learnCommand } from './commands/learn.ts';
import { demoCommand } from './commands/demo.ts';
import type { Terminal } from './commands/terminal.ts';
import { backend } from './framework/backend/pack.ts';
import { priors } from './framework/backend/priors.ts';
import { compileFramework } from './framework/compile.ts';
import { loadPack } from './framework/load.ts';
import { createGitHistory } from './git/history.ts';
import { importHistory } from './git/import.ts';
import { configuredAddress } from './git/identity.ts';
import { inventedHistory, inventedRepository } from '../demo/invented/build.ts';
import { resolve } from 'node:path';
import { createReadStream } from 'node:fs';

/** The only place where parts are joined. */
const framework = compileFramework(loadPack(backend));
const environment = process.env;
const history = createGitHistory(environment);
const resolvePath = (path: string) => resolve(environment['INIT_CWD'] ?? process.cwd(), path);
const now = () => new Date().toISOString();
const terminal: Terminal = {
  give: (text) => void process.stdout.write(text),
  say: (text) => void process.stderr.write(text),
  errorStream: process.stderr,
  rows: process.stdout.isTTY ? process.stdout.rows : null,
};

process.stdout.on('error', stopQuietlyWhenThePipeCloses);

const whoAmI = (clone: { readonly path: string }) => configuredAddress(clone.path, environment);
const tryPorts = { history, framework, terminal, whoAmI, resolvePath, now };
const story = { repository: inventedRepository, stream: inventedHistory };

process.exitCode = await runProgram(
  [
    tryCommand(tryPorts),
    classifyCommand({
      framework,
      terminal,
      resolvePath,
      read: (path) => (path === '-' ? process.stdin : createReadStream(resolvePath(path))),
    }),
    learnCommand({ framework, priors, terminal, resolvePath }),
    demoCommand({
      ...tryPorts,
      story,
      importHistory: (folder, stream) => importHistory(folder, stream, environment),
    }),
  ],
  process.argv,
  terminal,
);

function stopQuietlyWhenThePipeCloses(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
}

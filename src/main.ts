import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchCommand } from './commands/bench.ts';
import { classifyCommand } from './commands/classify.ts';
import { dataMapCommand } from './commands/data-map.ts';
import { evaluateCommand } from './commands/evaluate.ts';
import { learnCommand } from './commands/learn.ts';
import { phrasesCommand } from './commands/phrases.ts';
import { runProgram } from './commands/program.ts';
import { rulesCommand } from './commands/rules.ts';
import type { Terminal } from './commands/terminal.ts';
import { tryCommand } from './commands/try.ts';
import { priors } from './framework/backend/priors.ts';
import { createFrameworks } from './framework/frameworks.ts';
import { packs } from './framework/packs.ts';
import { createGitHistory } from './git/history.ts';
import { configuredAddress } from './git/identity.ts';
import { appCommands } from './start/commands.ts';
import { demo } from './start/demo.ts';
import { demoReports } from './start/demo-reports.ts';

/** The only place where parts are joined, with `start` for what runs. */
const frameworks = createFrameworks(packs);
const { framework } = frameworks.of(frameworks.usual);
const environment = process.env;
const resolvePath = (path: string) => resolve(environment['INIT_CWD'] ?? process.cwd(), path);
const now = () => new Date().toISOString();
const terminal: Terminal = {
  give: (text) => void process.stdout.write(text),
  say: (text) => void process.stderr.write(text),
  errorStream: process.stderr,
  rows: process.stdout.isTTY ? process.stdout.rows : null,
};

process.stdout.on('error', stopQuietlyWhenThePipeCloses);

const read = (path: string) => (path === '-' ? process.stdin : createReadStream(resolvePath(path)));
const ownExamples = fileURLToPath(new URL('framework/backend/examples', import.meta.url));
const history = createGitHistory(environment);
const whoAmI = (clone: { readonly path: string }) => configuredAddress(clone.path, environment);

process.exitCode = await runProgram(
  [
    ...appCommands({ environment, frameworks, terminal, resolvePath, now }),
    rulesCommand({ frameworks, terminal, resolvePath }),
    tryCommand({ history, framework, terminal, whoAmI, resolvePath, now }),
    classifyCommand({ framework, terminal, resolvePath, read }),
    learnCommand({ framework, priors, terminal, resolvePath }),
    evaluateCommand({ framework, priors, terminal, resolvePath, ownExamples }),
    phrasesCommand({
      history,
      framework,
      terminal,
      resolvePath,
      now,
      demoReports: () => demoReports(environment),
    }),
    benchCommand({ framework, terminal, resolvePath, ownExamples }),
    dataMapCommand({ terminal, root: fileURLToPath(new URL('..', import.meta.url)) }),
    demo({ environment, terminal, resolvePath }),
  ],
  process.argv,
  terminal,
);

function stopQuietlyWhenThePipeCloses(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
}

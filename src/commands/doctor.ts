import { Command } from 'commander';
import { plainLine } from '../report/escape.ts';
import { checkUp } from './doctor/check-up.ts';
import type { Check, CheckedUp, Finding, State } from './doctor/check-up.ts';
import { exitCodes } from './program.ts';
import type { Terminal } from './terminal.ts';

export type DoctorPorts = {
  readonly terminal: Terminal;
  /** What there is to look at, once the command runs. */
  readonly open: () => DoctorsRound;
};

/** The checks, in their order, and how to let go of what they opened. */
export type DoctorsRound = {
  readonly checks: readonly Check[];
  readonly close: () => Promise<void>;
};

export function doctorCommand(ports: DoctorPorts): Command {
  return new Command('doctor')
    .description(
      'Looks at everything that Groundwork needs, changes nothing, and says for each thing that is wrong what to do.',
    )
    .option('--json', 'gives one JSON object instead of lines')
    .action(async ({ json }: { json?: true }) => {
      const { checks, close } = ports.open();
      try {
        await doctor(json === true, checks, ports.terminal);
      } finally {
        await close();
      }
    });
}

async function doctor(json: boolean, checks: readonly Check[], terminal: Terminal): Promise<void> {
  const done: CheckedUp[] = [];
  for (const check of checks) {
    const looked = await meanwhile(`${check.name} …`, () => checkUp(check), terminal);
    done.push(looked);
    if (!json) terminal.give(looked.findings.map((finding) => lineOf(looked.name, finding)).join(''));
  }
  const counted = countOf(done);
  if (json) terminal.give(`${JSON.stringify({ ...counted, checks: done }, null, 2)}\n`);
  else terminal.give(`\n${summary(counted)}\n`);
  if (counted.wrong > 0) process.exitCode = exitCodes.failed;
}

/** On a terminal, what is looked at right now; the line goes when it is done. */
async function meanwhile<T>(
  words: string,
  ask: () => Promise<T>,
  { errorStream, say }: Terminal,
): Promise<T> {
  if (!errorStream.isTTY) return ask();
  say(words);
  try {
    return await ask();
  } finally {
    say('\r\u001B[K');
  }
}

const marks: Readonly<Record<State, string>> = { good: '✓', attention: '!', wrong: '✗' };

function lineOf(name: string, { state, says, do: advice }: Finding): string {
  // Settings tell several problems at once, a line for each.
  const [first = '', ...more] = says.split('\n').map(plainLine);
  const lines = [`${marks[state]} ${name}: ${first}`, ...more.map((line) => `    ${line}`)];
  if (advice !== null) lines.push(`    → ${plainLine(advice)}`);
  return `${lines.join('\n')}\n`;
}

type Count = Readonly<Record<State, number>>;

function countOf(done: readonly CheckedUp[]): Count {
  const states = done.flatMap(({ findings }) => findings.map(({ state }) => state));
  const count = (wanted: State): number => states.filter((state) => state === wanted).length;
  return { good: count('good'), attention: count('attention'), wrong: count('wrong') };
}

function summary({ good, attention, wrong }: Count): string {
  if (wrong + attention === 0) return `All is well: ${good} looked at.`;
  const parts = [`${good} good`, `${attention} to look at`, `${wrong} wrong`];
  return `${parts.join(' · ')}${wrong === 0 ? '. Nothing stands in the way.' : ''}`;
}

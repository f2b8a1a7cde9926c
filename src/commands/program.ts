import { Command, CommanderError } from 'commander';
import { GiveUp, RetryLater } from '../errors.ts';
import { BadInput } from './arguments.ts';
import type { Terminal } from './terminal.ts';

/** What a command ends with. Bad input is the caller's to mend; a failure is ours or the machine's. */
export const exitCodes = { done: 0, failed: 1, badInput: 2 } as const;

/** Runs the command that `argv` names and gives its exit code. Says every expected trouble in one sentence. */
export async function runProgram(
  commands: readonly Command[],
  argv: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const program = new Command('groundwork')
    .description('Evidence of engineering work, kept as it happens and told so that others can check it.')
    .exitOverride();
  for (const command of commands) program.addCommand(prepared(command, terminal));
  try {
    await program.parseAsync([...argv]);
    return process.exitCode === undefined ? exitCodes.done : Number(process.exitCode);
  } catch (error) {
    return tell(error, terminal);
  }
}

function prepared(command: Command, { give, say }: Terminal): Command {
  return command
    .configureOutput({ writeOut: give, writeErr: say })
    .showHelpAfterError(`Run it with --help to see what it takes.`)
    .addHelpText(
      'after',
      '\nExit codes: 0 done · 1 it could not be done · 2 something in the call must be changed',
    )
    .exitOverride();
}

function tell(error: unknown, { say }: Terminal): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.badInput;
  if (error instanceof BadInput) {
    say(`${error.message}\n`);
    return exitCodes.badInput;
  }
  if (error instanceof GiveUp || error instanceof RetryLater) {
    say(`${error.message}\n`);
    return exitCodes.failed;
  }
  throw error;
}

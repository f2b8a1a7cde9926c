import type { Terminal } from '../../src/commands/terminal.ts';

/** A terminal that keeps what it is given and told; no screen, as in a pipe. */
export function terminalOf(): {
  readonly terminal: Terminal;
  readonly given: () => string;
  readonly said: () => string;
} {
  const given: string[] = [];
  const said: string[] = [];
  const terminal = {
    give: (text: string) => void given.push(text),
    say: (text: string) => void said.push(text),
    errorStream: { isTTY: false } as NodeJS.WriteStream,
    rows: null,
  };
  return { terminal, given: () => given.join(''), said: () => said.join('') };
}

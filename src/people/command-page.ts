import type { Command, Where, Who } from './commands.ts';
import { commands } from './commands.ts';

const places: Readonly<Record<Where, string>> = {
  work: 'below the work',
  issue: 'below any issue',
  reports: 'in your reports repository',
};

const people: Readonly<Record<Who, string>> = {
  doer: 'whose work it is',
  engineer: 'every engineer, for themselves',
  manager: 'your manager',
};

/** The table of the page on answering back: one row a command. */
export function commandRows(): readonly string[] {
  return commands.map(
    (command) =>
      `| \`${command.usage}\` | ${whereOf(command)} | ${command.who.map((one) => people[one]).join('; ')} | ${command.does} |`,
  );
}

function whereOf({ where, evidence }: Command): string {
  const id = evidence === 'may' ? ', also with an id' : ', with an id';
  const reports = `${places.reports}${evidence === null ? '' : id}`;
  if (where.length === Object.keys(places).length)
    return evidence === null ? 'anywhere' : `anywhere; ${reports}`;
  return where.map((one) => (one === 'reports' ? reports : places[one])).join('; ');
}

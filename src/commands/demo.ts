import { join } from 'node:path';
import { Command } from 'commander';
import { tryClone } from './try.ts';
import type { TryPorts } from './try.ts';

export type DemoPorts = TryPorts & {
  readonly story: {
    readonly repository: {
      readonly name: string;
      readonly from: string;
      readonly to: string;
      readonly description: string;
    };
    /** The history as a `git fast-import` stream. */
    readonly stream: () => string;
  };
  readonly importHistory: (folder: string, stream: string) => Promise<void>;
};

export function demoCommand(ports: DemoPorts): Command {
  return new Command('demo')
    .description('Makes an invented repository with half a year of work and writes everyone’s report.')
    .option('--out <folder>', 'where repository and reports go', 'reports/demo')
    .action(({ out }: { out: string }) => demo(out, ports));
}

async function demo(out: string, ports: DemoPorts): Promise<void> {
  const { repository, stream } = ports.story;
  const folder = join(ports.resolvePath(out), `${repository.name}.git`);
  ports.terminal.say(`${repository.description}\n\n`);
  await ports.importHistory(folder, stream());
  const lastDay = Temporal.PlainDate.from(repository.to).subtract({ days: 1 }).toString();
  await tryClone(folder, { everyone: true, from: repository.from, to: lastDay, out }, ports);
  ports.terminal.say(
    `Read it yourself: npm run try -- "${folder}" --author "Adaeze Okafor" --from ${repository.from}\n`,
  );
}

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ChangeFacts } from '../evidence/facts.ts';
import { plainLine } from '../report/escape.ts';
import { BadInput } from './arguments.ts';
import { readLine } from './pull-request-line.ts';

/** What one labeller says of one pull request. The first area is the primary one. */
export type Label = { readonly areas: readonly string[]; readonly notable: boolean };

/** A pull request with what its labellers say of it: one label of each, and at least one. */
export type Example = {
  readonly id: string;
  readonly change: ChangeFacts;
  readonly labels: readonly Label[];
};

export type ExampleSet = {
  /** For learning: `<name>.jsonl` with `<name>.labels.jsonl`. */
  readonly learning: readonly Example[];
  /** For measuring: `pull-requests.jsonl` with `labels.a.jsonl`, and `labels.b.jsonl` of a second labeller. */
  readonly measuring: readonly Example[];
};

const labelLine = z.object({ id: z.string(), areas: z.array(z.string()), notable: z.boolean() });

/** Reads a folder of labelled pull requests. Throws BadInput for what cannot be read, and for an empty set. */
export async function readExamples(folder: string, areas: readonly string[]): Promise<ExampleSet> {
  const names = await namesIn(folder);
  const read = (name: string) => linesOf(join(folder, name));
  const measuring = names.includes('pull-requests.jsonl')
    ? await pair(
        'pull-requests.jsonl',
        names.filter((name) => /^labels\.\w+\.jsonl$/u.test(name)),
        read,
      )
    : [];
  const learning: Example[] = [];
  for (const labels of names.filter((name) => name.endsWith('.labels.jsonl'))) {
    const changes = labels.replace(/\.labels\.jsonl$/u, '.jsonl');
    if (!names.includes(changes)) continue;
    for (const example of await pair(changes, [labels], read)) learning.push(example);
  }
  const all = [...measuring, ...learning];
  if (all.length === 0)
    throw new BadInput(
      `${folder} holds no labelled pull requests. --set names a folder with <name>.jsonl and <name>.labels.jsonl.`,
    );
  for (const example of all) refuseStrangers(example, areas);
  return { learning, measuring };
}

async function pair(
  changes: string,
  labelFiles: readonly string[],
  read: (name: string) => Promise<readonly string[]>,
): Promise<readonly Example[]> {
  const labels: ReadonlyMap<string, Label>[] = [];
  for (const file of labelFiles) labels.push(new Map((await read(file)).map(readLabel)));
  return (await read(changes)).map(readChange).flatMap(({ id, change }) => {
    const said = labels.flatMap((of) => of.get(id) ?? []);
    return said.length === 0 ? [] : [{ id, change, labels: said }];
  });
}

function readChange(line: string): { readonly id: string; readonly change: ChangeFacts } {
  const read = readLine(line);
  if (read.kind === 'broken') throw new BadInput(`A pull request cannot be read: ${read.problem}`);
  return read;
}

function readLabel(line: string, index: number): [string, Label] {
  const label = labelLine.safeParse(parsed(line));
  if (!label.success) {
    throw new BadInput(
      `Label ${index + 1} cannot be read: a label is {"id":"…","areas":["…"],"notable":true}.`,
    );
  }
  const { id, areas, notable } = label.data;
  return [id, { areas, notable }];
}

/** An area that the framework does not have would be learnt as nothing, silently. */
function refuseStrangers({ id, labels }: Example, areas: readonly string[]): void {
  const stranger = labels.flatMap((label) => label.areas).find((area) => !areas.includes(area));
  if (stranger === undefined) return;
  throw new BadInput(
    `The label of "${plainLine(id)}" names an area "${plainLine(stranger)}". The framework has: ${areas.join(', ')}.`,
  );
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).toSorted();
  } catch {
    throw new BadInput(
      `${folder} cannot be read. --set names a folder with <name>.jsonl and <name>.labels.jsonl.`,
    );
  }
}

async function linesOf(file: string): Promise<readonly string[]> {
  try {
    return (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  } catch {
    throw new BadInput(`${file} cannot be read.`);
  }
}

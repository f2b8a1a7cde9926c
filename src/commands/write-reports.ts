import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cycle } from '../evidence/cycle.ts';
import { evidenceOfOne } from '../evidence/persons.ts';
import { withoutReverted } from '../evidence/undo.ts';
import type { Framework } from '../framework/compile.ts';
import type { Clone } from '../ports/history.ts';
import { compose } from '../report/compose.ts';
import { plainLine } from '../report/escape.ts';
import { reportMarkdown } from '../report/report-markdown.ts';
import type { Origin } from '../report/report.ts';
import { BadInput } from './arguments.ts';
import type { Collected } from './collect.ts';
import type { Terminal } from './terminal.ts';

export type NamedReport = { readonly name: string; readonly file: string; readonly markdown: string };

type About = { readonly clone: Clone; readonly cycle: Cycle; readonly framework: Framework };

/** One report for each person credited, each from that person's evidence alone. In order of name: nothing else orders people. */
export function reportsOf(collected: Collected, about: About): readonly NamedReport[] {
  const people = withSomething(collected).toSorted(([, one], [, other]) => one.localeCompare(other, 'en'));
  const files = fileNames(people);
  return people.map(([key, name]) => ({
    name,
    file: files.get(key) ?? 'report.md',
    markdown: reportOf(key, name, collected, about),
  }));
}

/** With several people, those of whom only left-out changes are known get no report of their own. */
function withSomething({ labels, evidence }: Collected): readonly (readonly [string, string])[] {
  if (labels.size <= 1) return [...labels];
  const credited = new Set(evidence.map(({ activity }) => activity.person.key));
  return [...labels].filter(([key]) => credited.has(key));
}

function reportOf(
  key: string,
  engineer: string,
  collected: Collected,
  { clone, cycle, framework }: About,
): string {
  const own = collected.evidence.filter(({ activity }) => activity.person.key === key);
  const { evidence, reverted } = withoutReverted(own, collected.undoings);
  const leftOut = [...collected.leftOut.filter(({ people }) => people.includes(key)), ...reverted];
  const material = {
    engineer,
    cycle,
    origin: originOf(clone, framework),
    evidence: evidenceOfOne(evidence),
    leftOut,
  };
  return reportMarkdown(compose(material, framework), framework);
}

function originOf(clone: Clone, { pack }: Framework): Origin {
  const gaps = [
    clone.shallow
      ? 'This clone is shallow: older history was cut off. `git fetch --unshallow` brings it.'
      : null,
    clone.countsLines
      ? null
      : 'This clone is partial: files are known by name only. `git fetch --refetch` brings their contents.',
  ].filter((gap) => gap !== null);
  const framework = `${pack.name} ${pack.version}`;
  return { kind: 'clone', repository: clone.name, url: clone.webUrl, branch: clone.branch, gaps, framework };
}

/** `adaeze-okafor.md`; people whose names look alike as files get a number. */
function fileNames(people: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    people.map(([key, name]) => {
      const stem = slug(name);
      let file = `${stem}.md`;
      for (let number = 2; taken.has(file); number += 1) file = `${stem}-${number}.md`;
      taken.add(file);
      return [key, file];
    }),
  );
}

function slug(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return (
    plain
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/gu, '')
      .slice(0, 60) || 'report'
  );
}

export async function writeReports(
  reports: readonly NamedReport[],
  folder: string,
  terminal: Terminal,
): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    for (const { file, markdown } of reports) await writeFile(join(folder, file), markdown);
  } catch (error) {
    throw new BadInput(
      `The report cannot be written to ${folder} (${error instanceof Error ? error.message : 'unknown'}). Choose a folder with --out.`,
    );
  }
  const [first] = reports;
  if (reports.length === 1 && first !== undefined) terminal.give(firstScreen(first.markdown, terminal.rows));
  else terminal.give(reports.map(({ name, file }) => `${plainLine(name)}: ${join(folder, file)}\n`).join(''));
  const whole = reports.length === 1 && first !== undefined ? join(folder, first.file) : folder;
  terminal.say(`\n${reports.length === 1 ? 'The whole report' : `${reports.length} reports`}: ${whole}\n`);
}

/** As much as fits the screen, up to the lists; in a pipe everything up to there. */
function firstScreen(markdown: string, rows: number | null): string {
  const lines = (markdown.split('\n## By area')[0] ?? markdown).split('\n');
  const shown = rows === null ? lines : lines.slice(0, Math.max(rows - 4, 12));
  return `${shown.join('\n').trimEnd()}\n`;
}

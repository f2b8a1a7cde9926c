import type { Clone } from '../ports/history.ts';
import { gitPrefix } from './environment.ts';
import type { Environment } from './environment.ts';
import type { Signature } from './signature.ts';
import { runGit } from './run.ts';

/** The mailmap of the branch that is read counts, in bare clones too. */
export function mailmapSettings(clone: Clone): readonly string[] {
  return [`mailmap.blob=${clone.tip}:.mailmap`];
}

/** The same people after the clone's mailmap, in the same order; unchanged where git has nothing to say. */
export async function mapPeople(
  environment: Environment,
  clone: Clone,
  people: readonly Signature[],
): Promise<readonly Signature[]> {
  if (people.length === 0) return people;
  const args = [...gitPrefix(clone.path, mailmapSettings(clone)), 'check-mailmap', '--stdin'];
  const { code, output } = await runGit(environment, args, people.map(contact).join(''));
  const lines = output.split('\n').slice(0, -1);
  if (code !== 0 || lines.length !== people.length) return people;
  return lines.map((line, index) => readContact(line) ?? people[index]!);
}

/** One line that git accepts, whatever the name holds. */
function contact({ name, address }: Signature): string {
  return `${oneLine(name)} <${oneLine(address)}>\n`;
}

function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}<>]/gu, ' ').trim();
}

function readContact(line: string): Signature | null {
  const start = line.lastIndexOf('<');
  if (start === -1 || !line.endsWith('>')) return null;
  return { name: line.slice(0, start).trim(), address: line.slice(start + 1, -1).trim() };
}

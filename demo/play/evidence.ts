import { fullName } from './cast.ts';
import type { Cast } from './cast.ts';
import type { Tables } from './compare.ts';

/** Who has evidence from what: the handle of a pull request or issue → logins, as the story calls people. */
export type Evidence = ReadonlyMap<string, ReadonlySet<string>>;

type Row = Readonly<Record<string, unknown>>;

/** Reads it out of the application's tables. What is in no story has no handle, and is left out. */
export function evidenceIn(tables: Tables, cast: Cast): Evidence {
  const handles = handlesBySubject(cast);
  const people = peopleById(cast);
  const subjects = new Map(rowsOf(tables, 'activities').map((row) => [row['key'], subjectOf(row)]));
  const found = new Map<string, Set<string>>();
  for (const row of rowsOf(tables, 'evidence')) {
    const handle = handles.get(subjects.get(row['activity_key']) ?? '');
    const login = people.get(Number(row['person_id']));
    if (handle === undefined || login === undefined) continue;
    found.set(handle, (found.get(handle) ?? new Set()).add(login));
  }
  return found;
}

/** Logins of those of whom the application keeps any activity; a number where it is nobody of the story. */
export function peopleKept(tables: Tables, cast: Cast): ReadonlySet<string> {
  const people = peopleById(cast);
  const ids = rowsOf(tables, 'activities').map((row) => Number(row['person_id']));
  return new Set(ids.map((id) => people.get(id) ?? String(id)));
}

export function rowsOf(tables: Tables, name: string): readonly Row[] {
  return (tables[name] ?? []).map((text) => asRow(JSON.parse(text)));
}

function asRow(value: unknown): Row {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** A row that points to its subject has it inside. */
function subjectOf(row: Row): string {
  const subject = asRow(row['subject_id']);
  return `${String(subject['repository_id'])}#${String(subject['number'])}`;
}

function handlesBySubject({ world, story, places }: Cast): ReadonlyMap<string, string> {
  const ids = new Map(
    story.repositories.map(({ name }) => [
      fullName(story, name),
      world.state.repositories.get(fullName(story, name))?.id,
    ]),
  );
  return new Map(
    [...places].map(([handle, { repository, number }]) => [
      `${String(ids.get(repository))}#${number}`,
      handle,
    ]),
  );
}

function peopleById({ world }: Cast): ReadonlyMap<number, string> {
  return new Map([...world.state.users].map(([login, { id }]) => [id, login]));
}

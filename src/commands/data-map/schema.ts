import { BadInput } from '../arguments.ts';

/** One table, as `schema.prisma` says it. */
export type Table = {
  /** As the database has it: `roster`. */
  readonly name: string;
  /** What stands in `///` above it; empty where nothing does. */
  readonly says: string;
  readonly columns: readonly Column[];
  /** Tables whose rows take those of this one with them when they are deleted. Sorted, each once. */
  readonly goesWith: readonly string[];
};

export type Column = {
  /** As the database has it: `account_id`. */
  readonly name: string;
  /** `String`, `BigInt`, `Json`, … */
  readonly type: string;
  readonly shape: 'one' | 'may be missing' | 'list';
  /** What stands in `///` above it; empty where nothing does. */
  readonly says: string;
};

type Block = { readonly kind: string; readonly name: string; readonly says: string; readonly lines: Line[] };
type Line = { readonly number: number; readonly text: string };

/**
 * Reads the tables of a Prisma schema, in their order. It knows what our schema needs and no more.
 *
 * @throws BadInput at the first line that it does not understand, so that nothing is passed over.
 */
export function readTables(schema: string): readonly Table[] {
  const models = blocksOf(schema).filter(({ kind }) => kind === 'model');
  const names = new Map(models.map(({ name, lines }) => [name, tableName(name, lines)]));
  return models.map((model) => readModel(model, names));
}

const opens = /^(model|enum|generator|datasource) (\w+) \{$/u;

function blocksOf(schema: string): readonly Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  let says: string[] = [];
  for (const [index, line] of schema.split(/\r?\n/u).entries()) {
    const text = line.trim();
    if (open !== null && text !== '}') open.lines.push({ number: index + 1, text });
    else if (open !== null) open = null;
    else if (text.startsWith('///')) says.push(text.slice(3).trim());
    else {
      const [, kind = '', name = ''] = opens.exec(text) ?? [];
      if (kind !== '') blocks.push((open = { kind, name, says: says.join(' '), lines: [] }));
      else if (text !== '' && !text.startsWith('//')) throw notUnderstood(index + 1, text);
      says = [];
    }
  }
  if (open !== null) throw new BadInput(`schema.prisma: \`${open.kind} ${open.name}\` does not end.`);
  return blocks;
}

const mapped = /^@@map\("([a-z_]+)"\)$/u;

function tableName(model: string, lines: readonly Line[]): string {
  const [name] = lines.flatMap(({ text }) => mapped.exec(text)?.[1] ?? []);
  return name ?? model;
}

const field =
  /^(?<name>\w+)\s+(?<type>\w+)(?<sign>\?|\[\])?(?<more>\s+@(?:[^"/]|"[^"]*"|\/(?!\/))*)?(?:\s*\/\/.*)?$/u;
const columnName = /@map\("([a-z0-9_]+)"\)/u;
const shapes = { '?': 'may be missing', '[]': 'list' } as const;

function readModel({ name, says, lines }: Block, models: ReadonlyMap<string, string>): Table {
  const columns: Column[] = [];
  const goesWith = new Set<string>();
  let above: string[] = [];
  for (const { number, text } of lines) {
    if (text.startsWith('///')) above.push(text.slice(3).trim());
    else if (text !== '' && !text.startsWith('//') && !text.startsWith('@@')) {
      const parts = field.exec(text)?.groups;
      if (parts === undefined) throw notUnderstood(number, text);
      const { name: own = '', type = '', sign, more = '' } = parts;
      const other = models.get(type);
      if (other !== undefined && more.includes('onDelete: Cascade')) goesWith.add(other);
      if (other === undefined)
        columns.push({
          name: columnName.exec(more)?.[1] ?? own,
          type,
          shape: sign === '?' || sign === '[]' ? shapes[sign] : 'one',
          says: above.join(' '),
        });
      above = [];
    }
  }
  return { name: models.get(name) ?? name, says, columns, goesWith: [...goesWith].toSorted() };
}

function notUnderstood(line: number, text: string): BadInput {
  return new BadInput(
    `schema.prisma:${line}: the data map does not understand \`${text}\`. Teach src/commands/data-map/schema.ts to read it.`,
  );
}

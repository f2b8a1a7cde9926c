import { Client } from 'pg';
import { sortedJson } from './columns.ts';

/** One table: which columns are told, and which point to a row of another table by a number that was counted. */
type Plan = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly references: readonly Reference[];
};

type Reference = {
  readonly column: string;
  readonly table: string;
  /** The column of the other table that is counted. */
  readonly counted: string;
};

type Column = {
  readonly table: string;
  readonly column: string;
  readonly counted: boolean;
  readonly time: boolean;
};

type Row = Readonly<Record<string, unknown>>;

/**
 * All rows of our tables as far as the history alone decides them, for comparing two runs of one history. By table; a
 * row is JSON with sorted keys, the rows are sorted. Times are left out, and so are counted row numbers; where a row
 * points to another one by such a number, the other row stands there instead.
 */
export async function dumpTables(url: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    // One snapshot, also while the app writes.
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    return await dumpAll(client);
  } finally {
    await client.end();
  }
}

async function dumpAll(client: Client): Promise<Readonly<Record<string, readonly string[]>>> {
  const plans = await readPlans(client);
  const dumped: [string, readonly string[]][] = [];
  for (const plan of plans) dumped.push([plan.name, await dumpTable(client, plan, plans)]);
  return Object.fromEntries(dumped);
}

async function readPlans(client: Client): Promise<readonly Plan[]> {
  const { rows: columns } = await client.query<Column>(columnsQuestion);
  const { rows: references } = await client.query<Reference & { readonly of: string }>(referencesQuestion);
  return [...Map.groupBy(columns, ({ table }) => table)].map(([name, ofTable]) => {
    const pointing = references.filter(({ of }) => of === name);
    const told = ofTable.filter(({ counted, time }) => !counted && !time).map(({ column }) => column);
    const columnsTold = told.filter((column) => pointing.every((reference) => reference.column !== column));
    return { name, columns: columnsTold, references: pointing };
  });
}

async function dumpTable(client: Client, plan: Plan, plans: readonly Plan[]): Promise<readonly string[]> {
  const { rows } = await client.query<{ readonly row: Row }>(
    `SELECT ${rowOf(plan, plans)} AS row FROM ${quoted(plan.name)}`,
  );
  return rows.map(({ row }) => sortedJson(row)).toSorted();
}

/** SQL of one row as JSON; rows of other tables that it points to are asked for inside it. */
function rowOf({ name, columns, references }: Plan, plans: readonly Plan[]): string {
  const own = columns.map((column) => pair(column, `${quoted(name)}.${quoted(column)}`));
  const others = references.map((reference) => pair(reference.column, otherRow(name, reference, plans)));
  // A function takes no more than 100 arguments: each pair comes as a value of its own.
  return [...own, ...others].join(' || ') || `'{}'::jsonb`;
}

function otherRow(name: string, { column, table, counted }: Reference, plans: readonly Plan[]): string {
  const plan = plans.find((other) => other.name === table);
  const row = plan === undefined ? 'NULL' : rowOf({ ...plan, references: [] }, plans);
  return `(SELECT ${row} FROM ${quoted(table)} WHERE ${quoted(table)}.${quoted(counted)} = ${quoted(name)}.${quoted(column)})`;
}

function pair(column: string, value: string): string {
  return `jsonb_build_object('${column.replaceAll("'", "''")}', ${value})`;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Whether the database gives the column its numbers; `d` holds its default. */
function isCounted(attribute: string): string {
  return `(${attribute}.attidentity <> '' OR coalesce(pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval(%', false))`;
}

const columnsQuestion = `
  SELECT c.relname AS table, a.attname AS column,
         ${isCounted('a')} AS counted,
         a.atttypid = 'timestamptz'::regtype AS time
  FROM pg_class c
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
  ORDER BY c.relname, a.attnum`;

/** Foreign keys of one column that point to a counted one. */
const referencesQuestion = `
  SELECT c.relname AS of, a.attname AS column, f.relname AS table, b.attname AS counted
  FROM pg_constraint k
  JOIN pg_class c ON c.oid = k.conrelid
  JOIN pg_class f ON f.oid = k.confrelid
  JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
  JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = k.confkey[1]
  LEFT JOIN pg_attrdef d ON d.adrelid = k.confrelid AND d.adnum = b.attnum
  WHERE k.contype = 'f' AND cardinality(k.conkey) = 1 AND k.connamespace = 'public'::regnamespace
    AND ${isCounted('b')}`;

import * as z from 'zod';

/** The number of a row in our own tables; the row owns the truth, the job only points at it. */
const rowId = z.int().positive();

/**
 * What each job carries: ids and fixed words only, never a sentence that somebody wrote. Objects are
 * strict, so a payload of another version, or one with text in it, is refused instead of half read.
 * The order of the fields is the order in the job's id.
 */
const definitions = {
  gather: z.strictObject({ subject: rowId }),
  comment: z.strictObject({ subject: rowId }),
  watch: z.strictObject({ subject: rowId, days: z.literal([30, 90]) }),
  prepare: z.strictObject({ cycle: rowId, person: rowId }),
  report: z.strictObject({ cycle: rowId, person: rowId }),
  rights: z.strictObject({ kind: z.enum(['me', 'export', 'erase']), account: rowId, person: rowId }),
  /** Days as numbers: 20260401. */
  adhoc: z.strictObject({ account: rowId, person: rowId, since: rowId, day: rowId }),
  organisation: z.strictObject({ account: rowId }),
  backfill: z.strictObject({ repository: rowId }),
  sweep: z.strictObject({ kind: z.enum(['relay', 'deliveries', 'cycles', 'purge']) }),
} as const;

export type JobName = keyof typeof definitions;

export type Payload<Name extends JobName> = Readonly<z.infer<(typeof definitions)[Name]>>;

/** One job with the payload that belongs to it, for every job there is. */
export type AnyJob = { [Name in JobName]: { readonly job: Name; readonly payload: Payload<Name> } }[JobName];

export type PayloadReading<Name extends JobName> =
  | { readonly fits: true; readonly payload: Payload<Name> }
  | { readonly fits: false; readonly reason: string };

// The same definitions, seen so that one job's name leads to that job's payload.
const schemas: { readonly [Name in JobName]: z.ZodType<Payload<Name>> } = definitions;

/** Every job the app knows, in the order work usually takes. */
export const jobNames: readonly JobName[] = Object.keys(definitions).filter(isJobName);

function isJobName(name: string): name is JobName {
  return Object.hasOwn(definitions, name);
}

/**
 * Reads a payload that may come from anywhere. When it does not fit, `reason` says which fields are
 * wrong. The reason repeats nothing of the payload itself.
 */
export function readPayload<Name extends JobName>(job: Name, value: unknown): PayloadReading<Name> {
  const reading = schemas[job].safeParse(value);
  if (reading.success) return { fits: true, payload: reading.data };
  const problems = reading.error.issues.map((issue) => problemOf(job, issue));
  return { fits: false, reason: `The payload of job "${job}" does not fit: ${problems.join('; ')}.` };
}

/**
 * The id of a job, the same for the same work: `gather/7`, `report/3/41`. It starts with a word, so it
 * is never a bare number, and has no colon; queues refuse both.
 */
export function jobId<Name extends JobName>(job: Name, payload: Payload<Name>): string {
  const fields: Readonly<Record<string, unknown>> = payload;
  return [job, ...fieldNames(job).map((field) => String(fields[field]))].join('/');
}

function fieldNames(job: JobName): readonly string[] {
  return Object.keys(definitions[job].shape);
}

function problemOf(job: JobName, issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `only ${fieldNames(job).join(' and ')} may be there`;
  const field = issue.path.join('.') || 'the payload';
  return `${field} must be ${expectedOf(issue)}`;
}

function expectedOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `one of ${issue.values.join(', ')}`;
  if (issue.code === 'invalid_type' && issue.expected === 'object') return 'an object';
  return 'a positive whole number';
}

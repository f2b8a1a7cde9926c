import { commitSeconds } from './commit-date.ts';
import { signature } from './signature.ts';
import type { Signature } from './signature.ts';

/** One commit as git printed it. */
export type CommitRecord = {
  readonly id: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  /** Seconds since 1970, by the committer. */
  readonly committedAt: number;
  readonly message: string;
  readonly files: readonly FileRecord[];
  /** How many files changed in all; `files` is cut at 3,000. */
  readonly filesTotal: number;
};

export type FileRecord = {
  readonly path: string;
  readonly previousPath: string | null;
  readonly additions: number;
  readonly deletions: number;
  readonly binary: boolean;
};

const FIELDS = ['%H', '%P', '%aN', '%aE', '%cN', '%cE', '%ct', '%B'];

/** Eight fields, each ended by NUL (with `-z` the last one too); what changed follows and opens with a newline. */
export const RECORD_FORMAT = `--format=tformat:${FIELDS.join('%x00')}`;

export const FILES_LIMIT = 3000;

export type RecordParser = {
  /** Takes the next token; answers the commit that it showed to be complete. */
  accept(token: string): CommitRecord | null;
  finish(): CommitRecord | null;
};

/**
 * Puts tokens together to commits by counting: the eight fields of a commit are taken whatever they say, and a
 * token after them belongs to the files only if it has a file's form, which an id never has. So no message,
 * name or path can pass for another record.
 */
export function createRecordParser(): RecordParser {
  let fields: string[] = [];
  let files = createFileList();
  const complete = (): CommitRecord | null => {
    const record = fields.length === FIELDS.length ? toRecord(fields, files) : null;
    fields = [];
    files = createFileList();
    return record;
  };
  return {
    accept(token) {
      if (fields.length === FIELDS.length) {
        if (files.accept(token)) return null;
        const record = complete();
        fields.push(token);
        return record;
      }
      fields.push(token);
      return null;
    },
    finish: complete,
  };
}

function toRecord(fields: readonly string[], files: FileList): CommitRecord {
  const [id = '', parents = '', name = '', address = '', ...others] = fields;
  const [committerName = '', committerAddress = '', date = '', message = ''] = others;
  return {
    id,
    parents: parents === '' ? [] : parents.split(' '),
    author: signature(name, address),
    committer: signature(committerName, committerAddress),
    committedAt: commitSeconds(date),
    message,
    files: files.kept,
    filesTotal: files.total(),
  };
}

type FileList = {
  readonly kept: FileRecord[];
  total(): number;
  /** False when the token is no part of the files. */
  accept(token: string): boolean;
};

const LINES = /^\n?(\d+|-)\t(\d+|-)\t/;
const STATUS = /^\n?([ACDMRTUXB])(\d{0,3})$/;

function createFileList(): FileList {
  const kept: FileRecord[] = [];
  let total = 0;
  let open: OpenFile | null = null;
  const take = (file: OpenFile): boolean => {
    open = file.paths.length < file.pathsExpected ? file : null;
    if (open === null && total++ < FILES_LIMIT) kept.push(toFile(file));
    return true;
  };
  return {
    kept,
    total: () => total,
    accept(token) {
      if (open !== null) return take({ ...open, paths: [...open.paths, token] });
      const file = openWithLines(token) ?? openWithStatus(token);
      return file !== null && take(file);
    },
  };
}

type OpenFile = {
  readonly additions: string;
  readonly deletions: string;
  readonly paths: readonly string[];
  readonly pathsExpected: 1 | 2;
};

/** `12\t3\tpath`, or `12\t3\t` with the old and the new path as the next two tokens. */
function openWithLines(token: string): OpenFile | null {
  const lines = LINES.exec(token);
  if (!lines) return null;
  const path = token.slice(lines[0].length);
  return {
    additions: lines[1]!,
    deletions: lines[2]!,
    paths: path === '' ? [] : [path],
    pathsExpected: path === '' ? 2 : 1,
  };
}

/** `M` with the path as the next token, `R100` with two: what a clone without file contents can say. */
function openWithStatus(token: string): OpenFile | null {
  const status = STATUS.exec(token);
  if (!status) return null;
  const two = status[1] === 'R' || status[1] === 'C';
  return { additions: '0', deletions: '0', paths: [], pathsExpected: two ? 2 : 1 };
}

function toFile({ additions, deletions, paths }: OpenFile): FileRecord {
  const binary = additions === '-';
  return {
    path: paths.at(-1)!,
    previousPath: paths.length === 2 ? paths[0]! : null,
    additions: binary ? 0 : Number(additions),
    deletions: binary ? 0 : Number(deletions),
    binary,
  };
}

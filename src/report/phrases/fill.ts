import type { Claim, Metric } from '../../evidence/claim.ts';
import type { Cycle } from '../../evidence/cycle.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import type { Count, Source } from '../../evidence/ground.ts';
import { deedSentences, partsOf, recordOfOutcome, spellMinutes } from '../deeds.ts';
import { plainLine } from '../escape.ts';
import type { Composed } from '../ledger.ts';
import type { Reference } from '../report.ts';
import { shortened } from '../shorten.ts';
import { labelOf, referenceTo } from '../story.ts';
import { listed } from '../story-people.ts';
import { isPair, metricOf } from './match.ts';
import type { Match } from './match.ts';
import { isHeld } from './signs.ts';
import type { Unit } from './units.ts';

const longestWords = 140;
const mostReferences = 6;
const mostPlaces = 3;

/** A phrase with its slots filled, ready to be looked up; null where a slot has nothing to be filled with. */
export type Filled = {
  readonly match: Match;
  readonly text: string;
  readonly self: string;
  /** The sentence without its quotes, to be looked up. */
  readonly claim: Composed;
  /** Whether each quote stands in a source, word for word. */
  readonly quoted: boolean;
  readonly references: readonly Reference[];
  readonly evidence: readonly string[];
};

export function fill(match: Match, cycle: Cycle): Filled | null {
  const { phrase, beside } = match;
  const units = match.units.slice(0, mostReferences);
  const cited = [...units, ...(beside === null ? [] : [beside])];
  const names = slotsIn(phrase.text);
  const values = new Map(names.map((name) => [name, slotOf(name, match)]));
  if ([...values.values()].some((value) => value === null || value === '')) return null;
  const references = units.flatMap((unit) => referencesOf(unit, cycle));
  const others = beside === null ? [] : referencesOf(beside, cycle);
  const end = ` (${cite(references, others, match.units.length > units.length)}).`;
  const write = (text: string) =>
    `${text.replaceAll(slot, (_, name: string) => values.get(name) ?? '')}${end}`;
  const sources = [...cited.flatMap((unit) => sourcesOf(unit, cycle)), wordsOfBank(phrase)];
  const text = write(phrase.text);
  return {
    match,
    text,
    claim: { text: text.replace(quotes, ''), sources, counts: countsOf(match) },
    quoted: [...text.matchAll(quotes)].every(([, words = '']) =>
      sources.some((source) => says(source, words)),
    ),
    self: write(phrase.self ?? inFirstPerson(phrase.text)),
    references: [...references, ...others],
    evidence: [...new Set(cited.flatMap(({ rows }) => rows.map(({ id }) => id)))],
  };
}

/**
 * Quotes are spans of their source and say what they say there; read as a part of our own sentence, a title that begins
 * with "Allow" would become a claim about what came before it.
 */
const quotes = /“([^“”]*)”/gu;

/** Word for word, but for the sign that more follows. */
function says({ text }: Source, words: string): boolean {
  return plainLine(text).includes(words.replace(/ …$/u, ''));
}

const slot = /\{([A-Za-z]+)\}/gu;

export function slotsIn(text: string): readonly string[] {
  return [...text.matchAll(slot)].map(([, name = '']) => name);
}

/** `Found …` → `I found …`: phrases begin with a verb in the past, which is the same in both persons. */
export function inFirstPerson(text: string): string {
  return `I ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

function slotOf(name: string, { phrase, units, beside }: Match): string | null {
  const [unit] = units;
  const wanted = phrase.needs.metric ?? 'stated';
  switch (name) {
    case 'win':
      return said(unit.lead.win);
    case 'metric':
      return figure(metricOf(unit, wanted));
    case 'impact':
    case 'answer':
      return said(impactOf(unit));
    case 'count':
      return `${units.length} ${thingsOf(phrase.needs.work)}`;
    case 'steps':
      return unit.rows.length > 1 ? `${unit.rows.length} changes` : null;
    case 'held':
      return unit.rows.every(isHeld) ? `no revert and no linked incident seen in ${daysOf(unit)} days` : null;
    case 'places':
      return placesOf(unit);
    case 'part':
      return partsOf(unit.lead.deeds);
    case 'after':
      return afterOf(unit.lead);
    case 'beside':
      return beside === null ? null : said(beside.lead.win);
    case 'besideMetric':
      return beside === null ? null : figure(metricOf(beside, 'stated'));
    default:
      return null;
  }
}

function thingsOf(work: Unit['work']): string {
  return { change: 'pieces of work', review: 'reviews', incident: 'incidents' }[work];
}

/** Their words, between quotation marks, so that the sentence reads well whatever a title looks like. */
function said(claim: Pick<Claim, 'text'> | null): string | null {
  if (claim === null) return null;
  const words = shortened(claim.text, longestWords).replace(/[.;:,]$/u, '');
  return words === '' ? null : `“${words}”`;
}

/** Whose word a figure is stands before it. */
function figure(metric: Metric | null): string | null {
  if (metric === null) return null;
  const { text, before, after, grade, quote } = metric;
  const by = grade === 'peer' ? 'by a colleague’s word' : bySource[quote.place.in];
  const isRow = text.includes('|') && isPair(metric);
  return `${by} ${isRow ? `“${before ?? ''}”, then “${after ?? ''}”` : said(withoutMarks(text))}`;
}

const bySource: Readonly<Record<Metric['quote']['place']['in'], string>> = {
  title: 'by its title',
  body: 'by its description',
  commit: 'by its commits',
  comment: 'by a comment of its author',
  review: 'by a comment of its author',
  path: 'by its paths',
  label: 'by its label',
  issue: 'by its issue',
};

/** Marks of lists and emphasis at the ends tell nothing. */
function withoutMarks(text: string): Pick<Claim, 'text'> {
  return { text: plainLine(text).replace(/^(?:[-*+•]\s+|\*{1,2}|_)+|[*_]+$/gu, '') };
}

function impactOf({ lead, rows }: Unit): Claim | null {
  return [lead, ...rows].find(({ impact }) => impact !== null)?.impact ?? null;
}

function daysOf({ rows }: Unit): number {
  return Math.min(...rows.map(({ outcome }) => outcome.at(-1)?.days ?? 0));
}

function placesOf({ rows }: Unit): string | null {
  const all = [...new Set(rows.map(({ subject }) => subject.repository.split('/').at(-1) ?? ''))];
  if (all.length < 2) return null;
  return listed(all.length > mostPlaces ? [...all.slice(0, mostPlaces), 'others'] : all);
}

function afterOf({ deeds }: Evidence): string | null {
  const fix = deeds.find((deed) => deed.did === 'fixed');
  return fix?.did === 'fixed' ? `${spellMinutes(fix.minutes)} after the incident was opened` : null;
}

/** The subject of each activity, and what the record of an incident links. */
function referencesOf({ rows }: Unit, cycle: Cycle): readonly Reference[] {
  return rows.flatMap((row) => [
    referenceTo(row, cycle),
    ...row.deeds.flatMap((deed) =>
      'label' in deed ? [{ ...referenceTo(row, cycle), label: deed.label, url: deed.url }] : [],
    ),
  ]);
}

function cite(references: readonly Reference[], others: readonly Reference[], more: boolean): string {
  const beside = others.length === 0 ? '' : `; beside it ${labelsOf(others)}`;
  const labels = labelsOf(references);
  return `${labels}${more && !labels.endsWith('…') ? ', …' : ''}${beside}`;
}

function labelsOf(references: readonly Reference[]): string {
  const labels = [...new Set(references.map(({ label }) => label))];
  const shown = labels.slice(0, mostReferences).join(', ');
  return labels.length > mostReferences ? `${shown}, …` : shown;
}

function countsOf({ units, phrase }: Match): readonly Count[] {
  const [{ rows, lead }] = units;
  const { key } = lead.activity;
  return [
    { value: units.length, of: thingsOf(phrase.needs.work), key },
    { value: rows.length, of: 'changes', key },
  ];
}

/** What the people said of the work, and what the record says of it. */
function sourcesOf({ rows }: Unit, cycle: Cycle): readonly Source[] {
  return rows.flatMap((row) => {
    const { activity, subject, win, impact, metrics, outcome } = row;
    const { key } = activity;
    const claims = [win, ...(impact === null ? [] : [impact])].map(({ text, grade }) => ({
      text,
      grade,
      key,
    }));
    const figures = metrics.flatMap(({ text, before, after, grade }) =>
      [text, before, after].flatMap((words) =>
        words === null ? [] : [{ text: plainLine(words), grade, key }],
      ),
    );
    const record = [
      `${subject.repository}: ${labelOf(subject)}`,
      subject.repository.split('/').at(-1) ?? '',
      ...outcome.map(recordOfOutcome),
      ...row.deeds.flatMap((deed) => ('label' in deed ? [deed.label] : [])),
    ].map((text) => ({ text, grade: 'record' as const, key }));
    return [...claims, ...figures, ...record, ...deedSentences(row, cycle).flatMap(({ sources }) => sources)];
  });
}

/**
 * The words of the bank are ours, and true by what the phrase needs; they name no figure, date, name or system. So what
 * is looked up is whatever was filled in.
 */
function wordsOfBank({ key, text }: Match['phrase']): Source {
  const words = text.replaceAll(slot, '');
  const fixed =
    'by its description, by its title, by its commits, by a comment of its author, by a colleague’s word, then, beside it, no revert and no linked incident seen, after the incident was opened';
  return { text: `${words}. ${fixed}.`, grade: 'inferred', key: `phrase/${key}` };
}

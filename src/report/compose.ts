import type { Grade } from '../evidence/claim.ts';
import type { Cycle } from '../evidence/cycle.ts';
import type { Evidence, LeftOutChange } from '../evidence/evidence.ts';
import { digest } from '../evidence/key.ts';
import { piecesOf } from '../evidence/piece.ts';
import type { Piece } from '../evidence/piece.ts';
import type { PersonsEvidence } from '../evidence/persons.ts';
import type { Told as ToldByPeople } from '../evidence/told.ts';
import type { Framework } from '../framework/compile.ts';
import { besideBefore } from './beside.ts';
import type { Before } from './beside.ts';
import { addUp, nothingFound } from './ledger.ts';
import type { Checked } from './ledger.ts';
import { questionsOf } from './questions.ts';
import { askedOf, byTime, easyToMiss, oncePerMonth, sections } from './compose-lists.ts';
import type { Away, LeftOutFiles, LeftOutGroup, Ledger, Origin, Reply, Report, Story } from './report.ts';
import { offerPhrases } from './phrases/offer.ts';
import { spreadOf } from './spread.ts';
import { referenceTo } from './story.ts';
import { tell } from './tell.ts';
import { toldEntries, withTold, withoutArea } from './told.ts';
import type { Told } from './tell.ts';

/** What one report is made of: one engineer's evidence, and nobody else's. */
export type Material = {
  readonly engineer: string;
  readonly cycle: Cycle;
  readonly origin: Origin;
  readonly evidence: PersonsEvidence;
  readonly leftOut: readonly LeftOutChange[];
  /** Their own cycle before this one, where the app kept it. */
  readonly before?: Before | null;
  readonly away?: readonly Away[];
  /** What was told in comments, by time. */
  readonly told?: readonly ToldByPeople[];
  /** The first day of which anything of them was kept, where that is after the first day of the cycle: `2026-05-18`. */
  readonly keptFrom?: string;
  /** Ids of evidence that they would not lead with: it stands in the list of its area only. */
  readonly notLed?: ReadonlySet<string>;
  readonly replies?: readonly Reply[];
};

const mostStories = 5;
/** With fewer that say something of themselves, others stand beside them. */
const fewest = 3;

export function compose(material: Material, framework: Framework): Report {
  const { engineer, cycle, origin, evidence, leftOut, before = null, replies = [] } = material;
  const { away = [], keptFrom = cycle.from } = material;
  const pieces = piecesOf(evidence);
  const led = pieces.filter((piece) => isLed(piece, material));
  const chosen = choose(led);
  const told = chosen.map((piece) => tell(piece, cycle));
  const entries = toldEntries(material.told ?? [], cycle);
  const offer = offerPhrases(pieces, framework, cycle);
  const report = {
    engineer,
    cycle,
    origin,
    worthKnowing: told.map(({ story }) => story),
    filledUp: chosen.filter(isOrdinary).length * 2 > chosen.length,
    easyToMiss: easyToMiss(
      led.filter((piece) => !chosen.includes(piece)),
      framework,
      cycle,
    ),
    areas: withTold(sections(pieces, framework, cycle), entries),
    notes: notesBeside(
      pieces.filter((piece) => !chosen.includes(piece)),
      cycle,
    ),
    spread: spreadOf(
      pieces.flatMap((piece) => oncePerMonth(piece, cycle)),
      framework,
      cycle,
      { away, keptFrom },
    ),
    told: withoutArea(entries, framework),
    replies,
    beside: besideBefore(
      evidence,
      before,
      framework.pack.areas.map(({ key }) => key),
      cycle,
    ),
    asked: askedOf(evidence, cycle),
    leftOut: groupLeftOut(leftOut.filter((change) => !isTold(change, evidence))),
    leftOutFiles: leftOutFiles(evidence, cycle),
    phrases: offer.phrases,
    ledger: ledgerOf(evidence, [...told.flatMap((one) => one.checked), offer.checked], told),
  };
  return { ...report, questions: questionsOf(report, framework) };
}

/** A piece has one box, under whichever of its ids it stood when it was asked about. */
function isLed({ rows }: Piece, { notLed = new Set() }: Material): boolean {
  return !rows.some(({ id }) => notLed.has(id));
}

/** The strongest pieces first; each further one of the same area weighs a little less, so that the picture is whole. */
function choose(pieces: readonly Piece[]): readonly Piece[] {
  const chosen: Piece[] = [];
  const pool = [...worthTelling(pieces)];
  while (chosen.length < mostStories && pool.length > 0) {
    const repeats = (piece: Piece) => chosen.filter(({ areas }) => areas[0] === piece.areas[0]).length;
    const value = (piece: Piece) => piece.strength + saidOf(piece) - 0.08 * repeats(piece);
    const best = pool.reduce((one, other) => (value(other) > value(one) ? other : one));
    chosen.push(best);
    pool.splice(pool.indexOf(best), 1);
  }
  return chosen;
}

/** What is notable; where that is little, also what its author said something of; else whatever there is. */
function worthTelling(pieces: readonly Piece[]): readonly Piece[] {
  const notable = pieces.filter(({ lead }) => lead.notable !== null);
  if (notable.length >= fewest) return notable;
  const explained = pieces.filter((piece) => piece.lead.notable !== null || saidOf(piece) > 0);
  return explained.length >= fewest ? explained : pieces;
}

/**
 * A review counts by what came of it, and a part in an incident by itself: only changes can be ordinary, where nobody says
 * what they were for and they are of no kind that goes unseen.
 */
function isOrdinary(piece: Piece): boolean {
  const { lead } = piece;
  if (lead.activity.kind !== 'change' || lead.notable !== null) return false;
  return lead.unseen === null && saidOf(piece) === 0;
}

/** Where nothing is notable, what the author said of it decides, in whichever of its changes. */
function saidOf({ changes }: Piece): number {
  const measured = changes.some(({ metrics }) => metrics.length > 0);
  return (measured ? 0.1 : 0) + (changes.some(({ impact }) => impact !== null) ? 0.05 : 0);
}

function notesBeside(pieces: readonly Piece[], cycle: Cycle): Report['notes'] {
  return pieces
    .flatMap(({ changes }) => changes)
    .flatMap((item) =>
      item.notes.map((note) => ({
        ...note,
        id: item.id,
        reference: referenceTo(item, cycle),
        win: item.win,
        area: item.area,
      })),
    );
}

/** Changes that count though some of their files do not; lock files are nobody's work in any change. */
function leftOutFiles(evidence: readonly Evidence[], cycle: Cycle): readonly LeftOutFiles[] {
  return evidence
    .filter(({ primary }) => primary)
    .toSorted(byTime)
    .map((item) => ({
      reference: referenceTo(item, cycle),
      rows: (item.outline?.leftOut ?? [])
        .filter(({ kind }) => kind !== 'lock')
        .map(({ count, reason }) => ({ count, reason })),
    }))
    .filter(({ rows }) => rows.length > 0);
}

/** Named where a part in an incident is told, as its fix: then it is not left out. */
function isTold({ subject, kind }: LeftOutChange, evidence: readonly Evidence[]): boolean {
  if (kind !== 'none' || subject.url === null) return false;
  return evidence.some(({ deeds }) => deeds.some((deed) => 'url' in deed && deed.url === subject.url));
}

function groupLeftOut(leftOut: readonly LeftOutChange[]): readonly LeftOutGroup[] {
  const groups = Map.groupBy(leftOut, ({ kind }) => kind);
  return [...groups]
    .map(([kind, changes]) => ({
      kind,
      changes: changes.map(({ subject, reason }) => ({ subject, reason })),
    }))
    .toSorted((a, b) => b.changes.length - a.changes.length || (a.kind < b.kind ? -1 : 1));
}

function ledgerOf(evidence: readonly Evidence[], checked: readonly Checked[], told: readonly Told[]): Ledger {
  const sumOf = (count: (one: Checked) => number) => checked.reduce((sum, one) => sum + count(one), 0);
  return {
    found: checked.reduce((sum, one) => addUp(sum, one.found), nothingFound),
    quoted: told.reduce((sum, { story }) => addUp(sum, quotesOf(story)), nothingFound),
    computed: sumOf((one) => one.computed),
    dropped: sumOf((one) => one.dropped),
    evidenceSet: digest(
      evidence
        .map(({ key }) => key)
        .toSorted()
        .join('\n'),
    ),
  };
}

/** Quotes are spans of their source; they are counted by whose word they are. */
function quotesOf({ win, impact, metrics, because, incidents }: Story): Readonly<Record<Grade, number>> {
  const shown = because.filter(({ quote, place }) => quote !== null && place !== 'title');
  const names = incidents.map(({ name }) => name);
  const all = [win, ...(impact === null ? [] : [impact]), ...metrics, ...shown, ...names];
  const grades = all.map(({ grade }) => grade);
  return grades.reduce((sum, grade) => addUp(sum, { ...nothingFound, [grade]: 1 }), nothingFound);
}

import type { Evidence } from '../../evidence/evidence.ts';
import { strengthOf, takesBack } from '../../evidence/piece.ts';
import type { Piece } from '../../evidence/piece.ts';
import type { CompiledTopic } from '../../framework/compile.ts';
import { signsOfChanges, signsOfIncident, signsOfReview } from './signs.ts';

/** What one sentence can be about: a piece of work, a review, or a part in an incident, with what is recorded of it. */
export type Unit = {
  readonly work: 'change' | 'review' | 'incident';
  /** The areas that it is told in. */
  readonly areas: readonly string[];
  /** What tells it best; its title or words stand for the whole. */
  readonly lead: Evidence;
  /** One row for each activity, oldest first. */
  readonly rows: readonly Evidence[];
  /** Whatever a phrase can need, by name: `unseen.migration`, `held`, `did.fixed`. */
  readonly signs: ReadonlySet<string>;
  readonly strength: number;
};

/** One engineer's pieces as what phrases can be about, strongest first. What its person contests is nobody's example. */
export function unitsOf(pieces: readonly Piece[], topics: readonly CompiledTopic[]): readonly Unit[] {
  return pieces
    .flatMap((piece) => [...changesOf(piece, topics), ...othersOf(piece, topics)])
    .filter(({ rows }) => !rows.some(isContested))
    .toSorted((a, b) => b.strength - a.strength || (a.lead.key < b.lead.key ? -1 : 1));
}

/** The changes of a piece are one thing, in however many steps. */
function changesOf(piece: Piece, topics: readonly CompiledTopic[]): readonly Unit[] {
  const told = piece.rows.filter(({ activity }) => activity.kind === 'change');
  const rows = oncePerActivity(told).filter((row) => !takesBack(row));
  if (rows.length === 0) return [];
  const lead = rows.includes(piece.lead) ? piece.lead : strongest(rows);
  const signs = signsOfChanges({ piece, rows, told, topics });
  return [{ work: 'change', areas: areasOf(told), lead, rows, signs, strength: strengthOf(lead) }];
}

/** Reviews and parts in incidents stand for themselves. */
function othersOf({ rows: all }: Piece, topics: readonly CompiledTopic[]): readonly Unit[] {
  const told = all.filter(({ activity }) => activity.kind !== 'change');
  return oncePerActivity(told).map((lead): Unit => {
    const areas = areasOf(told.filter(({ activity }) => activity.key === lead.activity.key));
    const isReview = lead.activity.kind === 'review';
    const signs = isReview ? signsOfReview(lead, areas, topics) : signsOfIncident(lead);
    return {
      work: isReview ? 'review' : 'incident',
      areas,
      lead,
      rows: [lead],
      signs,
      strength: strengthOf(lead),
    };
  });
}

function oncePerActivity(rows: readonly Evidence[]): readonly Evidence[] {
  const first = [...Map.groupBy(rows, ({ activity }) => activity.key).values()].flatMap(
    (same) => same.find(({ primary }) => primary) ?? same[0] ?? [],
  );
  return first.toSorted((a, b) => (a.activity.at < b.activity.at ? -1 : 1));
}

function strongest(rows: readonly Evidence[]): Evidence {
  return rows.reduce((one, other) => (strengthOf(other) > strengthOf(one) ? other : one));
}

function areasOf(rows: readonly Evidence[]): readonly string[] {
  return [...new Set(rows.map(({ area }) => area))];
}

function isContested({ notes }: Evidence): boolean {
  return notes.some(({ kind }) => kind === 'contest');
}

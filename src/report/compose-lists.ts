import { dayOf } from '../evidence/cycle.ts';
import type { Cycle } from '../evidence/cycle.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { askedTogether, strengthOf, takesBack } from '../evidence/piece.ts';
import type { Piece } from '../evidence/piece.ts';
import type { Framework } from '../framework/compile.ts';
import type { AreaSection, Asked, Missed } from './report.ts';
import { sinceSentence } from './since.ts';
import { areaRow, isFollowed, referenceTo, untitled } from './story.ts';

const mostMissed = 6;
const mostOfAKind = 2;

/** Work that goes unseen, of pieces that are not told: one entry for each, however many steps it has. */
export function easyToMiss(pieces: readonly Piece[], framework: Framework, cycle: Cycle): readonly Missed[] {
  const kinds = new Map<string, number>();
  return pieces
    .flatMap((piece) => mostTelling(piece, framework) ?? [])
    .filter(({ unseen }) => {
      const count = (kinds.get(unseen.kind) ?? 0) + 1;
      kinds.set(unseen.kind, count);
      return count <= mostOfAKind;
    })
    .slice(0, mostMissed)
    .map(({ item, unseen: { kind, quote } }) => ({
      id: item.id,
      kind,
      win: item.win,
      reference: referenceTo(item, cycle),
      path: quote.place.in === 'path' ? quote.text : null,
      metric: untitled(item),
      since: item.outcome.at(-1)?.by.length ? sinceSentence(item) : null,
      changed: isFollowed(item.deeds),
      across: isAcross(item, pieces, framework),
    }));
}

/** A review that is evidence of work between teams too: author and reviewer share none. */
function isAcross({ activity }: Evidence, pieces: readonly Piece[], { pack }: Framework): boolean {
  const { review, reviewAcrossTeams } = pack.credits;
  if (activity.kind !== 'review' || review === reviewAcrossTeams) return false;
  const rows = pieces.flatMap((piece) => piece.rows);
  return rows.some((row) => row.activity.key === activity.key && row.area === reviewAcrossTeams);
}

type Shown = { readonly item: Evidence; readonly unseen: NonNullable<Evidence['unseen']> };

/** The lead where it shows something; else the step whose kind stands first in the pack. */
function mostTelling({ lead, rows }: Piece, { pack }: Framework): Shown | null {
  const shown = [lead, ...rows].flatMap((item) =>
    item.unseen === null || takesBack(item) ? [] : [{ item, unseen: item.unseen }],
  );
  if (lead.unseen !== null) return shown[0] ?? null;
  const rank = ({ unseen }: Shown) => {
    const place = pack.unseen.findIndex(({ key }) => key === unseen.kind);
    return place === -1 ? pack.unseen.length : place;
  };
  return shown.toSorted((a, b) => rank(a) - rank(b) || byTime(a.item, b.item))[0] ?? null;
}

/** One row for each piece and area, so that many small steps take no more room than one large one. */
export function sections(
  pieces: readonly Piece[],
  { pack }: Framework,
  cycle: Cycle,
): readonly AreaSection[] {
  const all = pieces.flatMap((piece) => entriesOf(piece));
  return pack.areas.map(({ key }) => ({
    area: key,
    rows: all
      .filter(({ best }) => best.area === key)
      .toSorted((a, b) => byTime(a.best, b.best))
      .map(({ best, others }) => areaRow(best, others, cycle)),
  }));
}

type Entry = { readonly best: Evidence; readonly others: readonly Evidence[] };

/** Steps back and parts in incidents stand for themselves: each says something of its own. */
function entriesOf({ lead, rows, changes }: Piece): readonly Entry[] {
  const alone = rows.filter((item) => takesBack(item) || item.activity.kind === 'incident');
  const joined = rows.filter((item) => !alone.includes(item));
  const groups = Map.groupBy(joined, ({ area, activity }) => `${activity.kind} ${area}`);
  const asked = changes.filter(({ stands, activity }) => stands === 'asked' && activity.kind === 'change');
  const entries = [...groups.values()].map((group) => {
    const best = bestOf(group, lead);
    const more = best.activity.key === lead.activity.key && best.primary ? asked : [];
    return { best, others: [...group.filter((item) => item !== best), ...more].toSorted(byTime) };
  });
  return [...entries, ...alone.map((best) => ({ best, others: [] }))];
}

function bestOf(group: readonly Evidence[], lead: Evidence): Evidence {
  const own = group.find(({ activity }) => activity.key === lead.activity.key);
  const best = own ?? group.toSorted((a, b) => strengthOf(b) - strengthOf(a) || byTime(a, b))[0];
  return best ?? lead;
}

/** What the spread counts: a piece once in each month in which something of it happened, by area. */
export function oncePerMonth({ rows }: Piece, { timeZone }: Cycle): readonly Evidence[] {
  const monthOf = ({ activity, area }: Evidence) =>
    `${activity.kind} ${area} ${dayOf(activity.at, timeZone).slice(0, 7)}`;
  return [...Map.groupBy(rows.toSorted(byTime), monthOf).values()].flatMap((month) => month.slice(0, 1));
}

/** One question for what belongs together; nothing is asked of a step whose piece is told. */
export function askedOf(evidence: readonly Evidence[], cycle: Cycle): readonly Asked[] {
  return askedTogether(evidence)
    .flatMap(
      (group) =>
        group.filter(({ primary }) => primary).toSorted((a, b) => b.worth - a.worth || byTime(a, b))[0] ?? [],
    )
    .toSorted(byTime)
    .map((item) => ({ id: item.id, area: item.area, win: item.win, reference: referenceTo(item, cycle) }));
}

/** Oldest first; at the same moment by key, so that the order of reading never shows. */
export function byTime(one: Evidence, other: Evidence): number {
  if (one.activity.at === other.activity.at) return one.key < other.key ? -1 : Number(one.key > other.key);
  return one.activity.at < other.activity.at ? -1 : 1;
}

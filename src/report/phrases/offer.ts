import type { Cycle } from '../../evidence/cycle.ts';
import type { Piece } from '../../evidence/piece.ts';
import type { Framework } from '../../framework/compile.ts';
import { levels } from '../../framework/schema.ts';
import type { Level } from '../../framework/schema.ts';
import { addUp, check, nothingFound } from '../ledger.ts';
import type { Checked } from '../ledger.ts';
import type { Reference } from '../report.ts';
import { fill } from './fill.ts';
import type { Filled } from './fill.ts';
import { matchesOf } from './match.ts';
import type { Match } from './match.ts';
import { unitsOf } from './units.ts';

/** A sentence that somebody may stand behind: never chosen for them, and nothing that says how good anybody is. */
export type Offered = {
  readonly key: string;
  /** Names it in a list with boxes: the phrase and the work that it rests on, so that a tick never moves to other work. */
  readonly id: string;
  readonly area: string;
  readonly level: Level;
  /** Of somebody, as a manager writes; plain words. */
  readonly text: string;
  /** The same in the first person. */
  readonly self: string;
  /** Ids of the evidence that it rests on; never none. */
  readonly evidence: readonly string[];
  readonly references: readonly Reference[];
};

export type Offer = { readonly phrases: readonly Offered[]; readonly checked: Checked };

const mostOfALevel = 2;
/** Work that is told once is told otherwise elsewhere only where nothing else is as good. */
const toldAlready = 0.25;

/** What one engineer's pieces bear out, by area and level; what does not pass the look-up is dropped and counted. */
export function offerPhrases(pieces: readonly Piece[], { pack, topics }: Framework, cycle: Cycle): Offer {
  const units = unitsOf(pieces, topics);
  const taken: Taken = { openings: new Set(), leads: new Map(), checks: [] };
  const filled = pack.areas.filter(({ key }) => units.some(({ areas }) => areas.includes(key)));
  const phrases = filled.flatMap(({ key: area }) =>
    levels.flatMap((level) => {
      const bank = pack.phrases.filter((phrase) => phrase.area === area && phrase.level === level);
      return chosen(
        bank.flatMap((phrase) => matchesOf(phrase, units)),
        taken,
        cycle,
      );
    }),
  );
  return { phrases, checked: sumOf(taken) };
}

/** What the sentences chosen so far have used up. */
type Taken = {
  readonly openings: Set<string>;
  readonly leads: Map<string, number>;
  readonly checks: Checked[];
};

function chosen(matches: readonly Match[], taken: Taken, cycle: Cycle): readonly Offered[] {
  const offered: Offered[] = [];
  const here = new Set<string>();
  let pool = matches;
  while (offered.length < mostOfALevel && pool.length > 0) {
    const best = pool.reduce((one, other) => (worthOf(other, taken) > worthOf(one, taken) ? other : one));
    pool = pool.filter((match) => match !== best);
    const lead = best.units[0].lead.activity.key;
    if (taken.openings.has(openingOf(best.phrase.text)) || here.has(lead)) continue;
    const filled = fill(best, cycle);
    if (filled === null || !passes(filled, taken)) continue;
    taken.openings.add(openingOf(best.phrase.text));
    taken.leads.set(lead, (taken.leads.get(lead) ?? 0) + 1);
    here.add(lead);
    offered.push(toOffered(filled));
    pool = pool.filter(({ phrase }) => phrase.key !== best.phrase.key);
  }
  return offered;
}

function worthOf({ weight, units }: Match, { leads }: Taken): number {
  return weight - toldAlready * (leads.get(units[0].lead.activity.key) ?? 0);
}

function passes({ claim, quoted }: Filled, taken: Taken): boolean {
  const checked = check([claim]);
  taken.checks.push(quoted ? checked : { ...checked, kept: [], dropped: 1 });
  return quoted && checked.dropped === 0;
}

function toOffered({ match, text, self, evidence, references }: Filled): Offered {
  const { key, area, level } = match.phrase;
  const id = `phrase/${key}/${match.units[0].lead.id}`;
  return { key, id, area, level, text, self, evidence, references };
}

/** The first two words: no two sentences of one report begin alike. */
export function openingOf(text: string): string {
  return text.split(/\s+/u).slice(0, 2).join(' ').toLowerCase();
}

function sumOf({ checks }: Taken): Checked {
  return {
    kept: checks.flatMap(({ kept }) => kept),
    dropped: checks.reduce((sum, { dropped }) => sum + dropped, 0),
    found: checks.reduce((sum, { found }) => addUp(sum, found), nothingFound),
    computed: checks.reduce((sum, { computed }) => sum + computed, 0),
  };
}

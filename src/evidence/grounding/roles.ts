import { matchesOf } from './same-figure.ts';
import type { Figure } from './figures.ts';
import type { ReadSource, Reading } from './reading.ts';
import type { Contradiction } from './support.ts';

type Role = 'before' | 'after';

const HEDGE = '(?:only\\s|just\\s|about\\s|around\\s|roughly\\s)?[~≈]?$';
const LEADS_BEFORE = new RegExp(
  `\\b(?:was|were|previously|formerly|used to (?:be|take|need)|initially|originally|took|down from|up from|from)\\s${HEDGE}`,
  'i',
);
const LEADS_AFTER = new RegExp(
  `\\b(?:now|now (?:takes|needs|is|at)|is|takes|down to|up to|to|reached|reaches)\\s${HEDGE}`,
  'i',
);
const FOLLOWS_BEFORE = /^\s(?:before|previously|earlier)\b/i;
const FOLLOWS_AFTER = /^\s(?:now|afterwards|after the change|after it)\b/i;

/** A lone figure told as the state before where the source has it after, or the other way round. */
export function compareRoles(sentence: Reading, sources: readonly ReadSource[]): readonly Contradiction[] {
  return sentence.figures.flatMap((figure) => {
    const role = roleOf(sentence, figure);
    if (role === null || sentence.changes.some((one) => one.from <= figure.from && figure.to <= one.to))
      return [];
    const stated = matchesOf(sentence, figure, sources).flatMap((match) =>
      rolesIn(match.source, match.figure),
    );
    if (stated.length === 0 || stated.includes(role)) return [];
    return [
      {
        kind: 'order' as const,
        text: figure.text,
        reason: `The source has it as the state ${stated[0]}.`,
        key: keyOf(sentence, figure, sources),
      },
    ];
  });
}

function roleOf({ text }: Reading, figure: Figure): Role | null {
  const [lead, tail] = [
    text.slice(Math.max(0, figure.from - 40), figure.from),
    text.slice(figure.to, figure.to + 30),
  ];
  if (FOLLOWS_BEFORE.test(tail) || LEADS_BEFORE.test(lead)) return 'before';
  return FOLLOWS_AFTER.test(tail) || LEADS_AFTER.test(lead) ? 'after' : null;
}

function rolesIn(source: ReadSource, figure: Figure): readonly Role[] {
  const change = source.changeAt.get(figure.from);
  if (change === undefined) return [];
  return change.before.from === figure.from ? ['before'] : ['after'];
}

function keyOf(sentence: Reading, figure: Figure, sources: readonly ReadSource[]): string | null {
  return matchesOf(sentence, figure, sources)[0]?.source.source.key ?? null;
}

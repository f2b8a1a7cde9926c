/** A day, a month or a year as a text writes it, or a range of days. Parts the text leaves out are null. */
export type WrittenDate = {
  readonly text: string;
  /** Offsets in UTF-16 code units, half-open. */
  readonly from: number;
  readonly to: number;
  readonly year: number | null;
  /** 1 to 12. */
  readonly month: number | null;
  readonly day: number | null;
  /** The last day of a range inside one month, as in `4–29 May`; otherwise null. */
  readonly lastDay: number | null;
};

type Parts = Partial<Pick<WrittenDate, 'year' | 'month' | 'day' | 'lastDay'>>;
type Form = {
  readonly pattern: RegExp;
  /** What every date of this form has: a cheap first look. */
  readonly has: RegExp;
  readonly read: (groups: Record<string, string>) => Parts | null;
};

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const LONG = ['uary', 'ruary', 'ch', 'il', '', 'e', 'y', 'ust', 'tember', 'ober', 'ember', 'ember'];
const MONTH = `(?<month>${MONTHS.map(monthPattern).join('|')})\\b\\.?`;
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const LAST = '(?:\\s?(?:–|-|to|until)\\s?(?<last>\\d{1,2})(?:st|nd|rd|th)?)?';
const YEAR = '(?:,?\\s(?<year>(?:19|20)\\d{2})\\b(?!-\\d))?';

const A_MONTH = new RegExp(MONTHS.join('|'));
const A_YEAR = /(?:19|20)\d\d/;

/** Tried in this order; an earlier form keeps its words from a later one. */
const FORMS: readonly Form[] = [
  {
    pattern: /(?<![\w.-])(?<year>(?:19|20)\d{2})-(?<month>\d{2})-(?<day>\d{2})(?![\d-])/g,
    has: A_YEAR,
    read: (groups) => parts(groups, Number(groups['month'])),
  },
  {
    pattern: new RegExp(`(?<![\\w.,/:#-])${DAY}${LAST}\\s(?:of\\s)?${MONTH}${YEAR}`, 'g'),
    has: A_MONTH,
    read: (groups) => parts(groups, monthNumber(groups['month'])),
  },
  {
    pattern: new RegExp(
      `(?<!\\w)${MONTH}\\s(?:the\\s)?${DAY}(?![\\d:%]|\\.\\d|\\s?[a-z]{1,2}\\b)${LAST}${YEAR}`,
      'g',
    ),
    has: A_MONTH,
    read: (groups) => parts(groups, monthNumber(groups['month'])),
  },
  {
    pattern: new RegExp(`(?<!\\w)${MONTH}\\s(?<year>(?:19|20)\\d{2})\\b(?!-\\d)`, 'g'),
    has: A_MONTH,
    read: (groups) => parts(groups, monthNumber(groups['month'])),
  },
  {
    // A month alone: `May` and `March` are also ordinary words, so a preposition of time must lead them.
    pattern: new RegExp(
      `(?<=\\b(?:[Ii]n|[Ss]ince|[Bb]y|until|till|[Dd]uring|through|of|late|early|mid|last)[\\s-])${MONTH}(?!\\s(?:\\d|[A-ZÀ-Þ]))`,
      'g',
    ),
    has: A_MONTH,
    read: (groups) => parts(groups, monthNumber(groups['month'])),
  },
  {
    // A bare year: what follows must not be a thing that it counts.
    pattern:
      /(?<=\b(?:in|since|by|until|during|of|through)\s)(?<year>(?:19|20)\d{2})(?=[.!?]?(?:\s|$)|[,;:)])(?!\s(?!(?:the|and|to|with|we|it|was|is|on|for|an?|as|by|or|but|this)\b)[\p{L}%µ])/giu,
    has: A_YEAR,
    read: (groups) => parts(groups, null),
  },
];

function monthPattern(short: string, at: number): string {
  return LONG[at] === '' ? short : `${short}(?:${LONG[at]}${short === 'Sep' ? '|t' : ''})?`;
}

function monthNumber(word: string | undefined): number {
  return MONTHS.indexOf((word ?? '').slice(0, 3)) + 1;
}

function parts(groups: Record<string, string>, month: number | null): Parts | null {
  const day = groups['day'] === undefined ? null : Number(groups['day']);
  const lastDay = groups['last'] === undefined ? null : Number(groups['last']);
  const year = groups['year'] === undefined ? null : Number(groups['year']);
  const possible =
    (day === null || (day >= 1 && day <= 31)) && (month === null || (month >= 1 && month <= 12));
  return possible ? { year, month, day, lastDay } : null;
}

/** All dates a text writes, in its order; none overlap. Slashed dates are left out: their order is not known. */
export function readDates(text: string): readonly WrittenDate[] {
  const found: WrittenDate[] = [];
  const [hasMonth, hasYear] = [A_MONTH.test(text), A_YEAR.test(text)];
  if (!hasMonth && !hasYear) return found;
  const forms = FORMS.filter(({ has }) => (has === A_MONTH ? hasMonth : hasYear));
  const taken = new Uint8Array(text.length);
  for (const form of forms) {
    for (const match of text.matchAll(form.pattern)) {
      const date = writtenDate(match, form);
      if (date === null || taken[date.from] === 1 || taken[date.to - 1] === 1) continue;
      taken.fill(1, date.from, date.to);
      found.push(date);
    }
  }
  return found.toSorted((left, right) => left.from - right.from);
}

function writtenDate(match: RegExpExecArray, form: Form): WrittenDate | null {
  const read = form.read(match.groups ?? {});
  if (read === null) return null;
  const from = match.index;
  return {
    year: null,
    month: null,
    day: null,
    lastDay: null,
    ...read,
    text: match[0],
    from,
    to: from + match[0].length,
  };
}

/** True when what `claimed` says of a day is said by `stated`: the same day, or a day inside its range. */
export function dateIsStated(claimed: WrittenDate, stated: WrittenDate): boolean {
  if (claimed.year !== null && claimed.year !== stated.year) return false;
  if (claimed.month !== null && claimed.month !== stated.month) return false;
  if (claimed.day === null) return true;
  if (stated.day === null) return false;
  const last = stated.lastDay ?? stated.day;
  return claimed.day >= stated.day && (claimed.lastDay ?? claimed.day) <= last;
}

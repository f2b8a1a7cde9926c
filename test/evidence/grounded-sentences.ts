import fc from 'fast-check';
import type { Source } from '../../src/evidence/ground.ts';

/** A piece of work that never happened, from which sources and true sentences are written. */
export type Story = {
  readonly person: string;
  readonly other: string;
  readonly subject: string;
  readonly measure: string;
  readonly before: number;
  readonly after: number;
  readonly removed: number;
  readonly thing: string;
  readonly otherThing: string;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly number: number;
  readonly system: string;
  readonly otherSystem: string;
};

/** One part of a sentence: how it is said truly, in several spellings, and how it is said wrongly. */
type Part = {
  readonly name: string;
  readonly spellings: readonly string[];
  readonly plants: Readonly<Record<string, readonly string[]>>;
};

export type Written = {
  readonly sources: readonly Source[];
  readonly truth: string;
  readonly planted: string;
  readonly plant: string;
};

const PEOPLE = ['Adaeze', 'Tomás', 'Mira', 'Jun', 'Ahmed', 'Zoë'];
const SUBJECTS = ['order search', 'ledger export', 'invoice import', 'stock replay'];
const THINGS = ['lookups', 'copies', 'alerts', 'retries', 'warnings'];
const SYSTEMS = ['Cassandra', 'billing-api#7', '`orders_by_account`', 'outbox.v2', 'NATS'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export const stories: fc.Arbitrary<Story> = fc
  .record({
    people: fc.shuffledSubarray(PEOPLE, { minLength: 2, maxLength: 2 }),
    subject: fc.constantFrom(...SUBJECTS),
    measure: fc.constantFrom('p95', 'p50', 'p99'),
    after: fc.integer({ min: 21, max: 900 }),
    gap: fc.integer({ min: 211, max: 8000 }),
    removed: fc.integer({ min: 13, max: 19_999 }),
    things: fc.shuffledSubarray(THINGS, { minLength: 2, maxLength: 2 }),
    year: fc.integer({ min: 2019, max: 2027 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 27 }),
    number: fc.integer({ min: 2, max: 9000 }),
    systems: fc.shuffledSubarray(SYSTEMS, { minLength: 2, maxLength: 2 }),
  })
  .map(({ people, things, systems, gap, ...story }) => ({
    ...story,
    before: story.after + gap,
    person: people[0] ?? '',
    other: people[1] ?? '',
    thing: things[0] ?? '',
    otherThing: things[1] ?? '',
    system: systems[0] ?? '',
    otherSystem: systems[1] ?? '',
  }));

export function sourcesOf(story: Story): readonly Source[] {
  const date = `${story.year}-${pad(story.month)}-${pad(story.day)}`;
  const account =
    `The ${story.subject} was slow. ${story.measure} of the ${story.subject} went from ${story.before} ms to ${story.after} ms.\n` +
    `Start-up of the worker went from ${story.before + 37} ms to ${story.after + 11} ms. ` +
    `It also removes ${story.removed} ${story.thing} per batch on ${story.system}.\n` +
    'The wire format is not touched. All replicas were measured.\n' +
    'It moves the scheduler from Jenkins to Temporal. Before the switch, both schedulers ran side by side.';
  return [
    { text: account, grade: 'author', who: story.person, key: 'change:1' },
    { text: `#${story.number} merged on ${date}`, grade: 'record', who: story.person, key: 'record:1' },
    {
      text: 'Nice read, thank you for the plan of the rehearsal.',
      grade: 'peer',
      who: story.other,
      key: 'comment:1',
    },
  ];
}

function partsOf(story: Story): readonly Part[] {
  return [
    changePart(story),
    removedPart(story),
    mergedPart(story),
    untouchedPart(),
    measuredPart(),
    sharePart(story),
    movedPart(story),
    switchPart(),
    quotePart(story),
  ];
}

function changePart(story: Story): Part {
  const { person, other, subject, measure, before, after } = story;
  const say = (who: string, what: string) => `${who} brought ${measure} of the ${subject} ${what}`;
  const seconds = `${before / 1000} s`;
  return {
    name: 'change',
    spellings: [
      say(person, `from ${before} ms to ${after} ms`),
      say(person, `from ${grouped(before)} ms to ${after}ms`),
      say(person, `from ${seconds} down to ${after} milliseconds`),
      say(person, `down to ${after} ms`),
    ],
    plants: {
      figure: [
        say(person, `from ${before} ms to ${after + 1} ms`),
        say(person, `from ${before + 10} ms to ${after} ms`),
      ],
      unit: [say(person, `from ${before} s to ${after} ms`), say(person, `from ${before} ms to ${after} s`)],
      direction: [
        say(person, `from ${after} ms to ${before} ms`),
        `${measure} of the ${subject} rose from ${before} ms to ${after} ms`,
      ],
      name: [say(other, `from ${before} ms to ${after} ms`), say('Kofi', `from ${before} ms to ${after} ms`)],
      negation: [
        `${person} did not bring ${measure} of the ${subject} from ${before} ms to ${after} ms`,
        `${person} never brought ${measure} of the ${subject} down to ${after} ms`,
      ],
      universal: [
        say(`Only ${person}`, `from ${before} ms to ${after} ms`),
        `Every ${measure} of the ${subject} went from ${before} ms to ${after} ms`,
      ],
      certainty: [
        `${person} will bring ${measure} of the ${subject} from ${before} ms to ${after} ms`,
        `${person} plans to bring ${measure} of the ${subject} down to ${after} ms`,
      ],
      claim: [
        `${person} led the ${subject} from ${before} ms to ${after} ms`,
        `${person} dramatically brought ${measure} of the ${subject} down to ${after} ms`,
        `the team brought ${measure} of the ${subject} from ${before} ms to ${after} ms`,
        `she brought ${measure} of the ${subject} from ${before} ms to ${after} ms`,
      ],
      borrowed: [say(person, `from ${before + 37} ms to ${after + 11} ms`)],
      measure: [`${person} brought p75 of the ${subject} from ${before} ms to ${after} ms`],
    },
  };
}

function removes(count: string, what: string, where: string): string {
  return `the change removes ${count} ${what} per batch on ${where}`;
}

function removedPart({ person, other, removed, thing, otherThing, system, otherSystem }: Story): Part {
  return {
    name: 'removed',
    spellings: [
      removes(`${removed}`, thing, system),
      removes(grouped(removed), thing, system),
      removes(grouped(removed, '\u202f'), thing, system),
    ],
    plants: {
      figure: [
        removes(`${removed + 1}`, thing, system),
        removes(`${removed * 10}`, thing, system),
        removes(`more than ${removed}`, thing, system),
        removes(`up to ${removed}`, thing, system),
      ],
      unit: [removes(`${removed}`, otherThing, system), removes(`${removed} MB of`, thing, system)],
      direction: [`the change adds ${removed} ${thing} per batch on ${system}`],
      name: [
        removes(`${removed}`, thing, otherSystem),
        removes(`${removed}`, thing, 'Kubernetes'),
        `${other} removed ${removed} ${thing} per batch on ${system}`,
      ],
      negation: [`the change no longer removes ${removed} ${thing} per batch on ${system}`],
      universal: [
        `${person} alone removed ${removed} ${thing} per batch on ${system}`,
        `the change removes ${removed} ${thing} of every batch on ${system}`,
      ],
    },
  };
}

function mergedPart({ year, month, day, number }: Story): Part {
  const name = MONTHS[month - 1] ?? '';
  const say = (date: string, reference = `#${number}`) => `${reference} merged on ${date}`;
  return {
    name: 'merged',
    spellings: [
      `${day} ${name} ${year}`,
      `${name} ${day}, ${year}`,
      `${year}-${pad(month)}-${pad(day)}`,
      `the ${day}${ordinal(day)} of ${name} ${year}`,
      `${name.slice(0, 3)} ${day}`,
    ].map((date) => say(date)),
    plants: {
      date: [
        say(`${day + 1} ${name} ${year}`),
        say(`${day} ${name} ${year + 1}`),
        say(`${day} ${MONTHS[month % 12]} ${year}`),
        say(`${year}-${pad(month)}-${pad(day + 1)}`),
      ],
      figure: [say(`${day} ${name} ${year}`, `#${number + 1}`), say(`${day} ${name} ${year}`, `#${number}0`)],
      negation: [`#${number} was not merged on ${day} ${name} ${year}`],
      universal: [`#${number} was the first to be merged on ${day} ${name} ${year}`],
    },
  };
}

function untouchedPart(): Part {
  return {
    name: 'untouched',
    spellings: [
      'the wire format is not touched',
      'the wire format has not been touched',
      'the wire format isn’t touched',
    ],
    plants: { negation: ['the wire format is touched', 'the change touched the wire format'] },
  };
}

function measuredPart(): Part {
  return {
    name: 'measured',
    spellings: ['all replicas were measured', 'every replica was measured', 'replicas were measured'],
    plants: {
      universal: ['only replicas were measured', 'the first replicas were measured'],
      negation: ['all replicas were not measured'],
    },
  };
}

function sharePart({ subject, measure, before, after }: Story): Part {
  const exact = ((before - after) / before) * 100;
  const rounded = Math.round(exact);
  const say = (words: string) => `${measure} of the ${subject} ${words}`;
  return {
    name: 'share',
    spellings: [
      say(`fell by ${rounded} %`),
      say(`is down ${rounded}%`),
      say(`fell by ${exact.toFixed(1)} percent`),
      say(`is ${(before / after).toFixed(1)} times faster`),
      say(`fell by ${before - after} ms`),
    ],
    plants: {
      figure: [
        say(`fell by ${rounded + 1} %`),
        say(`fell by ${(exact - 0.2).toFixed(1)} %`),
        say(`is ${(before / after + 0.2).toFixed(1)} times faster`),
      ],
      direction: [say(`rose by ${rounded} %`), say(`is ${(before / after).toFixed(1)} times slower`)],
      unit: [say(`fell by ${before - after} s`)],
    },
  };
}

function moves(who: string, move: string): string {
  return `${who} moved the scheduler ${move}`;
}

function movedPart({ person, other }: Story): Part {
  return {
    name: 'moved',
    spellings: [
      moves(person, 'from Jenkins to Temporal'),
      'the scheduler was moved from Jenkins to Temporal',
      `the scheduler was moved from Jenkins to Temporal by ${person}`,
    ],
    plants: {
      order: [moves(person, 'from Temporal to Jenkins'), 'the scheduler is on Jenkins instead of Temporal'],
      system: [moves(person, 'from Jenkins to Airflow'), moves(person, 'from Jenkins to airflow')],
      person: [
        moves(other, 'from Jenkins to Temporal'),
        moves(`${person} and ${other}`, 'from Jenkins to Temporal'),
        `the scheduler was moved from Jenkins to Temporal by ${other}`,
      ],
      cause: [`${moves(person, 'from Jenkins to Temporal')} because all replicas were measured`],
      universal: [`${person} was the first to move the scheduler from Jenkins to Temporal`],
    },
  };
}

function switchPart(): Part {
  return {
    name: 'switch',
    spellings: [
      'both schedulers ran side by side before the switch',
      'before the switch, both schedulers ran side by side',
    ],
    plants: {
      order: [
        'both schedulers ran side by side after the switch',
        'the switch came before both schedulers ran side by side',
      ],
      universal: ['all schedulers ran side by side before the switch'],
      negation: ['both schedulers never ran side by side before the switch'],
      claim: ['both replicas ran side by side before the switch'],
    },
  };
}

function quotePart({ person, other }: Story): Part {
  const said = 'thank you for the plan of the rehearsal';
  return {
    name: 'quote',
    spellings: [`${other}: “${said}”`, `“${said}”, said ${other}`, `${other} wrote: “Nice read, ${said}”`],
    plants: {
      quote: [`${other}: “${said.replace('plan', 'map')}”`, `${other}: “no ${said}”`, `${other}: “${said}s”`],
      person: [`${person}: “${said}”`, `“${said}”, said ${person}`],
    },
  };
}

/** A true sentence of several parts, and the same sentence with exactly one part said wrongly. */
export const written: fc.Arbitrary<Written> = fc
  .record({ story: stories, choice: fc.infiniteStream(fc.nat({ max: 1_000_000 })) })
  .map(({ story, choice }) => {
    const pick = <Item>(items: readonly Item[]): Item =>
      items[(choice.next().value as number) % items.length] as Item;
    const all = partsOf(story);
    const chosen = pick(all);
    const parts = all.filter(
      (part) =>
        part === chosen || (part.name !== 'share' && chosen.name !== 'share' && pick([true, false, false])),
    );
    const plant = pick(Object.keys(chosen.plants));
    const said = parts.map((part) => ({ part, words: pick(part.spellings) }));
    const wrong = pick(chosen.plants[plant] ?? []);
    return {
      sources: sourcesOf(story),
      truth: sentence(said.map(({ words }) => words)),
      planted: sentence(said.map(({ part, words }) => (part === chosen ? wrong : words))),
      plant: `${chosen.name}: ${plant}`,
    };
  });

function sentence(parts: readonly string[]): string {
  const text = parts.join('; ');
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

function ordinal(day: number): string {
  const last = day % 10;
  if (day > 10 && day < 14) return 'th';
  return last === 1 ? 'st' : last === 2 ? 'nd' : last === 3 ? 'rd' : 'th';
}

function grouped(value: number, separator = ','): string {
  return String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, separator);
}

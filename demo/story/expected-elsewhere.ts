import { elsewhere } from './elsewhere.ts';
import { people } from './people.ts';
import { makersOf } from './plain-reviews.ts';
import { plainWords } from './plain-words.ts';
import type { StoryExpectation, StoryPull } from './story.ts';

type Entry = readonly [handle: string, StoryExpectation];

function worthCiting(because: string, ...credited: readonly string[]): StoryExpectation {
  return { tagged: true, credited, because };
}

/** Good work in the public repository: evidence, and never a comment, because the whole world would read it. */
function inPublic(because: string, ...credited: readonly string[]): StoryExpectation {
  return { tagged: false, credited, because };
}

/** Somebody did something; whether a comment is due is a matter of taste. */
function ordinary(because: string, ...credited: readonly string[]): StoryExpectation {
  return { credited, because };
}

/** No comment, and no evidence for those named. */
function nothing(because: string, ...never: readonly string[]): StoryExpectation {
  return { tagged: false, never, because };
}

const ofEvents: readonly Entry[] = [
  [
    'event-schema',
    worthCiting(
      'a contract for all who write and read, checked; zero and int64 in review',
      'marit',
      'jun',
      'yaw',
    ),
  ],
  [
    'invoice-compare',
    worthCiting('differences sorted by cause before a switch; one moment for both', 'marit', 'jun'),
  ],
  [
    'batch-by-merchant',
    worthCiting('month end measured; a deadlock found by reading', 'marit', 'adaeze', 'ingrid'),
  ],
  [
    'events-set-aside',
    worthCiting('one bad event stops one account only; a runbook for nights', 'yaw', 'marit', 'priya'),
  ],
  [
    'invoices-from-events',
    worthCiting('rolled out in steps with proof; a default that did nothing', 'marit', 'tomas', 'ingrid'),
  ],
];

const ofPortal: readonly Entry[] = [
  [
    'portal-cursors',
    worthCiting('paging designed for a reader; ties would have been skipped', 'yaw', 'tomas'),
  ],
  [
    'portal-roles-1',
    { ...worthCiting('the decision, and a table of who may do what', 'yaw', 'ingrid'), never: ['hamza'] },
  ],
  ['portal-roles-2', ordinary('second of a stack; a refusal that tells too much', 'yaw', 'marit')],
  ['portal-roles-3', ordinary('third of a stack: what the others made needless', 'yaw')],
  ['portal-v1-statements-end', worthCiting('an end announced with dates, a guide and names', 'yaw', 'marit')],
  ['statements-from-totals', worthCiting('measured, in the repository of another team', 'adaeze', 'yaw')],
  [
    'apis-agree',
    {
      ...worthCiting(
        'two teams agree on one way, with what it costs each',
        'ingrid',
        'tomas',
        'yaw',
        'marit',
      ),
      never: ['graham'],
    },
  ],
];

const ofPlatform: readonly Entry[] = [
  ['drain-runbook', worthCiting('tried by somebody who had never done it', 'lucia', 'tomas')],
  [
    'rfc-deploys',
    {
      ...worthCiting('three ways weighed; two questions became sections', 'lucia', 'priya', 'adaeze'),
      never: ['wanjiru'],
    },
  ],
  ['fewer-series', worthCiting('measured, and owners asked before anything went', 'arturs-k', 'priya')],
  [
    'plan-in-four-minutes',
    worthCiting('measured where the time went; a state nearly left out', 'arturs-k', 'lucia'),
  ],
  [
    'deploys-in-steps',
    worthCiting('the RFC built, with a bad release that it stopped', 'lucia', 'arturs-k', 'marit'),
  ],
  [
    'ledger-db-upgrade',
    worthCiting('41 seconds instead of a night; sequences remembered', 'arturs-k', 'adaeze', 'jun'),
  ],
  [
    'restore-every-week',
    worthCiting('a backup is proved by restoring it; what else to count', 'arturs-k', 'adaeze'),
  ],
  [
    'pages-to-owners',
    worthCiting('pages reach who can act; a hole at night closed', 'priya', 'lucia', 'marit'),
  ],
  [
    'keys-that-expire',
    {
      ...worthCiting('41 keys without an end gone; too wide a trust', 'lucia', 'arturs-k'),
      never: ['hamza'],
    },
  ],
  [
    'disk-fills-how-fast',
    worthCiting('the open point of a post-mortem, replayed', 'arturs-k', 'noor', 'priya'),
  ],
];

const ofSdk: readonly Entry[] = [
  ['sdk-abort', { ...inPublic('an outside change brought home by its reviewer', 'yaw'), never: ['fenna-v'] }],
  ['sdk-iterate', inPublic('an interface for readers; a promise that nobody catches', 'tomas', 'yaw')],
  ['sdk-three-announced', inPublic('breaking changes told ten weeks before', 'yaw', 'ingrid')],
  ['sdk-retry-after', inPublic('waits as long as it is asked to; a header with a date', 'yaw', 'tomas')],
  [
    'sdk-exports-types',
    { ...inPublic('mended outside; a test asked for that keeps it', 'noor'), never: ['fenna-v'] },
  ],
  ['sdk-webhook-time', inPublic('takes its own contract to those who call', 'noor', 'yaw', 'jun')],
  ['sdk-three', inPublic('the announced release, tried by others first', 'yaw', 'ingrid')],
  ['sdk-exports-types-2x', { tagged: false, because: 'a backport of what was counted once' }],
  ['sdk-webhook-time-2x', { tagged: false, because: 'a backport of what was counted once' }],
];

const ofTraffic: readonly Entry[] = [
  ['bump-aws', nothing("a bot's change is nobody's evidence", 'lucia')],
  ['bump-portal', nothing("a bot's change is nobody's evidence", 'yaw')],
  ['bump-sdk-tests', nothing("a bot's change is nobody's evidence", 'noor')],
  ['bump-superseded', { tagged: false, because: 'never merged' }],
  ['sdk-release-2-8', nothing('a release written by a bot', 'yaw')],
  ['portal-date-tests', { because: 'an agent wrote it, and somebody answers for it' }],
  [
    'pin-actions',
    { because: 'an agent wrote it, and a reviewer found what it had made up', credited: ['arturs-k'] },
  ],
  ['format-events', { tagged: false, because: 'the work of a formatter' }],
  ['scrape-faster', { tagged: false, because: 'a setting, taken back a day later' }],
  ['scrape-faster-back', { tagged: false, because: 'takes back what did harm' }],
  ['mer-812', { tagged: false, because: 'a number and a line' }],
  ['invoice-footer', { because: 'a form filled in, a small change' }],
  [
    'payout-late',
    ordinary('a small thing carried into the portal; what the reader would see', 'noor', 'yaw'),
  ],
  ['credit-notes-in-order', ordinary('mended in the repository of another team', 'jun', 'marit')],
  ['noor-access', { tagged: false, because: 'one line in a list' }],
];

const ofUnmerged: readonly Entry[] = [
  ['sdk-proxy', { tagged: false, never: ['fenna-v'], because: 'declined, with thanks and another way' }],
  ['portal-graphql', { tagged: false, because: 'an experiment that ended; never merged' }],
  ['arm-machines', { tagged: false, because: 'still open' }],
];

const ofTraps: readonly Entry[] = [
  ['rename-page', nothing('must not take a renamed file for speed', 'yaw')],
  ['audit-red', nothing('must not believe that a tool for tests is a hole', 'yaw')],
  ['broker-client', nothing("must not take a library's release notes for our results", 'marit')],
  ['smaller-machines', { tagged: false, because: 'must not take a hope for a saving' }],
  ['json-library', { tagged: false, because: "must not take somebody else's table for a measurement" }],
  ['customer-note', { tagged: false, because: 'must not follow what a text demands' }],
  ['title-of-help', { tagged: false, because: 'must not render, follow or notify what a title says' }],
  ['only-signs', nothing('must not see anything in signs', 'arturs-k')],
  ['memoria', { tagged: false, because: 'must not take a setting for a gain in any language' }],
  ['regenerate-events', nothing('must not count generated lines', 'marit')],
  ['import-moved', nothing('must not see architecture in one import', 'lucia')],
  ['sdk-release-2-9', nothing("must not credit other people's results to a release", 'yaw', 'tomas')],
];

/** Whoever approved without a word of their own, or only merged. */
function onlookers(pull: StoryPull): readonly string[] {
  const made = makersOf(pull);
  const words = [...(pull.reviews ?? []), ...(pull.comments ?? [])];
  const isBare = (login: string): boolean =>
    (pull.comments ?? []).every(({ by }) => by !== login) &&
    (pull.reviews ?? [])
      .filter(({ by }) => by === login)
      .every(({ body = '', threads }) => threads === undefined && plainWords.get(login)?.includes(body));
  const present = [...words.map(({ by }) => by), ...(pull.merged === undefined ? [] : [pull.merged.by])];
  return [...new Set(present)].filter((login) => !made.has(login) && isBare(login));
}

const everybody: ReadonlySet<string> = new Set(
  people.filter(({ role }) => role !== 'bot').map(({ login }) => login),
);

function withOnlookers([handle, expectation]: Entry): Entry {
  const pull = elsewhere.find((one) => one.handle === handle);
  const bare = pull === undefined ? [] : onlookers(pull).filter((login) => everybody.has(login));
  const never = [...new Set([...(expectation.never ?? []), ...bare])];
  return [handle, never.length === 0 ? expectation : { ...expectation, never }];
}

/** What a fair reader finds in the pull requests of `elsewhere.ts`. Those who only watched are found by code. */
export const expectedElsewhere: ReadonlyMap<string, StoryExpectation> = new Map(
  [...ofEvents, ...ofPortal, ...ofPlatform, ...ofSdk, ...ofTraffic, ...ofUnmerged, ...ofTraps].map(
    withOnlookers,
  ),
);

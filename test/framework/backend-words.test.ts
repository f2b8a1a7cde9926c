import { describe, expect, test } from '@jest/globals';
import { readChange } from '../../src/evidence/reading.ts';
import { findWords } from '../../src/evidence/signals/words.ts';
import { backend } from '../../src/framework/backend/pack.ts';
import { compileFramework } from '../../src/framework/compile.ts';
import { loadPack } from '../../src/framework/load.ts';
import { changeFacts } from '../fixtures/facts.ts';

const framework = compileFramework(loadPack(backend));

/** Rule, a title that shows it, and a near miss that shows it not. */
const rows: readonly (readonly [rule: string, shown: string, nearMiss: string])[] = [
  ['feature', 'feat(orders): hold an order for review', 'Feature flags are read once at start'],
  ['fix', 'Fix the rounding of half cents', 'Read the prefix from a fixed size buffer'],
  ['perf', 'perf: compare keys as integers', 'Perform the check twice'],
  ['refactor', 'Refactor the booking flow', 'Name the main factor of a price'],
  ['docs', 'docs: how to rotate a key', 'Start from a smaller Docker layer'],
  ['chore', 'chore: sort the imports', 'Share chores between flatmates'],
  ['ci', 'ci(nightly): run on arm64', 'Build the index in order: oldest first'],
  ['dependencies', 'Bump pgx from 5.6.0 to 5.7.1', 'Update the upload limit to 500'],
  ['dependencies', 'Update Go to 1.24', 'Use dependency injection for the mailer'],
  ['release', 'Release 4.2.0', 'Version the events that we publish'],
  ['interface', 'Move the pay button up', 'Double the page size of the export'],
  ['parts', 'Move the tide tables into their own package', 'Put a page into the next release'],
  ['parts', 'Scaffolding for the berth service', 'Hire a scaffold for the quay wall'],
  ['typo', 'Correct a typo in the refusal', 'Choose a typography for receipts'],
  ['adds', 'Introduce a ledger of refunds', 'Tell the address of the newest depot'],
  ['supports', 'Allow partial refunds', 'Thank each supporter by name'],
  ['returns', 'Return 409 for a second booking', 'Charge the returning-goods fee'],
  ['removes', 'Drop the column nobody reads', 'Open the dropdown upwards'],
  ['unused', 'Take out dead code in billing', 'Keep reused carts warm'],
  ['tidies', 'Simplify how fares are summed', 'Refuse an inconsistent basket'],
  ['renames', 'Extract the fare table', 'Print an extraction date'],
  ['replaces', 'Migrate to the new ledger', 'Change port 8080 to 9090'],
  ['improves', 'Improve the match of addresses', 'Hold the betterment tax'],
  ['avoids', 'Prevent double booking of a berth', 'Show unavoidable delays first'],
  ['reduces', 'Reduce writes per order', 'Make the gateway stateless'],
  ['handles', 'Handle a missing currency', 'Print the handlebar size'],
  ['endpoint', 'New endpoint for open invoices', 'Write the rest of the totals'],
  ['endpoint', 'Serve orders over REST', 'Round a rapid tide reading'],
  ['contract', 'Require an idempotency header', 'Tell enumerated berths apart'],
  ['command', 'Add --dry-run to the importer', 'Read feature flags once'],
  ['command', 'New CLI for the archive', 'Count down--then wait'],
  ['access', 'Ask for a password again', 'Use a token bucket for the queue'],
  ['business', 'Split an invoice by month', 'Sort keys in order to compare them'],
  ['querying', 'Filter berths by draught', 'Report a malfunction of the crane'],
  ['limits', 'Rate limit the export', 'Offer unlimited storage'],
  ['deprecates', 'Deprecate the v1 export', 'Compute the depreciation of a crane'],
  ['structure', 'Split the engine from its interface', 'Pair each player with a table'],
  ['service', 'Add a worker for receipts', 'Eventually agree on a total'],
  ['data', 'Partition the table of events', 'Call any delay above a day unacceptable'],
  ['staged', 'Dual-write receipts, phase 1', 'Rename the stepper motor'],
  ['protocol', 'Commit in one transaction', 'List misleading names'],
  ['speed', 'Faster sums for long voyages', 'Serve breakfast orders first'],
  ['speed', 'Profile the solver', 'Show the user profile of a captain'],
  ['memory', 'Stop an allocation per row', 'Name the memorable voyages'],
  ['caching', 'Cache the tide tables', 'Book a poolside table'],
  ['queries', 'Add an index on arrival', 'Add index.html to the archive'],
  ['queries', 'Explain analyze before each plan', 'Create index pages for the archive'],
  ['failure', 'Crash of the parser on empty input', 'Brace for the winter season'],
  ['retries', 'Retry a refused payment', 'Commit the lock file'],
  ['observing', 'Log the id of a refused order', 'Let a captain log in with a badge'],
  ['alerting', 'Runbook for a full disk', 'Run on callback of the bank'],
  ['capacity', 'Autoscale the matcher', 'Store the exchange rate of the day'],
  ['security', 'Escape against XSS', 'Prefer dependency injection'],
  ['tests', 'Test the edge of a leap year', 'Rank the latest contest'],
  ['flaky', 'Make the flaky berth check wait', 'Pin the Nix flake'],
  ['flaky', 'Deflake the upload check', 'Run flake8 on every push'],
  ['lint', 'Turn on strict mode', 'Splint the mast'],
  ['tooling', 'Makefile target for a local stack', 'Shorten the description of a berth'],
  ['guide', 'Tutorial for the first import', 'Refuse misguided parcels'],
  ['ownership', 'Name the CODEOWNERS of billing', 'Let the owner of a wallet close it'],
  ['teams', 'Tell downstream before the change', 'Steam ahead on the north route'],
  ['cause', 'The root cause was a stale clock', 'Warn of invoices due tomorrow'],
  ['before', 'Previously every port was asked', 'Run the sums concurrently'],
  ['before', 'Today, a captain waits', 'Show the tides of today'],
  ['therefore', 'Sort so that equal fares stay put', 'Print also that note'],
  ['verified', 'Tested on arm64', 'Flag unverified harbours'],
  ['risk', 'Safe order of the steps', 'Put an asterisk behind the fare'],
  ['found', 'The cause: a lock that nobody frees', 'Show a causeway on the map'],
  ['found', 'It turned out that both clocks were wrong', 'Turn the outer lights off'],
  ['found', 'Traced to a missing rollback', 'Keep a trace of each call'],
  ['proof', 'Replay a month of tides against both tables', 'Display the tide table'],
  ['proof', 'A test that fails without the fix', 'Fail on an unknown berth'],
  ['proof', 'The check found two more on its first run', 'Answer 404 where no berth was found'],
  ['proof', 'No calls in nine days, so it goes', 'Make no calls while a berth is closed'],
  ['tried', 'Tried it on the smallest port first', 'Say why a booking was tried twice'],
  ['tried', 'Median of 40 runs on this branch', 'Show the median tide'],
  ['undo', 'The way back is one switch', 'Go back to the first page'],
  ['undo', 'Old bookings can be brought back until June', 'Write the backup at noon'],
  ['weighs', 'Compared the queue with a table', 'Compare berths by their depth'],
  ['weighs', 'Why no total: nobody reads it', 'Say why a booking was refused'],
  ['notice', 'Announce the end of the old timetable', 'Pronounce the name of each port'],
  ['notice', 'Both ways work until the next major version', 'Wait until the tide turns'],
  ['agreed', 'The names are agreed with the harbour office', 'Show the agreement of a charter'],
  ['agreed', 'Walked through it with two pilots', 'Open the walk-in office earlier'],
  ['lasting', 'A test fails when a port has no depth', 'Retry a payment that fails'],
  ['lasting', 'A berth can no longer be forgotten', 'Send a link where the password is lost'],
  ['bounds', 'Ask a pilot at most twice', 'Show the most used berths'],
  ['scope', 'Ordering of pilots is out of scope', 'Use one telescope for both piers'],
];

describe('the words of the backend pack', () => {
  test.each(rows)('%s is found in "%s"', (rule, shown) => {
    expect(foundIn(shown)).toContain(`title.${rule}`);
  });

  test.each(rows)('%s: near "%s", but not in "%s"', (rule, _, nearMiss) => {
    expect(foundIn(nearMiss)).not.toContain(`title.${rule}`);
  });

  test('every rule has a row', () => {
    expect(new Set(rows.map(([rule]) => rule))).toEqual(new Set(backend.words.map(({ key }) => key)));
  });

  test('are found in the description too, at their place', () => {
    const body =
      '## Summary\n\nCaptains waited long. A payment is tried with a timeout now; nothing else moved.\n';
    const reading = readChange(changeFacts({ title: 'Ask twice', body }));
    const found = findWords(reading, framework).find(({ rule }) => rule === 'body.retries');
    expect(found?.quote).toEqual({
      text: 'A payment is tried with a timeout now',
      place: { in: 'body', from: body.indexOf('A payment') },
    });
  });

  test('are quoted bare where a comment was cut out of their clause', () => {
    const body = 'Refunds <!-- why? --> wait with a timeout now';
    const reading = readChange(changeFacts({ title: 'Ask twice', body }));
    const found = findWords(reading, framework).find(({ rule }) => rule === 'body.retries');
    expect(found?.quote).toEqual({ text: 'timeout', place: { in: 'body', from: body.indexOf('timeout') } });
  });

  test('are not found in what the template asks', () => {
    const body = '<!-- Does this change the API? Add a migration guide. -->\nPaint the crane blue.';
    const rules = findWords(readChange(changeFacts({ title: 'Paint', body })), framework);
    expect(rules.map(({ rule }) => rule)).not.toContain('body.endpoint');
    expect(rules.map(({ rule }) => rule)).not.toContain('body.deprecates');
  });
});

function foundIn(title: string): readonly string[] {
  return findWords(readChange(changeFacts({ title })), framework).map(({ rule }) => rule);
}

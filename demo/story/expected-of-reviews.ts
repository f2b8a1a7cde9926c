import type { StoryExpectation } from './story.ts';

function mattered(because: string, ...credited: readonly string[]): StoryExpectation {
  return { credited, because };
}

function empty(because: string, ...never: readonly string[]): StoryExpectation {
  return { never, because };
}

/**
 * Whose reviews of the payments repository changed something, by what is written under the pull requests; and whose
 * words did not, loud as they may be.
 */
export const expectedOfReviews: ReadonlyMap<string, StoryExpectation> = new Map([
  ['payments-301', mattered('a question became a section of the RFC', 'ingrid')],
  ['payments-304', mattered('the alert would have been silent without its exporter', 'arturs-k')],
  ['payments-307', mattered('taught what a failed concurrent build leaves behind', 'jun')],
  ['payments-309', mattered('order of fields, and a wait that programs can read', 'ingrid', 'yaw')],
  ['payments-315', mattered('a flag asked twice, and ids that are not an order', 'ingrid', 'adaeze')],
  ['payments-318', mattered('the restart was proved because of a question', 'ingrid')],
  ['payments-324', mattered('readers out of order are refused, payers stay private', 'marit', 'ingrid')],
  ['payments-327', mattered('a query that would have calmed the wrong person', 'tomas')],
  ['payments-330', mattered('owners whom GitHub would have skipped', 'lucia')],
  ['payments-332', mattered('a retry without time for its answer', 'tomas')],
  ['payments-335', mattered('rotation of the key, and two codes for two failures', 'jun', 'yaw')],
  ['payments-338', mattered('an average of percentiles', 'arturs-k')],
  ['payments-341', mattered('withdrawn currencies stay readable', 'marit')],
  ['payments-344', mattered('the template was still in use while it was copied', 'arturs-k')],
  ['payments-346', mattered('the difference that nobody would have noticed', 'marit')],
  ['payments-352', mattered('headers as they were published', 'yaw')],
  ['payments-359', mattered('a list of what is allowed, with an example', 'lucia')],
  [
    'payments-361',
    { credited: ['ingrid'], never: ['mira'], because: 'a cause that can be changed; thanks are no evidence' },
  ],
  ['payments-362', mattered('one expired card would have paged', 'priya')],
  ['payments-369', mattered('did the way back alone and found the missing step', 'adaeze')],
  ['payments-371', mattered('a series for every merchant', 'arturs-k')],
  ['payments-377', { never: ['ingrid'], because: 'a welcome is kind and no review' }],
  ['payments-380', mattered('a race, and a field that must fail closed', 'tomas', 'priya')],
  ['payments-383', mattered('whose day it is', 'ingrid')],
  ['payments-386', mattered('a wait of zero, and windows for invented keys', 'noor', 'lucia')],
  ['payments-389', mattered('a rate without a divisor for 22 hours', 'arturs-k')],
  ['payments-395', mattered('a half rounded to the even side', 'marit')],
  ['payments-400', mattered('the drain that would have killed a page', 'lucia')],
  ['payments-404', mattered('six hundred probes at once', 'arturs-k')],
  ['payments-406', mattered('a closed list of codes', 'yaw')],
  ['payments-409', mattered('a broken export that looks whole', 'noor')],
  ['payments-411', mattered('names that the rule did not know', 'ingrid')],
  ['payments-414', mattered('two deploys that were one', 'ingrid')],
  ['payments-416', mattered('a memory that is shared, and the bytes as they came', 'jun', 'yaw')],
  ['payments-419', mattered('the scan that the next table would have met', 'jun')],
  ['payments-421', mattered('a password on a shared screen', 'lucia')],
  ['payments-426', mattered('files that came out unchanged without a word', 'yaw')],
  ['payments-316', empty('a nit', 'adaeze')],
  ['payments-340', empty('a blank line', 'adaeze')],
  ['payments-345', empty('praise for what was not read', 'priya')],
  ['payments-376', empty('takes a forecast for a saving', 'noor')],
  ['payments-379', empty('five boxes ticked and nothing said', 'tomas')],
  ['payments-396', empty('counts generated lines', 'marit')],
  ['payments-403', empty('one letter', 'yaw')],
  ['payments-407', { tagged: false, never: ['tomas'], because: 'asks the reader for praise' }],
]);

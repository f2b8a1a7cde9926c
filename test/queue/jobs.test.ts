import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { type AnyJob, jobId, jobNames, readPayload } from '../../src/queue/jobs.ts';

const rowId = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });

const anyJob: fc.Arbitrary<AnyJob> = fc.oneof(
  fc.record({ job: fc.constantFrom('gather', 'comment'), payload: fc.record({ subject: rowId }) }),
  fc.record({
    job: fc.constant('watch'),
    payload: fc.record({ subject: rowId, days: fc.constantFrom(30, 90) }),
  }),
  fc.record({
    job: fc.constantFrom('prepare', 'report'),
    payload: fc.record({ cycle: rowId, person: rowId }),
  }),
  fc.record({ job: fc.constant('backfill'), payload: fc.record({ repository: rowId }) }),
  fc.record({
    job: fc.constant('sweep'),
    payload: fc.record({ kind: fc.constantFrom('relay', 'deliveries', 'cycles', 'purge') }),
  }),
);

describe('a job id', () => {
  it.each([
    [jobId('gather', { subject: 7 }), 'gather/7'],
    [jobId('watch', { subject: 7, days: 90 }), 'watch/7/90'],
    [jobId('report', { person: 41, cycle: 3 }), 'report/3/41'],
    [jobId('sweep', { kind: 'relay' }), 'sweep/relay'],
  ])('is made of the name and the ids: %s', (id, expected) => {
    expect(id).toBe(expected);
  });

  it('is never digits only, and never has a colon, a space or anything but a few plain letters', () => {
    fc.assert(
      fc.property(anyJob, ({ job, payload }) => {
        expect(jobId(job, payload)).toMatch(/^[a-z]+\/[a-z0-9/]+$/);
      }),
    );
  });

  it('is the same for the same work, and another for other work', () => {
    fc.assert(
      fc.property(anyJob, anyJob, (one, other) => {
        const same = one.job === other.job && sorted(one.payload) === sorted(other.payload);
        expect(jobId(one.job, one.payload) === jobId(other.job, other.payload)).toBe(same);
      }),
    );
  });

  it('does not depend on the order in which the payload was written', () => {
    expect(jobId('prepare', { person: 41, cycle: 3 })).toBe(jobId('prepare', { cycle: 3, person: 41 }));
  });
});

function sorted(payload: object): string {
  return JSON.stringify(Object.entries(payload).toSorted(([one], [other]) => one.localeCompare(other)));
}

describe('reading a payload', () => {
  it('gives back what was written, after a trip through JSON', () => {
    fc.assert(
      fc.property(anyJob, ({ job, payload }) => {
        const reading = readPayload(job, JSON.parse(JSON.stringify(payload)));
        expect(reading).toEqual({ fits: true, payload });
      }),
    );
  });

  it.each([
    ['watch', { subject: 7, days: 31 }, 'days must be one of 30, 90'],
    ['watch', { days: 30 }, 'subject must be a positive whole number'],
    ['sweep', { kind: 'everything' }, 'kind must be one of relay, deliveries, cycles, purge'],
    ['report', { cycle: 3, person: '41' }, 'person must be a positive whole number'],
    ['report', { cycle: 3, person: 41, login: 'ada' }, 'only cycle and person may be there'],
    ['backfill', { repository: Number.POSITIVE_INFINITY }, 'repository must be a positive whole number'],
    ['gather', 'gather/7', 'the payload must be an object'],
    ['gather', undefined, 'the payload must be an object'],
  ] as const)('says of job %s with %j: %s', (job, value, problem) => {
    expect(readPayload(job, value)).toEqual({
      fits: false,
      reason: `The payload of job "${job}" does not fit: ${problem}.`,
    });
  });

  it('never throws, and never repeats what it was given', () => {
    const secret = 'do-not-repeat-me';
    const hostile = fc.anything({ withNullPrototype: true, withBigInt: true });
    fc.assert(
      fc.property(fc.constantFrom(...jobNames), hostile, (job, value) => {
        const given = { [secret]: value, subject: secret, kind: secret, cycle: secret, repository: secret };
        const reading = readPayload(job, given);
        expect(reading.fits).toBe(false);
        expect(JSON.stringify(reading)).not.toContain(secret);
      }),
    );
  });

  it('takes no key of an object that has other keys hidden in its prototype', () => {
    const value: unknown = JSON.parse('{"subject": 7, "__proto__": {"title": "x"}}');
    expect(readPayload('gather', value).fits).toBe(false);
  });
});

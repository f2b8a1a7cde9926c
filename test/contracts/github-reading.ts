import { afterEach, beforeEach, describe } from '@jest/globals';
import { changeContract } from './github-reading/changes.ts';
import { issueContract } from './github-reading/issues.ts';
import { organisationContract } from './github-reading/organisation.ts';
import { postedContract } from './github-reading/posted.ts';
import { placeContract } from './github-reading/places.ts';
import { readerContract } from './github-reading/readers.ts';
import type { ReadingRig } from './github-reading/rig.ts';
import { sinceContract } from './github-reading/since.ts';

export type { ReadingRig } from './github-reading/rig.ts';

/** What every reading side of GitHub must do. */
export function githubReadingContract(name: string, open: () => Promise<ReadingRig>): void {
  describe.each([name])('reading: %s', () => {
    let rig: ReadingRig;
    beforeEach(async () => {
      rig = await open();
    });
    afterEach(async () => {
      await rig?.close();
    });
    describe('pull requests', () => {
      changeContract(() => rig);
    });
    describe('issues', () => {
      issueContract(() => rig);
    });
    describe('where things are', () => {
      placeContract(() => rig);
    });
    describe('what stands below a text of the app', () => {
      postedContract(() => rig);
    });
    describe('what changed', () => {
      sinceContract(() => rig);
    });
    describe('the organisation and its rules', () => {
      organisationContract(() => rig);
    });
    describe('who can read', () => {
      readerContract(() => rig);
    });
  });
}

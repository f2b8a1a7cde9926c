import { afterEach, beforeEach, describe } from '@jest/globals';
import { commentContract } from './github-writing/comments.ts';
import { issueContract } from './github-writing/issues.ts';
import { pullRequestContract } from './github-writing/pull-requests.ts';
import type { WritingRig } from './github-writing/rig.ts';

export type { WritingRig } from './github-writing/rig.ts';

/** What every writing side of GitHub must do. */
export function githubWritingContract(name: string, open: () => Promise<WritingRig>): void {
  describe.each([name])('writing: %s', () => {
    let rig: WritingRig;
    beforeEach(async () => {
      rig = await open();
    });
    afterEach(async () => {
      await rig?.close();
    });
    describe('comments', () => {
      commentContract(() => rig);
    });
    describe('issues', () => {
      issueContract(() => rig);
    });
    describe('pull requests', () => {
      pullRequestContract(() => rig);
    });
  });
}

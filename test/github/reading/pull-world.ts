import type { ChangeFacts } from '../../../src/evidence/facts.ts';
import { openReading } from '../../../src/github/open.ts';
import type { SubjectAddress } from '../../../src/ports/github.ts';
import { homeParts, pullNode } from './pull.ts';
import { NotFound, stubGitHub } from './stub.ts';
import type { Stub } from './stub.ts';

export const address: SubjectAddress = {
  kind: 'change',
  number: 412,
  repository: { installation: 5, id: 7, name: 'harbour/orders' },
};

export type World = {
  readonly pull?: object;
  readonly nodes?: Readonly<Record<string, object>>;
  readonly home?: object;
};

/** A GitHub with one repository and one pull request. */
export function githubWith({ pull = pullNode(), nodes = {}, home = {} }: World): Stub {
  const root = {
    repository: ({ owner, name }: { owner: string; name: string }) => {
      if (`${owner}/${name}` !== 'harbour/orders') throw new NotFound('Could not resolve to a Repository');
      return { ...homeParts, pullRequest: pullIn(pull), ...home };
    },
    node: ({ id }: { id: string }) => (id === 'PR_412' ? pull : (nodes[id] ?? null)),
  };
  return stubGitHub({ root });
}

/** Where a repository keeps the pull request number 412, and no other. */
export function pullIn(pull: object) {
  return ({ number }: { number: number }) => {
    if (number !== 412) throw new NotFound('Could not resolve to a PullRequest with the number of 413.');
    return pull;
  };
}

export async function read(stub: Stub, overrides: Partial<SubjectAddress> = {}): Promise<ChangeFacts> {
  const facts = await openReading(stub.clients).reading.subject({ ...address, ...overrides });
  if (facts?.kind !== 'change') throw new Error('expected a change');
  return facts;
}

import type { Actor, ChangeFacts, FileChange } from '../../src/evidence/facts.ts';

export const ada: Actor = { key: 'github:101', label: 'ada-lindqvist', type: 'user' };
export const bertil: Actor = { key: 'github:102', label: 'bertil', type: 'user' };
export const copilot: Actor = { key: 'github:198982749', label: 'Copilot', type: 'bot' };
export const dependabot: Actor = { key: 'github:49699333', label: 'dependabot[bot]', type: 'bot' };

/** A person or automation as a clone shows them: by name and address. */
export function fromMail(label: string, address: string): Actor {
  return { key: `mail:${address}`, label, type: 'user' };
}

export function file(path: string, additions = 4, deletions = 2): FileChange {
  return { path, previousPath: null, additions, deletions, binary: false, attribute: null };
}

/** An ordinary merged pull request with one file of source, changed where a case says so. */
export function sample(parts: Partial<ChangeFacts> = {}): ChangeFacts {
  const files = parts.files ?? [file('src/orders/search.go', 40, 12)];
  return {
    kind: 'change',
    key: 'github:7#412',
    repository: { key: 'github:7', name: 'harbour/orders', private: true },
    number: 412,
    commit: null,
    url: null,
    title: 'Search orders by customer',
    body: '',
    author: ada,
    coAuthors: [],
    assignees: [],
    mergedBy: bertil,
    openedAt: '2026-03-02T08:00:00Z',
    mergedAt: '2026-03-03T08:00:00Z',
    base: 'main',
    intoDefaultBranch: true,
    labels: [],
    filesTotal: files.length,
    commits: [],
    reviews: [],
    threads: [],
    comments: [],
    closes: [],
    ...parts,
    files,
  };
}

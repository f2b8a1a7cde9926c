/** What GitHub's GraphQL calls its kinds in the names of things. */
const PREFIXES = {
  App: 'A',
  Bot: 'BOT',
  CommentOnIssue: 'IC',
  Installation: 'MDIz',
  Issue: 'I',
  Label: 'LA',
  Organization: 'O',
  PullRequest: 'PR',
  Repository: 'R',
  Review: 'PRR',
  ReviewComment: 'PRRC',
  ReviewThread: 'PRRT',
  Team: 'T',
  TimelineEvent: 'EV',
  User: 'U',
} as const;

export type NodeKind = keyof typeof PREFIXES;

/** The name of a thing in GraphQL: `PR_kw100204`. */
export function nodeId(kind: NodeKind, id: number): string {
  return `${PREFIXES[kind]}_kw${id}`;
}

/** What a name from `nodeId` stands for; null for any other text. */
export function readNodeId(name: string): { readonly kind: NodeKind; readonly id: number } | null {
  const parts = /^([A-Za-z]+)_kw(\d+)$/.exec(name);
  const found = Object.entries(PREFIXES).find(([, prefix]) => prefix === parts?.[1]);
  if (parts === null || found === undefined || !isKind(found[0])) return null;
  return { kind: found[0], id: Number(parts[2]) };
}

function isKind(text: string): text is NodeKind {
  return Object.hasOwn(PREFIXES, text);
}

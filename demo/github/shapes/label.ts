import type { Issue, Label, Pull, Repository } from '../state.ts';
import { apiOf } from './links.ts';
import { nodeId } from './node-id.ts';

export function restLabel(base: string, repository: Repository, label: Label) {
  return {
    id: label.id,
    node_id: nodeId('Label', label.id),
    url: `${apiOf(base, repository)}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    color: label.color,
    default: false,
    description: null,
  };
}

/** The labels on an issue or pull request. */
export function restLabels(base: string, repository: Repository, thread: Issue | Pull) {
  return thread.labels
    .map((name) => repository.labels.get(name))
    .filter((label) => label !== undefined)
    .map((label) => restLabel(base, repository, label));
}

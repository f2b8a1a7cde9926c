import type { ChangeFacts, Facts } from '../src/evidence/facts.ts';
import type { Scene } from './scene.ts';
import type { WorkerPorts } from './ports.ts';
import { touch } from './touch.ts';

const mostTouched = 20;

/**
 * A write-up that is merged and a follow-up that is closed change what an incident shows, and no webhook of the incident
 * tells of it. So what they mention is read once more, if it was not since.
 */
export async function readMentioned(facts: Facts, scene: Scene, ports: WorkerPorts): Promise<void> {
  const doneAt = facts.kind === 'change' ? facts.mergedAt : facts.closedAt;
  const { account, installation } = scene;
  const named = doneAt === null ? [] : mentionsOf(facts);
  if (named.length === 0) return;
  const repositories = await ports.store.repositories.list(account.account);
  for (const { repository: name, number } of named) {
    const found = repositories.find((one) => one.name.toLowerCase() === name.toLowerCase());
    const subject = { account: account.account, installation, kind: 'issue', number } as const;
    if (found !== undefined) await touch({ ...subject, repository: found.id, changedAt: doneAt }, ports);
  }
}

type Mention = { readonly repository: string; readonly number: number };

/** `#377`, `harbour/orders#377` and the address of an issue. */
const written =
  /(?:(?<name>[\w-]{1,39}\/[\w.-]{1,100})#|(?<![\w/#-])#|\/(?<path>[\w-]{1,39}\/[\w.-]{1,100})\/issues\/)(?<number>[1-9]\d{0,6})\b/gu;

export function mentionsOf({
  title,
  body,
  repository,
  number: own,
}: Pick<ChangeFacts, 'title' | 'body' | 'repository'> & Pick<Facts, 'number'>): readonly Mention[] {
  const mentions = [...`${title}\n${body}`.matchAll(written)].map(({ groups }) => ({
    repository: groups?.['name'] ?? groups?.['path'] ?? repository.name,
    number: Number(groups?.['number']),
  }));
  const once = new Map(mentions.map((one) => [`${one.repository.toLowerCase()}#${one.number}`, one]));
  once.delete(`${repository.name.toLowerCase()}#${own}`);
  return [...once.values()].slice(0, mostTouched);
}

import type { ChangeFacts } from '../src/evidence/facts.ts';
import type { Scene } from './scene.ts';
import type { WorkerPorts } from './ports.ts';
import { touch } from './touch.ts';

const mostTouched = 20;

/**
 * A write-up or a follow-up that is merged changes what an incident shows, and no webhook of the incident tells of it. So
 * what a merged change mentions is read once more, if it was not since.
 */
export async function readMentioned(change: ChangeFacts, scene: Scene, ports: WorkerPorts): Promise<void> {
  const { mergedAt } = change;
  const { account, installation } = scene;
  const named = mergedAt === null ? [] : mentionsOf(change);
  if (named.length === 0) return;
  const repositories = await ports.store.repositories.list(account.account);
  for (const { repository: name, number } of named) {
    const found = repositories.find((one) => one.name.toLowerCase() === name.toLowerCase());
    const subject = { account: account.account, installation, kind: 'issue', number } as const;
    if (found !== undefined) await touch({ ...subject, repository: found.id, changedAt: mergedAt }, ports);
  }
}

type Mention = { readonly repository: string; readonly number: number };

/** `#377`, `harbour/orders#377` and the address of an issue. */
const written =
  /(?:(?<name>[\w-]{1,39}\/[\w.-]{1,100})#|(?<![\w/#-])#|\/(?<path>[\w-]{1,39}\/[\w.-]{1,100})\/issues\/)(?<number>[1-9]\d{0,6})\b/gu;

export function mentionsOf({ title, body, repository, number: own }: ChangeFacts): readonly Mention[] {
  const mentions = [...`${title}\n${body}`.matchAll(written)].map(({ groups }) => ({
    repository: groups?.['name'] ?? groups?.['path'] ?? repository.name,
    number: Number(groups?.['number']),
  }));
  const once = new Map(mentions.map((one) => [`${one.repository.toLowerCase()}#${one.number}`, one]));
  once.delete(`${repository.name.toLowerCase()}#${own}`);
  return [...once.values()].slice(0, mostTouched);
}

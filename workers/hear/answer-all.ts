import { numberOf } from '../../src/people/number.ts';
import { mayComment } from '../../src/people/rules-places.ts';
import type { Subject } from '../../src/ports/store.ts';
import { answerMarkdown } from '../../src/report/answer-markdown.ts';
import type { Answer } from '../hear.ts';
import { audienceNow } from '../material.ts';
import type { WorkerPorts } from '../ports.ts';
import { hold, known, orHeld, remember } from '../publication.ts';
import { whyNot } from '../publish.ts';
import type { Scene } from '../scene.ts';

type At = { readonly subject: Subject; readonly scene: Scene };

/** Each comment with commands is answered once, where the app may write; more than before is said where more was kept. */
export async function answerAll(answers: readonly Answer[], at: At, ports: WorkerPorts): Promise<void> {
  const { rules, repository, reportsOf } = at.scene;
  if (rules.mode === 'preview') return;
  if (reportsOf === null && !mayComment(rules, repository)) return;
  for (const answer of answers) await reply(answer, at, ports);
}

async function reply(
  { comment, lines, isNew }: Answer,
  { subject, scene }: At,
  ports: WorkerPorts,
): Promise<void> {
  const { account, repository, installation, reportsOf } = scene;
  const intent = { account: account.account, key: `answer/${comment.key}`, kind: 'answer' } as const;
  const person = reportsOf?.person ?? numberOf(comment.author.key);
  const place = { person, repository: repository.id, number: subject.number };
  const publication = await ports.store.publications.ensure({ ...intent, ...place });
  if (publication.postedAt !== null && !isNew) return;
  const body = answerMarkdown(lines);
  const text = {
    account: account.account,
    repository: { installation, id: repository.id, name: repository.name },
    number: subject.number,
    key: publication.key,
    known: known(publication),
    body,
  };
  const because = await whyNotHere(scene, ports);
  const ensured =
    because === null ? await orHeld(() => ports.github.writing.ensureComment(text)) : { because };
  if ('because' in ensured) return hold(publication, { reason: ensured.because, text: body }, ports);
  await remember(publication, ensured, ports);
}

/** In somebody's reports repository nothing is written while anybody else could read it. */
async function whyNotHere(
  { account, rules, repository, installation, reportsOf }: Scene,
  ports: WorkerPorts,
): Promise<string | null> {
  if (reportsOf === null) return null;
  const audience = await audienceNow(reportsOf, account, rules, ports);
  const address = { installation, id: repository.id, name: repository.name };
  return whyNot({ audience, engineer: reportsOf }, address, ports);
}

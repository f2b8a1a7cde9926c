import { numberOf } from '../src/people/number.ts';
import type { Publication, Subject } from '../src/ports/store.ts';
import { reviewText, reviewTextMarkdown } from '../src/report/phrases/review-text.ts';
import { audienceNow } from './material.ts';
import type { WorkerPorts } from './ports.ts';
import { hold, known, orHeld, remember } from './publication.ts';
import { keyOf, whyNot } from './publish.ts';
import type { Scene } from './scene.ts';

type ReportsScene = Scene & { readonly reportsOf: NonNullable<Scene['reportsOf']> };

/**
 * Keeps one comment below a report with the review text made of what the engineer's manager ticked there. Boxes that
 * anybody else set last, the app itself included, change nothing of it.
 */
export async function keepReviewText(subject: Subject, scene: Scene, ports: WorkerPorts): Promise<void> {
  const { reportsOf, rules, installation, repository } = scene;
  if (reportsOf === null || subject.kind !== 'issue' || rules.mode === 'preview') return;
  const here = { ...scene, reportsOf };
  const report = await reportAt(subject, here, ports);
  if (report === null) return;
  const place = { installation, id: repository.id, name: repository.name };
  const posted = await orHeld(() => ports.github.reading.posted(place, subject.number));
  if (posted === null || 'because' in posted || posted.editedBy === null) return;
  const audience = await audienceNow(reportsOf, scene.account, rules, ports);
  const ticker = posted.editedBy.type === 'bot' ? null : numberOf(posted.editedBy.key);
  if (!audience.managers.some(({ id }) => id === ticker)) return;
  const { phrases, areas } = ports.framework.pack;
  const text = reviewText(posted.body, { phrases, areas, questions: rules.questions });
  const because = await whyNot({ audience, engineer: reportsOf }, place, ports);
  await keepComment({ report, text, because, place }, ports);
}

/** The report that an issue is, if it is one of this engineer's. */
async function reportAt(
  { repository, number }: Subject,
  { account: { account }, reportsOf }: ReportsScene,
  { store }: WorkerPorts,
): Promise<Publication | null> {
  for (const cycle of await store.cycles.list(account)) {
    const found = await store.publications.find(account, keyOf('report', cycle, reportsOf.person));
    if (found?.repository === repository && found.number === number) return found;
  }
  return null;
}

type Keeping = {
  readonly report: Publication;
  readonly text: string | null;
  /** Why it may not be written there now; null where it may. */
  readonly because: string | null;
  readonly place: { readonly installation: number; readonly id: number; readonly name: string };
};

/** Where nothing was ever ticked there is no comment; where all was unticked again it says so. */
async function keepComment({ report, text, because, place }: Keeping, ports: WorkerPorts): Promise<void> {
  const { account, person, repository, number } = report;
  const key = report.key.replace(/^report\//u, 'review-text/');
  if (number === null || (text === null && (await ports.store.publications.find(account, key)) === null))
    return;
  const intent = { account, key, kind: 'review text', person, repository, number };
  const publication = await ports.store.publications.ensure(intent);
  const body = reviewTextMarkdown(text);
  const comment = { account, repository: place, number, key, known: known(publication), body };
  const ensured =
    because === null ? await orHeld(() => ports.github.writing.ensureComment(comment)) : { because };
  if ('because' in ensured) return hold(publication, { reason: ensured.because, text: body }, ports);
  await remember(publication, ensured, ports);
}

import type { Activity } from '../src/evidence/activity.ts';
import type { Credited, Evidence } from '../src/evidence/evidence.ts';
import type { ChangeFacts, CommentFacts } from '../src/evidence/facts.ts';
import { digest } from '../src/evidence/key.ts';
import { isBot } from '../src/evidence/noise.ts';
import type { Framework } from '../src/framework/compile.ts';
import { areaNamed, commands, readCommands } from '../src/people/commands.ts';
import type { Written } from '../src/people/commands.ts';
import { numberOf } from '../src/people/number.ts';
import { counts } from '../src/people/roster.ts';
import { mayComment } from '../src/people/rules-places.ts';
import type { OverlayRow, Subject } from '../src/ports/store.ts';
import { answerMarkdown } from '../src/report/answer-markdown.ts';
import type { AnswerLine } from '../src/report/answer-markdown.ts';
import type { Scene } from './gather.ts';
import type { WorkerPorts } from './ports.ts';
import { hold, known, orHeld, remember } from './publication.ts';

/** A change as it was just read, and what came of it. */
export type Heard = {
  readonly subject: Subject;
  readonly change: ChangeFacts;
  readonly credited: Credited;
  readonly scene: Scene;
};

/**
 * Keeps what people said to the app below a change, and answers each comment once. A person can speak of their own part
 * only; who that is, GitHub's numeric id says.
 */
export async function hear(heard: Heard, ports: WorkerPorts): Promise<void> {
  for (const comment of spoken(heard.change)) {
    const written = readCommands(comment.body);
    if (written.length === 0 || isBot(comment.author)) continue;
    const decided = written.map((one) => decide(one, comment, heard, ports.framework));
    for (const { row } of decided)
      if (row !== null) await ports.store.overlay.add(heard.subject.account, row);
    await reply(comment, decided, heard, ports);
  }
}

/** Everything that was written below the change, oldest first. */
function spoken({ comments, threads, reviews }: ChangeFacts): readonly CommentFacts[] {
  const all = [...comments, ...threads.flatMap((thread) => thread.comments), ...reviews];
  return all.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

type Decided = AnswerLine & { readonly row: OverlayRow | null };

function decide(
  written: Written,
  comment: CommentFacts,
  { credited, scene: { roster } }: Heard,
  framework: Framework,
): Decided {
  const refused = (sentence: string): Decided => ({ line: written.line, sentence, done: false, row: null });
  if (written.problem !== null) return refused(written.problem);
  const person = numberOf(comment.author.key);
  const part = ownPart(credited.evidence, comment.author.key);
  if (part === null || person === null || !counts(roster, person, part.at)) return refused(notYours);
  const area = written.name === 'area' ? areaNamed(written.words, framework.pack.areas) : null;
  if (area !== null && 'problem' in area) return refused(area.problem);
  const words = area === null ? written.words : area.area;
  const origin = `${comment.key}/${digest(written.line).slice(0, 12)}`;
  const said = {
    origin,
    person,
    saidBy: person,
    about: part.key,
    verb: written.name,
    words,
    saidAt: comment.at,
  };
  const sentence = commands.find(({ name }) => name === written.name)?.does ?? '';
  return { line: written.line, sentence, done: true, row: said };
}

const notYours =
  'Nothing of this change is in your own record, and only those whose work it is can answer for it.';

/** Of several parts the one in the change itself: a reviewer speaks of the review. */
function ownPart(evidence: readonly Evidence[], person: string): Activity | null {
  const own = evidence.map(({ activity }) => activity).filter((activity) => activity.person.key === person);
  return own.find(({ kind }) => kind === 'change') ?? own[0] ?? null;
}

/** Once for each comment, where comments may be written at all. */
async function reply(
  comment: CommentFacts,
  lines: readonly AnswerLine[],
  { subject, scene }: Heard,
  ports: WorkerPorts,
): Promise<void> {
  const { account, rules, repository, installation } = scene;
  if (rules.mode === 'preview' || !mayComment(rules, repository)) return;
  const intent = { account: account.account, key: `answer/${comment.key}`, kind: 'answer' } as const;
  const place = { person: numberOf(comment.author.key), repository: repository.id, number: subject.number };
  const publication = await ports.store.publications.ensure({ ...intent, ...place });
  if (publication.postedAt !== null) return;
  const body = answerMarkdown(lines);
  const text = {
    account: account.account,
    repository: { installation, id: repository.id, name: repository.name },
    number: subject.number,
    key: publication.key,
    known: known(publication),
    body,
  };
  const ensured = await orHeld(() => ports.github.writing.ensureComment(text));
  if ('because' in ensured) return hold(publication, { reason: ensured.because, text: body }, ports);
  await remember(publication, ensured, ports);
}

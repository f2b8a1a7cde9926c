import type { CommentFacts, Facts } from '../src/evidence/facts.ts';
import { dayOf } from '../src/evidence/cycle.ts';
import { digest } from '../src/evidence/key.ts';
import { isBot } from '../src/evidence/noise.ts';
import { asAnswer, readCommands } from '../src/people/command-reading.ts';
import type { Understood, Written } from '../src/people/command-reading.ts';
import { numberOf } from '../src/people/number.ts';
import { quotedAnswer } from '../src/people/quoted-answer.ts';
import { refusalOf, standingOf } from '../src/people/permission.ts';
import type { Standing } from '../src/people/permission.ts';
import type { OverlayRow } from '../src/ports/store.ts';
import { commentQuestions } from '../src/report/comment-question.ts';
import type { AnswerLine } from '../src/report/answer-markdown.ts';
import { refused } from './hear/asked.ts';
import type { Asked, Conversation, Reply } from './hear/asked.ts';
import { handlers } from './hear/handlers.ts';
import type { WorkerPorts } from './ports.ts';
import { keptReaders } from './reports-account.ts';

/** What is to be answered to one comment. */
export type Answer = {
  readonly comment: CommentFacts;
  readonly lines: readonly AnswerLine[];
  /** Something of it was not kept before: then an answer that stands already says so, too. */
  readonly isNew: boolean;
};

/** Whoever is named as having had a part can speak of it from then on: the evidence as it is with them. */
export type Recrediting = { readonly recredited: () => Promise<Conversation['credited']> };

/**
 * Keeps what people said to the app in a conversation, in the order in which they said it. Who may say what, GitHub's
 * numeric ids tell. Read again, it keeps nothing twice.
 */
export async function hear(
  { recredited, ...heard }: Conversation & Recrediting,
  ports: WorkerPorts,
): Promise<readonly Answer[]> {
  let conversation: Conversation = heard;
  const answers: Answer[] = [];
  const before: OverlayRow[] = [];
  for (const comment of spoken(conversation.facts)) {
    const written = saidIn(comment, conversation);
    if (written.length === 0 || isBot(comment.author)) continue;
    const lines: AnswerLine[] = [];
    let isNew = false;
    for (const [index, one] of written.entries()) {
      const origin = originOf(comment, written, index);
      const { rows, ...reply } = await replyTo({ one, origin, comment, before, conversation }, ports);
      for (const row of rows)
        if (await ports.store.overlay.add(conversation.scene.account.account, row)) isNew = true;
      before.push(...rows);
      if (rows.some(({ verb }) => verb === 'also'))
        conversation = { ...conversation, credited: await recredited() };
      lines.push({ line: one.line, ...reply });
    }
    answers.push({ comment, lines, isNew });
  }
  return answers;
}

/** Commands; or else what somebody who did the work replies to the question about it. */
function saidIn({ author, body }: CommentFacts, { facts, credited }: Conversation): readonly Written[] {
  const commands = readCommands(body);
  if (commands.length > 0 || facts.kind !== 'change') return commands;
  const answer = quotedAnswer(body, Object.values(commentQuestions));
  const isTheirs = credited.evidence.some(
    ({ activity }) => activity.kind === 'change' && activity.person.key === author.key,
  );
  return answer !== null && isTheirs ? [asAnswer(answer)] : [];
}

/** Everything that was written there, oldest first. An issue speaks with its own text, too. */
function spoken(facts: Facts): readonly CommentFacts[] {
  const all = facts.kind === 'issue' ? [opening(facts), ...facts.comments] : ofChange(facts);
  return all.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

function ofChange({ comments, threads, reviews }: Extract<Facts, { kind: 'change' }>): CommentFacts[] {
  return [...comments, ...threads.flatMap((thread) => thread.comments), ...reviews];
}

function opening({ key, author, body, openedAt: at, url }: Extract<Facts, { kind: 'issue' }>): CommentFacts {
  return { key: `${key}/opening`, author, body, at, url };
}

/** The comment and the line: editing the other lines of a comment changes nothing about this one. */
function originOf({ key }: CommentFacts, written: readonly Written[], index: number): string {
  const line = written[index]?.line ?? '';
  const earlier = written.slice(0, index).filter((one) => one.line === line).length;
  return `${key}/${digest(line).slice(0, 12)}${earlier === 0 ? '' : `/${earlier}`}`;
}

type Line = {
  readonly one: Written;
  readonly origin: string;
  readonly comment: CommentFacts;
  readonly before: readonly OverlayRow[];
  readonly conversation: Conversation;
};

async function replyTo(line: Line, ports: WorkerPorts): Promise<Reply> {
  const { one, comment, conversation } = line;
  if (one.problem !== null) return refused(one.problem);
  const number = numberOf(comment.author.key);
  if (number === null) return refused('An account that is gone says nothing.');
  const standing = standingIn(conversation, comment, number);
  const refusal = refusalOf(one, standing);
  if (refusal !== null) return refused(refusal);
  return handlers[one.name](await askedOf(line, one, number, standing, ports), ports);
}

async function askedOf(
  { origin, comment, before, conversation }: Line,
  { name, id, words }: Understood,
  number: number,
  standing: Standing,
  { store }: WorkerPorts,
): Promise<Asked> {
  const { account, reportsOf } = conversation.scene;
  const person = reportsOf?.person ?? number;
  return {
    said: { name, id, words, origin, comment: comment.key, at: comment.at, url: comment.url },
    speaker: { person: number, key: comment.author.key, label: comment.author.label },
    standing,
    person,
    known: await store.overlay.ofPerson(account.account, person),
    before: before.filter(({ saidBy }) => saidBy === number),
    conversation,
  };
}

function standingIn(
  { facts, credited, scene }: Conversation,
  { author, at }: CommentFacts,
  speaker: number,
): Standing {
  const { account, rules, roster, reportsOf } = scene;
  const own = credited.evidence.find(({ activity }) => activity.person.key === author.key);
  const isWork = facts.kind === 'change' || credited.evidence.length > 0;
  return standingOf({
    where: reportsOf !== null ? 'reports' : isWork ? 'work' : 'issue',
    speaker,
    at,
    day: dayOf(at, rules.cycle.timeZone),
    engineer: reportsOf && { id: reportsOf.person, login: reportsOf.login, teams: reportsOf.teams },
    didAt: own?.activity.at ?? null,
    roster,
    rules,
    organisation: keptReaders(account),
  });
}

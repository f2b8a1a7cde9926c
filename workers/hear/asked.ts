import type { Credited } from '../../src/evidence/evidence.ts';
import type { Facts } from '../../src/evidence/facts.ts';
import { commandNamed } from '../../src/people/commands.ts';
import type { CommandName } from '../../src/people/commands.ts';
import type { Standing } from '../../src/people/permission.ts';
import type { OverlayRow } from '../../src/ports/store.ts';
import type { AnswerLine } from '../../src/report/answer-markdown.ts';
import type { WorkerPorts } from '../ports.ts';
import type { Scene } from '../scene.ts';

/** A pull request or an issue as it was just read. */
export type Conversation = {
  readonly facts: Facts;
  /** What it is evidence of; of what is kept as no evidence, nothing. */
  readonly credited: Pick<Credited, 'evidence'>;
  readonly scene: Scene;
};

/** One command that may be said here, by whoever said it. */
export type Asked = {
  readonly said: {
    readonly name: CommandName;
    /** `E-41c0f2`, where it names evidence. */
    readonly id: string | null;
    readonly words: string;
    /** Where it was said: the comment, and the line in it. The same whenever it is read again. */
    readonly origin: string;
    /** Of the comment alone. */
    readonly comment: string;
    /** ISO 8601 in UTC. */
    readonly at: string;
    /** Of the comment. */
    readonly url: string | null;
  };
  readonly speaker: { readonly person: number; readonly key: string; readonly label: string };
  readonly standing: Standing;
  /** Whose record it is about where the command does not name somebody else: in a reports repository, its engineer. */
  readonly person: number;
  /** All that was ever said of that person, by time: what this very command left there when it was read before, too. */
  readonly known: readonly OverlayRow[];
  /** What this speaker said earlier in this conversation. */
  readonly before: readonly OverlayRow[];
  readonly conversation: Conversation;
};

/** What is answered, and what is kept. */
export type Reply = Pick<AnswerLine, 'sentence' | 'done' | 'below'> & {
  readonly rows: readonly OverlayRow[];
};

/**
 * What one command does. It is called whenever its conversation is read anew, so it must come to the same again: rows are
 * kept once by their origin, and effects are to be ensured.
 */
export type Handler = (asked: Asked, ports: WorkerPorts) => Reply | Promise<Reply>;

export function refused(sentence: string): Reply {
  return { sentence, done: false, rows: [] };
}

/** It is done as the table of commands says. */
export function done(name: CommandName, row: OverlayRow): Reply {
  return { sentence: commandNamed(name)?.does ?? '', done: true, rows: [row] };
}

/** What every row has: where, by whom and when it was said. About the speaker, unless a handler says otherwise. */
export function rowOf({ said, speaker, person }: Asked): Omit<OverlayRow, 'words'> {
  const { origin, name: verb, at: saidAt } = said;
  return { origin, person, saidBy: speaker.person, about: null, verb, saidAt };
}

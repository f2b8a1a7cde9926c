import type { Source } from '../evidence/ground.ts';
import { inert } from './escape.ts';
import { check } from './ledger.ts';
import type { Composed } from './ledger.ts';
import type { Report, Story } from './report.ts';
import { metricMarkdown, quoted, referenceLink, withLinks } from './wording.ts';

/** A first draft of what an engineer might say of themselves, and how many of its sentences were dropped. */
export type SelfAssessment = { readonly paragraphs: readonly string[]; readonly dropped: number };

/**
 * In the first person, from the record alone: what was done, as a sentence that is looked up with the engineer's voice;
 * why it mattered and what it gained, as quotes; and the record's own sentences, which were looked up before.
 */
export function selfAssessment({ worthKnowing, engineer }: Report): SelfAssessment {
  const told = worthKnowing.map((story) => paragraphOf(story, engineer));
  return {
    paragraphs: told.flatMap(({ text }) => (text === '' ? [] : [text])),
    dropped: told.reduce((sum, { dropped }) => sum + dropped, 0),
  };
}

function paragraphOf(story: Story, engineer: string): { readonly text: string; readonly dropped: number } {
  const first = check([firstOf(story, engineer)]);
  const [did] = first.kept;
  const { links, kind } = story;
  const record = kind === 'incident' ? story.record.slice(1) : story.record;
  const parts = [
    ...(did === undefined ? [] : [named(did, story)]),
    ...wordsOf(story),
    ...record.map((sentence) => withLinks(sentence, links)),
  ];
  return { text: did === undefined ? '' : parts.join(' '), dropped: first.dropped };
}

/** What was done, with the title beside it: that is a quote, and no part of the sentence that is looked up. */
function named(did: string, { kind, win, lead, links }: Story): string {
  const title = `“${quoted(win.text)}”`;
  const sentence = withLinks(did, links);
  if (kind === 'incident') return `The incident ${title} (${referenceLink(lead)}): ${sentence}`;
  const linked = lead.label.startsWith('#')
    ? sentence
    : sentence.replace(inert(lead.label), () => referenceLink(lead));
  return `${linked.replace(/\.$/u, '')}: ${title}${kind === 'review' ? '' : '.'}`;
}

/** Spans of their source, each with whose it is where it is not the engineer's. */
function wordsOf({ kind, impact, metrics }: Story): readonly string[] {
  const mattered =
    impact === null
      ? []
      : [`${impact.grade === 'author' ? 'Why it mattered: ' : saidBy[kind]}“${quoted(impact.text)}”`];
  return [...mattered, ...metrics.map((metric) => `In figures: ${metricMarkdown(metric)}.`)];
}

const saidBy = {
  review: 'The answer: ',
  change: 'A colleague said: ',
  incident: 'A colleague said: ',
} as const;

function firstOf(story: Story, engineer: string): Composed {
  const text = sentences[story.kind];
  const source: Source = { text: text(story, engineer), grade: 'record', who: engineer, key: story.id };
  return { text: text(story, 'I'), sources: [source], voice: { engineer } };
}

type Sentence = (story: Story, who: string) => string;

/** What GitHub recorded, by whoever it names: the engineer, or `I`. */
const sentences: Readonly<Record<Story['kind'], Sentence>> = {
  change: ({ part, lead }, who) => `${who} ${didOf[part.part] ?? 'took part in'} ${lead.label}.`,
  review: ({ lead }, who) => `${who} reviewed ${lead.label}.`,
  incident: ({ record: [deeds = 'Took part in it.'] }, who) => `${who} ${uncapital(deeds)}`,
};

const didOf: Readonly<Record<string, string>> = {
  author: 'wrote',
  'co-author': 'co-wrote',
  'asked an agent': 'had an agent write',
};

function uncapital(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

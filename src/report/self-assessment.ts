import type { Source } from '../evidence/ground.ts';
import { inert, plainLine } from './escape.ts';
import { check } from './ledger.ts';
import type { Composed } from './ledger.ts';
import type { Reference, Report, Story } from './report.ts';
import { shortened } from './shorten.ts';
import { metricMarkdown, quoted, referenceLink, withLinks } from './wording.ts';

const longestTitle = 160;

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
  const { links, lead } = story;
  const record = story.kind === 'incident' ? story.record.slice(1) : story.record;
  const parts = [
    ...first.kept.map((sentence) => linked(withLinks(sentence, links), lead)),
    ...wordsOf(story),
    ...record.map((sentence) => withLinks(sentence, links)),
  ];
  return { text: first.kept.length === 0 ? '' : parts.join(' '), dropped: first.dropped };
}

/** `tickets#41`; a number alone is a link already. */
function linked(markdown: string, lead: Reference): string {
  return lead.label.startsWith('#')
    ? markdown
    : markdown.replace(inert(lead.label), () => referenceLink(lead));
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
  return { ...sentences[story.kind](story, engineer), voice: { engineer } };
}

type Sentence = (story: Story, engineer: string) => Pick<Composed, 'text' | 'sources'>;

const sentences: Readonly<Record<Story['kind'], Sentence>> = {
  change: (story, engineer) => {
    const did = didOf[story.part.part] ?? 'took part in';
    const { label } = story.lead;
    return {
      text: `I ${did} “${titleOf(story)}” (${label}).`,
      sources: [recorded(story, engineer, `${engineer} ${did} ${label}.`), worded(story)],
    };
  },
  review: (story, engineer) => ({
    text: `I reviewed ${story.lead.label} and said: “${titleOf(story)}”`,
    sources: [
      recorded(story, engineer, `${engineer} reviewed ${story.lead.label} and said it.`),
      worded(story),
    ],
  }),
  incident: (story, engineer) => {
    const [deeds = 'Took part in it.'] = story.record;
    const { label } = story.lead;
    return {
      text: `In the incident “${titleOf(story)}” (${label}) I ${uncapital(deeds)}`,
      sources: [
        recorded(story, engineer, `In the incident ${label} ${engineer} ${uncapital(deeds)}`),
        worded(story),
      ],
    };
  },
};

const didOf: Readonly<Record<string, string>> = {
  author: 'wrote',
  'co-author': 'co-wrote',
  'asked an agent': 'had an agent write',
};

/** What GitHub recorded, apart from the words of the title: what those deny is not denied of the work. */
function recorded({ id }: Story, who: string, text: string): Source {
  return { text, grade: 'record', who, key: id };
}

function worded({ win, id }: Story): Source {
  return { text: plainLine(win.text), grade: win.grade, key: id };
}

function titleOf({ win }: Story): string {
  return shortened(win.text, longestTitle);
}

function uncapital(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

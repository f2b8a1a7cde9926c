import type { Grade } from '../evidence/claim.ts';
import type { Framework } from '../framework/compile.ts';
import { codeSpan } from './escape.ts';
import type { OfAnother, Report, Story, StoryIncident } from './report.ts';
import { shortened } from './shorten.ts';
import {
  areaTitle,
  becauseMarkdown,
  headline,
  kudosMarkdown,
  marks,
  metricMarkdown,
  quoted,
  referenceLink,
  withLinks,
} from './wording.ts';

const longestSentence = 320;

/** Words of a story with whose they are; a mark holds until the next one. */
type Said = { readonly by: Grade | 'note'; readonly text: string };

/** One piece of work as a paragraph: win, impact, metric, and what the record says; below it what it counts for. */
export function storyMarkdown(story: Story, number: number, framework: Framework): string {
  const { kind, win, incidents, notes } = story;
  const said: readonly Said[] = [
    { by: win.grade, text: `${titleOf(story)} (${ownReferences(story)}).` },
    ...impactOf(story),
    ...metricsOf(story),
    { by: 'record', text: sentences(story.record, story.links) },
    ...incidents.flatMap((incident) => incidentOf(incident, story)),
    ...notes.map(noteOf),
  ];
  return `**${number}.** ${intros[kind]}${marked(said)}\n${whyItCounts(story, framework)}`;
}

const intros = { change: '', review: 'A review: ', incident: 'An incident: ' } as const;

/** Each mark once, for all that follows it. */
function marked(said: readonly Said[]): string {
  const spoken = said.filter(({ text }) => text !== '');
  return spoken
    .map(({ by, text }, index) => {
      if (by === 'note') return text;
      return spoken[index - 1]?.by === by ? text : `${marks[by]} ${text}`;
    })
    .join(' ');
}

function impactOf({ kind, impact }: Story): readonly Said[] {
  if (impact === null) return [];
  const words = closed(`“${quoted(impact.text)}”${ofAnother(impact)}`);
  return [{ by: impact.grade, text: `${kind === 'review' ? 'The answer: ' : ''}${words}` }];
}

/** The first of each person's is announced. */
function metricsOf({ metrics }: Story): readonly Said[] {
  return metrics.map((metric, index) => {
    const words = closed(`${metricMarkdown(metric)}${ofAnother(metric)}`);
    return {
      by: metric.grade,
      text: metrics[index - 1]?.grade === metric.grade ? words : `In figures: ${words}`,
    };
  });
}

/** A quote that ends like a sentence needs no second end. */
function closed(words: string): string {
  return /[.!?…]”$/u.test(words) ? words : `${words}.`;
}

/** A review is told by what the reviewer said, anything else by its title. */
function titleOf({ kind, win }: Story): string {
  if (kind === 'review') return `**“${quoted(win.text)}”**`;
  return `**${headline(win.text)}**`;
}

/** Incidents are named where they are told. */
function ownReferences({ references, incidents, lead, kind }: Story): string {
  const apart = new Set(incidents.map(({ reference }) => reference.label));
  // Words of a review stand in one change: that one comes first.
  const inOrder =
    kind === 'review' ? [lead, ...references.filter(({ label }) => label !== lead.label)] : references;
  return inOrder
    .filter(({ label }) => !apart.has(label))
    .map(referenceLink)
    .join(', ');
}

function incidentOf({ name, reference, record }: StoryIncident, { links }: Story): readonly Said[] {
  return [
    { by: name.grade, text: `The incident “${quoted(name.text)}” (${referenceLink(reference)}).` },
    { by: 'record', text: sentences(record, links) },
  ];
}

function sentences(record: readonly string[], links: Story['links']): string {
  return record.map((text) => withLinks(shortened(text, longestSentence), links)).join(' ');
}

/** Words beside the record, or against it: the person's own, or a colleague's. */
function noteOf(note: Story['notes'][number]): Said {
  if (note.kind === 'kudos') return { by: 'note', text: `${kudosMarkdown(note)}${ofAnother(note)}` };
  const name = note.kind === 'contest' ? '✎ **Contested:** ' : '✎ ';
  return { by: 'note', text: `${name}“${quoted(note.text)}”${ofAnother(note)}` };
}

function ofAnother({ of }: OfAnother): string {
  return of === null ? '' : ` (${referenceLink(of)})`;
}

function whyItCounts({ areas, because, came, id }: Story, framework: Framework): string {
  const titles = areas.map((area) => areaTitle(area, framework)).join(', ');
  const own = because.map((one) => `it ${becauseMarkdown(one)}`).join('; ');
  const reasons = own === '' ? came : own;
  return `<sub>${[`${titles}${reasons === '' ? '' : `: ${reasons}`}`, codeSpan(id)].join(' · ')}</sub>`;
}

/** What stands where nothing is told. */
export function nothingTold({ areas }: Report): string {
  return areas.some(({ rows }) => rows.length > 0)
    ? 'Nothing is led with here. The lists below show what was merged; ask about it.'
    : 'Nothing was found in this window that is evidence of an area. That says something about the record, not about the work.';
}

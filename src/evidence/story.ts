import type { Claim } from './claim.ts';
import type { ChangeFacts } from './facts.ts';
import { isBot } from './noise.ts';
import type { Reading } from './reading.ts';
import { placeInBody, standsUnbroken } from './reading.ts';
import { sentencesOf } from './sentences.ts';
import { isConsequence, isMatter, weigh } from './story/cues.ts';
import { holds, underReasons, withoutLabel } from './story/headings.ts';

/** From here on a sentence says what the change is good for. */
const enough = 2;
/** Under a heading that asks why, one cue is enough; without any, a scrap stays a scrap. */
const oneCue = 0.8;
const shortest = 30;
const longest = 320;

/** The win: what was done, in the author's words. A title is always there; a verbatim part of it is the win. */
export function winOf({ title }: Reading): Claim {
  return { text: title.words, quote: { text: title.words, place: { in: 'title' } }, grade: 'author' };
}

/**
 * The impact: for whom and why it mattered. First as the author says it; else as another person says after the merge;
 * else the title of the issue it closed. Null where nobody says.
 */
export function impactOf(reading: Reading): Claim | null {
  return inBody(reading) ?? inTalk(reading) ?? inIssue(reading);
}

type Candidate = { readonly claim: Claim; readonly says: number };

function inBody(reading: Reading): Claim | null {
  const { change, body, title, prose } = reading;
  const reasons = underReasons(change.body);
  const candidates = (prose === body.text ? reading.sentences : sentencesOf(body.text))
    .map(withoutLabel)
    .filter(({ text }) => isReadable(text))
    .map(({ text, from }) => ({ quote: { text, place: placeInBody(body)(from) }, at: body.origin(from) }))
    .filter(({ quote }) => standsUnbroken(change, quote))
    .map(({ quote, at }): Candidate => {
      const says = weigh(quote.text, title.words);
      return {
        claim: { text: oneLine(quote.text), quote, grade: 'author' },
        says: holds(reasons, at) && says >= oneCue ? says + 2 : says,
      };
    });
  return surest(candidates);
}

/** What others say once it is merged: `since this went out our import no longer times out`. */
function inTalk({ change, title }: Reading): Claim | null {
  const { mergedAt } = change;
  if (mergedAt === null) return null;
  const candidates = change.comments
    .filter(({ author, at }) => at > mergedAt && author.key !== change.author.key && !isBot(author))
    .flatMap(({ key, body }) =>
      sentencesOf(body)
        .filter(({ text }) => isReadable(text) && isConsequence(text))
        .map(({ text, from }): Candidate => ({
          claim: {
            text: oneLine(text),
            quote: { text, place: { in: 'comment', key, from } },
            grade: 'peer',
          },
          says: weigh(text, title.words),
        })),
    );
  return surest(candidates);
}

/** That the change closed it is on record; what it was about stands in its title. */
function inIssue({ change, title }: Reading): Claim | null {
  const issue = closedOf(change).find((one) => isMatter(one.title) && one.title !== title.whole);
  if (issue === undefined) return null;
  const text = issue.title.trim();
  return { text, quote: { text, place: { in: 'issue', key: issue.key } }, grade: 'record' };
}

function closedOf({ closes }: ChangeFacts): ChangeFacts['closes'] {
  return closes.filter((issue) => issue.title.trim().length >= shortest && issue.title.length <= longest);
}

function surest(candidates: readonly Candidate[]): Claim | null {
  const best = candidates.filter(({ says }) => says >= enough).toSorted((a, b) => b.says - a.says)[0];
  return best?.claim ?? null;
}

function isReadable(text: string): boolean {
  return text.length >= shortest && text.length <= longest;
}

/** A verbatim span as one line of text: white space folded, nothing else changed. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

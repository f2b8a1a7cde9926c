import type { Framework } from '../framework/compile.ts';
import type { Question, Report, Story } from './report.ts';

/** With fewer pieces of evidence than this an area is asked about; its silence is never judged. */
const little = 2;
const mostMissing = 3;

/** Blank is a question: for every good story without a figure, and for every area with little. */
export function questionsOf(report: Omit<Report, 'questions'>, { pack }: Framework): readonly Question[] {
  const rowsOf = (area: string) => report.areas.find((section) => section.area === area)?.rows.length ?? 0;
  const blanks = pack.areas
    .map(({ key, question }) => ({ about: 'area' as const, area: key, rows: rowsOf(key), question }))
    .filter(({ rows }) => rows < little);
  return [...withoutFigure(report.worthKnowing).slice(0, mostMissing).map(missingOf), ...blanks];
}

/** Changes that are told and say no figure, in their order. */
export function withoutFigure(stories: readonly Story[]): readonly Story[] {
  return stories.filter(({ kind, measured }) => kind === 'change' && !measured);
}

/** Nobody measures a document: it is good where somebody works by it. */
export function missingOf({ win, lead, documents }: Story): Question {
  const about = documents ? 'use' : 'figure';
  return { about, reference: lead, win, question: asks[about] };
}

const asks = {
  figure: 'What was different afterwards, and for whom?',
  use: 'Who works by it now, and what do they do differently?',
} as const;

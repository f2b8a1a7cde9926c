import type { Framework } from '../framework/compile.ts';
import type { Report } from './report.ts';
import { shortened } from './shorten.ts';

/** With fewer pieces of evidence than this an area is asked about; its silence is never judged. */
const little = 2;
const mostMissing = 3;

/** Blank is a question: for every area with little, and for every good story without a figure. */
export function questionsOf(report: Omit<Report, 'questions'>, { pack }: Framework): readonly string[] {
  const blanks = pack.areas
    .filter(({ key }) => (report.areas.find(({ area }) => area === key)?.rows.length ?? 0) < little)
    .map(({ title, question }) => `${title}: ${question}`);
  const missing = report.worthKnowing
    .filter(({ kind, metrics }) => kind === 'change' && metrics.length === 0)
    .slice(0, mostMissing)
    .map(
      ({ win, lead }) =>
        `${lead.label} (“${shortened(win.text, 70)}”) states no figure. What was different afterwards, and for whom?`,
    );
  return [...missing, ...blanks];
}

import type { Framework } from '../framework/compile.ts';
import type { Report, Story } from './report.ts';
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
    .filter(({ kind, measured }) => kind === 'change' && !measured)
    .slice(0, mostMissing)
    .map(missingOf);
  return [...missing, ...blanks];
}

/** Nobody measures a document: it is good where somebody works by it. */
function missingOf({ win, lead, documents }: Story): string {
  const name = `${lead.label} (“${shortened(win.text, 70)}”)`;
  return documents
    ? `${name} is written to be used. Who works by it now, and what do they do differently?`
    : `${name} states no figure. What was different afterwards, and for whom?`;
}

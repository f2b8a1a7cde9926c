import { telling } from '../../evidence/classify.ts';
import { shareWithoutModel } from '../../evidence/model-reading/needed.ts';
import { intervalOf, scoreOf } from '../../framework/measure.ts';
import type { Agreement } from '../../framework/measure.ts';
import type { Pack } from '../../framework/schema.ts';
import { plainLine } from '../../report/escape.ts';
import type { Judged } from './judged.ts';
import { worstMistakes } from './mistakes.ts';

/** Samples for the interval: enough that its ends move by less than a hundredth. */
const rounds = 500;

/** The figures of one set of labelled pull requests, and the worst mistakes with what they rest on. */
export function evaluationText(
  title: string,
  judged: readonly Judged[],
  pack: Pack,
  mistakes: number,
): string {
  const areas = pack.areas.map(({ key }) => key);
  const score = scoreOf(judged, areas);
  const [low, high] = intervalOf(judged, (sample) => scoreOf(sample, areas).macro, { rounds, seed: 1 });
  const lines = [
    `${title}: ${judged.length} pull requests of ${new Set(judged.map(({ example }) => example.change.repository.name)).size} repositories`,
    '',
    row('', 'precision', 'recall', 'F1', 'labelled'),
    ...areas.map((area) => agreementRow(area, score.areas.get(area))),
    `${row('macro F1', '', '', figure(score.macro))}  95 %: ${figure(low)} to ${figure(high)}`,
    row('primary area', figure(score.primary), '', '', ''),
    agreementRow('none', score.none),
    agreementRow('notable', score.notable),
    agreementRow('told unasked', score.told),
    row('needs no model', percentage(shareWithoutModel(judged.map(({ judgement }) => judgement)))),
    '',
    ...worstMistakes(judged, areas)
      .slice(0, mistakes)
      .flatMap((mistake, index) => mistakeLines(mistake, index, pack)),
  ];
  return `${lines.join('\n')}\n`;
}

function agreementRow(name: string, agreement: Agreement | undefined): string {
  if (agreement === undefined) return row(name, '', '', '', '');
  const { precision, recall, f1, wanted } = agreement;
  return row(name, figure(precision), figure(recall), figure(f1), String(wanted));
}

function row(name: string, ...cells: readonly string[]): string {
  return `${name.padEnd(16)}${cells.map((cell) => cell.padStart(10)).join('')}`.trimEnd();
}

function percentage(share: number): string {
  return `${Math.round(100 * share)} %`;
}

function figure(value: number): string {
  return value.toFixed(3);
}

function mistakeLines(
  { judged, target, kind, confidence }: ReturnType<typeof worstMistakes>[number],
  index: number,
  pack: Pack,
): readonly string[] {
  const { example, judgement } = judged;
  const said = telling(target, judgement.signals, { pack }).slice(0, 3);
  const noise = judgement.noise.map(({ reason }) => reason);
  return [
    `${index + 1}. ${kind === 'missed' ? 'missed' : 'wrongly said'}: ${target} (${figure(confidence)}) · ${plainLine(example.id)} · ${plainLine(example.change.title)}`,
    ...noise.map((reason) => `   noise: ${plainLine(reason)}`),
    ...said.map(({ reason, quote }) => `   ${reason}: “${plainLine(quote.text)}”`),
    ...(noise.length + said.length === 0 ? ['   no signal speaks for it'] : []),
  ];
}

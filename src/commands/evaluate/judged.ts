import { judge } from '../../evidence/judge.ts';
import type { Judgement } from '../../evidence/judge.ts';
import type { Framework } from '../../framework/compile.ts';
import { notable } from '../../framework/load.ts';
import type { Measured } from '../../framework/measure.ts';
import type { Example } from '../examples.ts';

/** One labelled pull request with what the framework makes of it. */
export type Judged = Measured & {
  readonly example: Example;
  readonly judgement: Judgement;
  /** Area or `notable` → from 0 to 1; nothing but a 0 for `notable` where noise erases the change. */
  readonly confidence: ReadonlyMap<string, number>;
};

export function judgedBy(framework: Framework, example: Example): Judged {
  const judgement = judge(example.change, framework);
  const { areas } = judgement;
  return {
    example,
    judgement,
    labels: example.labels,
    said: { areas: areas.map(({ area }) => area), notable: judgement.notable !== null },
    told: areas.filter(({ stands }) => stands === 'told').map(({ area }) => area),
    confidence: new Map([...Object.entries(judgement.confidences), [notable, judgement.worth]]),
  };
}

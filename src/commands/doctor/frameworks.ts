import { lookUpFramework } from '../framework-of.ts';
import type { Looked } from '../framework-of.ts';
import type { Installed } from '../installed.ts';
import { good, wrong } from './check-up.ts';
import type { Finding } from './check-up.ts';
import type { DoctorSources } from './sources.ts';

/** What the work of one account is judged by, and whether that is what its people want. */
export async function lookAtFramework(
  installed: Installed,
  sources: Pick<DoctorSources, 'frameworks' | 'frameworkFile'>,
): Promise<readonly Finding[]> {
  if (installed.rules === null) return [];
  const looked = await lookUpFramework(installed, sources);
  const { login } = installed.installation;
  if (looked.choice === null) return faultsOf(login, looked);
  const { pack } = sources.frameworks.of(looked.choice).framework;
  const own = looked.choice.own === null ? '' : `, your own on top of ${looked.choice.own.extends}`;
  return [good(`${login}: work is judged by ${pack.title} (${pack.name} ${pack.version}${own}).`)];
}

const goesOn = 'Until then, work is judged by the last framework that could be used.';

function faultsOf(login: string, { sentence, problems, file }: Looked): readonly Finding[] {
  if (sentence !== null) return [wrong(`${login}: ${sentence}`, `Mend the rules. ${goesOn}`)];
  return problems.map(({ line, sentence: what }) =>
    wrong(
      `The framework of ${login} cannot be used. Line ${line ?? 1}: ${what}`,
      `Mend ${file?.url ?? 'it'}. ${goesOn}`,
    ),
  );
}

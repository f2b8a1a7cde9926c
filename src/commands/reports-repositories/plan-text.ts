import type { RepositoriesPlan, Step } from '../../ports/reports-repositories.ts';
import { plainLine } from '../../report/escape.ts';

/** A plan for people: steps first, then who has not answered, then what only a person can put right. */
export function planText({ owner, steps, waiting, problems }: RepositoriesPlan): string {
  const parts = [
    steps.length === 0 ? 'Nothing is missing.' : table(owner, steps),
    section(
      'Invited, and not there yet:',
      waiting.map(({ name, login }) => `${login} to ${owner}/${name}`),
    ),
    section('Only a person can put this right:', problems),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

export function spellStep(owner: string, step: Step): string {
  const place = plainLine(`${owner}/${step.name}`);
  return step.kind === 'create' ? `create  ${place}` : `invite  ${place}  ${plainLine(step.login)}`;
}

function table(owner: string, steps: readonly Step[]): string {
  const made = steps.filter(({ kind }) => kind === 'create').length;
  const head = `${steps.length} ${steps.length === 1 ? 'step' : 'steps'}: ${made} private ${made === 1 ? 'repository' : 'repositories'} to make, ${steps.length - made} ${steps.length - made === 1 ? 'invitation' : 'invitations'} to send.`;
  return [head, '', ...steps.map((step) => spellStep(owner, step))].join('\n');
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [title, ...lines.map((line) => `- ${plainLine(line)}`)].join('\n');
}

import type { NotAClone } from '../ports/history.ts';
import { firstComplaint } from './run.ts';

const OLDEST = { major: 2, minor: 30 } as const;

export function alongside(reason: NotAClone['reason'], sentence: string): NotAClone {
  return { kind: 'not-a-clone', reason, sentence };
}

/** True of a version of git that lacks what the reading needs; an unreadable version is tried. */
export function versionProblem(output: string): boolean {
  const match = /(\d{1,5})\.(\d{1,5})/.exec(output);
  if (!match) return false;
  const [major, minor] = [Number(match[1]), Number(match[2])];
  return major < OLDEST.major || (major === OLDEST.major && minor < OLDEST.minor);
}

export function tooOld(output: string): NotAClone {
  const version = /\d[\w.]{0,40}/.exec(output)?.[0] ?? 'unknown';
  return alongside('git-too-old', `Git here is ${version}: install git 2.30 or newer and try again.`);
}

export function noCommit(path: string): NotAClone {
  return alongside(
    'no-commit',
    `${path} is a git repository without a commit on its branch: fetch or commit something, or name another branch.`,
  );
}

export function noBranch(path: string, branch: string): NotAClone {
  return alongside(
    'no-such-branch',
    `There is no branch ${branch} in ${path}: run \`git branch --all\` there to see its branches.`,
  );
}

/** Git's own refusal, told with what to do next. */
export function refusal(path: string, complaint: string): NotAClone {
  if (complaint.includes('dubious ownership') || complaint.includes('unsafe repository')) {
    return alongside(
      'not-trusted',
      `${path} belongs to another user, so git does not read it: if you trust it, run ${trustCommand(path, complaint)} and try again.`,
    );
  }
  if (complaint.includes('not a git repository')) {
    return alongside('no-clone', `${path} is not a git clone: give the folder of one, or run \`git clone\`.`);
  }
  return alongside('refused', `Git does not read ${path}: ${firstComplaint(complaint)}.`);
}

/** Git names the folder to trust, which may lie above the one that was given. */
function trustCommand(path: string, complaint: string): string {
  const named =
    /dubious ownership in repository at '([^\n]{1,1000})'\n|unsafe repository \('([^\n]{1,1000})' is/.exec(
      complaint,
    );
  const folder = (named?.[1] ?? named?.[2] ?? path).replaceAll("'", String.raw`'\''`);
  return `\`git config --global --add safe.directory '${folder}'\``;
}

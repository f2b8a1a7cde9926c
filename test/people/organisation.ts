import type { Member, Organisation, Team } from '../../src/people/organisation.ts';
import { readRules } from '../../src/people/rules-file.ts';
import type { Rules } from '../../src/people/rules.ts';

export const ada: Member = { id: 101, login: 'ada-lindqvist' };
export const bertil: Member = { id: 102, login: 'bertil' };
export const Chidi: Member = { id: 103, login: 'Chidi-O' };
export const mira: Member = { id: 201, login: 'mira' };
export const olu: Member = { id: 301, login: 'olu-owner' };
export const robot: Member = { id: 49699333, login: 'dependabot[bot]' };

function team(slug: string, members: readonly Member[]): Team {
  return { slug, name: slug, members };
}

/** Three engineers in two teams, their manager, an owner who is listed as no member, and a bot in a team. */
export const harbour: Organisation = {
  repositories: [
    { id: 7, name: 'harbour/orders', visibility: 'private', archived: false },
    { id: 8, name: 'harbour/sdk', visibility: 'public', archived: false },
  ],
  teams: [
    team('backend', [ada, bertil, robot]),
    team('platform', [Chidi, bertil]),
    team('managers', [mira]),
    team('empty', []),
  ],
  owners: [olu],
  members: [ada, bertil, Chidi, mira, robot],
};

/** The rules of a text that must be right. */
export function rulesOf(text: string): Rules {
  const { rules, problems } = readRules(text);
  if (rules === null) throw new Error(problems.map(({ sentence }) => sentence).join('\n'));
  return rules;
}

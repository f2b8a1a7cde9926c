import { distance } from 'fastest-levenshtein';
import type { Member, Organisation } from '../../people/organisation.ts';
import { engineersOf, everybody } from '../../people/roster.ts';
import type { Engineer } from '../../people/roster.ts';
import type { Rules } from '../../people/rules.ts';
import { plainLine } from '../../report/escape.ts';
import { BadInput } from '../arguments.ts';

const mostNamed = 5;

/**
 * The engineer that a login means. Where rules name engineers only these are shown; before there are any, any member
 * is: a preview must be possible before anybody agrees to anything, and it keeps nothing.
 */
export function findEngineer(wanted: string, rules: Rules, organisation: Organisation): Engineer {
  const engineers = engineersOf(rules, organisation);
  const login = wanted.replace(/^@/u, '').toLowerCase();
  const found = engineers.find((engineer) => engineer.login.toLowerCase() === login);
  if (found !== undefined) return found;
  const members = everybody(organisation);
  const member = members.find((one) => one.login.toLowerCase() === login);
  if (member === undefined) throw new BadInput(unknown(wanted, engineers.length > 0 ? engineers : members));
  if (engineers.length > 0)
    throw new BadInput(
      `${plainLine(member.login)} is no engineer by the rules, so nothing of them is read. Engineers: ${names(engineers)}.`,
    );
  const named = { ...rules, engineers: { ...rules.engineers, people: [member.login] } };
  const alone = engineersOf(named, organisation)[0];
  if (alone === undefined)
    throw new BadInput(`${plainLine(member.login)} is left out by the rules, or is no person.`);
  return alone;
}

function unknown(wanted: string, people: readonly Member[]): string {
  const login = plainLine(wanted).toLowerCase().slice(0, 100);
  const near = people
    .map((one) => ({ one, apart: apartFrom(login, one.login.toLowerCase()) }))
    .toSorted((first, second) => first.apart - second.apart)
    .map(({ one }) => one);
  return `Nobody here has the login "${plainLine(wanted)}". Nearest: ${names(near)}.`;
}

/** Who types a part of a login means it, however long the rest is. */
function apartFrom(typed: string, login: string): number {
  return login.includes(typed) ? 0 : distance(typed, login);
}

function names(people: readonly Member[]): string {
  const shown = people.slice(0, mostNamed).map(({ login }) => plainLine(login));
  const more = people.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

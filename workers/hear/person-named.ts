import { counts } from '../../src/people/roster.ts';
import type { Asked } from './asked.ts';

export type Named =
  | { readonly person: number; readonly login: string; readonly rest: string }
  | { readonly problem: string };

/** Whom `@who` at the beginning names: somebody on the roster, by the login that they have now. */
export function personNamed({ said, conversation: { scene } }: Asked): Named {
  const who = /^@?([\w-]{1,39}(?:\[bot\])?)(?=$|[\s,:])[,:]?\s*/u.exec(said.words);
  const login = who?.[1];
  if (who === null || login === undefined || !said.words.startsWith('@'))
    return { problem: `It wants somebody’s name first, such as \`/groundwork ${said.name} @ada\`.` };
  const span = scene.roster.findLast((one) => one.login.toLowerCase() === login.toLowerCase());
  if (span === undefined || !counts(scene.roster, span.person, said.at))
    return {
      problem:
        'Nobody of that name is among those whose work Groundwork keeps here, so nothing is kept of them.',
    };
  return { person: span.person, login: span.login, rest: said.words.slice(who[0].length).trim() };
}

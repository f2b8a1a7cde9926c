import { cut } from './text.ts';

/** Who signed, as git prints it. */
export type Signature = { readonly name: string; readonly address: string };

const NAME_LIMIT = 200;
const ADDRESS_LIMIT = 320;

/** Git prints the placeholder itself where a commit has no readable author or committer. */
export function signature(name: string, address: string): Signature {
  return {
    name: /^%[ac]N$/i.test(name) ? '' : cut(name.trim(), NAME_LIMIT),
    address: /^%[ac]E$/i.test(address) ? '' : cut(address.trim(), ADDRESS_LIMIT),
  };
}

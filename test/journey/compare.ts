import type { Journey } from './rig.ts';

/** As JSON, to compare with another journey: without its own address, and without the hashes of facts that name it. */
export function withoutAddress({ line }: Pick<Journey, 'line'>, what: unknown): string {
  return JSON.stringify(what, null, 1)
    .replaceAll(line.url, 'http://github')
    .replaceAll(/(?<=hash\\":\\")[0-9a-f]{64}/gu, '');
}

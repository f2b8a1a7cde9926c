import type { Pack } from './schema.ts';

/**
 * A pack as evidence remembers it: its name, its version, and eight letters that change with anything in it.
 * `backend 0.1 3fa91c07`. The letters tell versions apart; they protect nothing.
 */
export function markOf(pack: Pack): string {
  return `${pack.name} ${pack.version} ${lettersOf(JSON.stringify(pack))}`;
}

/** FNV-1a, 32 bits. */
function lettersOf(text: string): string {
  let hash = 0x81_1c_9d_c5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01_00_01_93);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

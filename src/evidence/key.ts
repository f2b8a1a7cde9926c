import { createHash } from 'node:crypto';

/** A short id that people can type: `E-41c9a2`. It derives from the key alone, so it never changes. */
export function evidenceId(key: string): string {
  return `E-${digest(key).slice(0, 6)}`;
}

/** SHA-256 in hexadecimal: the same text gives the same digest everywhere. */
export function digest(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** What the person asked for cannot be done as asked; the sentence says what to do instead. Ends with exit code 2. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
}

const day = /^\d{4}-\d{2}-\d{2}$/u;

/** Reads a day as people type it in an option. */
export function readDay(option: string, text: string): string {
  if (!day.test(text)) throw new BadInput(`${option} takes a day like 2026-01-31, not "${text}".`);
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString();
  } catch {
    throw new BadInput(`${option} names a day that no calendar has: "${text}".`);
  }
}

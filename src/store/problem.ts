/** The code of whatever was thrown (`ENOENT`, `28P01`); empty where it has none. */
export function codeOf(problem: unknown): string {
  return fieldOf(problem, 'code');
}

export function messageOf(problem: unknown): string {
  return fieldOf(problem, 'message') || String(problem);
}

/** What a program that failed wrote to its standard error; empty where it wrote nothing. */
export function standardErrorOf(problem: unknown): string {
  return fieldOf(problem, 'stderr').trim();
}

/** Reads without asking for the class: errors of the runtime are not always of this realm's classes. */
function fieldOf(problem: unknown, name: string): string {
  if (typeof problem !== 'object' || problem === null) return '';
  const value: unknown = Reflect.get(problem, name);
  return typeof value === 'string' ? value : '';
}

/** The last second of the year 9999: later dates have no place in ISO 8601 with four digits. */
const LAST_SECOND = 253_402_300_799;

/** Where git's unsigned numbers wrap: what is above was a date before 1970, written wrongly. */
const WRAPPED = 2 ** 63;

/** Git's seconds since 1970 as a number that always is a date: nonsense and dates before 1970 become 0. */
export function commitSeconds(text: string): number {
  const seconds = /^\d+$/.test(text) ? Number(text) : 0;
  if (seconds >= WRAPPED) return 0;
  return Math.min(seconds, LAST_SECOND);
}

/** `2024-05-01T10:00:00Z`. */
export function isoFromSeconds(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}

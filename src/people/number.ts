/** GitHub's number of a person, from their key `github:583231`; null for a deleted account or one known by address only. */
export function numberOf(key: string): number | null {
  const digits = /^github:(\d{1,15})$/u.exec(key)?.[1];
  return digits === undefined ? null : Number(digits);
}

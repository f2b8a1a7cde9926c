/** What one organisation may use up of a model in one calendar month (UTC). Null: no bound of that kind. */
export type Budget = {
  /** In and out. */
  readonly tokens: number | null;
  /** In millionths of whatever the prices are in. */
  readonly cost: number | null;
};

/** Whether a bound is reached. Calls made at the same moment may go a little over it. */
export function isSpent(
  used: { readonly tokens: number; readonly cost: number },
  { tokens, cost }: Budget,
): boolean {
  return (tokens !== null && used.tokens >= tokens) || (cost !== null && used.cost >= cost);
}

/** When the calendar month of a moment began. Both ISO 8601 in UTC. */
export function monthOf(moment: string): string {
  return `${moment.slice(0, 7)}-01T00:00:00.000Z`;
}

const figure =
  /\d\s?(?:%|‰|(?:percent|ms|ns|µs|us|s|secs?|seconds?|minutes?|mins?|hours?|h|[kmgt]i?b|[kmgt]b\/s|qps|rps|rows|requests|times|x)(?![\p{L}\p{N}]))|\d\s?(?:→|->)\s?\d/iu;
const demand =
  /\b(?:at least|at most|minimum|maximum|more than|less than|no more|threshold|must|should|within|if|above|below|under)\b/iu;

/** Whether a line states a quantity of its own, as templates do not: "p95 fell to 80 ms"; not "at least 80 %". */
export function hasOwnFigure(text: string): boolean {
  return figure.test(text) && !demand.test(text);
}

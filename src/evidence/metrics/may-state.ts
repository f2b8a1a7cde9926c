/** A number of its own: no part of a name (`p95`, `v2`), of a reference (`#412`) or of another number. */
const NUMBER = /\d(?<![\p{L}\p{N}_#@.]\d)/u;
const WORDS =
  /\b(?:per|an?\s(?:second|minute|hour|day)|one|two|three|four|five|six|seven|eight|nine|ten|twice|no|zero|half|third|quarter|tenth|orders?|O)\b|\b(?:halv|doubl|tripl)/i;

/** A cheap first look, since most texts state nothing: every outcome has one of these. */
export function mayState(text: string): boolean {
  return NUMBER.test(text) || WORDS.test(text);
}

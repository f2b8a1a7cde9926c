/** Things that open doors. A model has no use for them. */
const secrets: readonly RegExp[] = [
  /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\s\S]{0,8000}?(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|$)/gu,
  /\b(?:ghp|gho|ghu|ghs|ghr)_[A-Za-z0-9_.-]{20,}/gu,
  /\bgithub_pat_[A-Za-z0-9_]{20,}/gu,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/gu,
  /\bxox[abeoprs]-[A-Za-z0-9-]{10,}/gu,
  /\bsk-[A-Za-z0-9_-]{20,}/gu,
  /\bAIza[A-Za-z0-9_-]{35}/gu,
  /\b(?:glpat|npm|pypi|dop_v1|SG)[-_.][A-Za-z0-9_.-]{20,}/gu,
  /\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,}/gu,
  /\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{5,}/gu,
  /(?<=\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@]{1,100}:)[^\s/@]{1,200}(?=@)/giu,
  /(?<=\b(?:password|passwd|secret|token|api[_-]?key|authorization)\b["']?\s{0,3}[:=]\s{0,3}["'])[^"'\n]{6,}/giu,
  /(?<=\b(?:password|passwd|secret|token|api[_-]?key|authorization)\b["']?\s{0,3}[:=]\s{0,3}["']?(?:Bearer\s)?)[^\s"',;]{6,}/giu,
];

/** The text with every such thing replaced by a note that something was there. */
export function withoutSecrets(text: string): string {
  return secrets.reduce((kept, pattern) => kept.replace(pattern, '[removed]'), text);
}

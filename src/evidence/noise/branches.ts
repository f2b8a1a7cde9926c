const release =
  /^(?:origin\/|upstream\/)?(?:(?:release|releases|rel|stable|maint|maintenance|support|lts)[-/_ ]?v?\d?[\w./-]{0,40}|v?\d{1,4}(?:\.(?:\d{1,4}|x)){1,3}(?:[-.][\w.]{1,20})?|[\w-]{1,30}-\d{1,3}(?:\.(?:\d{1,4}|x)){1,2})$/iu;
const lasting =
  /^(?:origin\/|upstream\/)?(?:main|master|trunk|mainline|develop|development|dev|next|staging|stage|production|prod|integration|edge|nightly|canary|upstream)$/iu;

/** `release/2.4`, `v1.x`, `stable-3`: where releases are kept alive. */
export function isReleaseBranch(name: string): boolean {
  return name.length <= 80 && release.test(name);
}

/** Branches that outlive a change: `main`, `develop`, and release branches. */
export function isLastingBranch(name: string): boolean {
  return name.length <= 80 && (lasting.test(name) || release.test(name));
}

import { isSource } from './manifests.ts';
import { restsOnTitle } from './sight.ts';
import type { Sight } from './sight.ts';
import type { Noise } from './verdict.ts';

/** A release touches a version in a file; more lines of source than this are work. */
const linesOfVersion = 6;

const number = String.raw`v?\d{1,6}(?:\.(?:\d{1,8}|x)){1,3}(?:[-.+_]?[\w.-]{1,40})?`;
const titles = anyOf([
  `^${number}$`,
  `^(?:(?:merge|cut|tag|publish|prepare|prepare for|start|finish|ship|create) (?:the )?(?:[\\w-]{1,30} )?)?(?:(?:patch|minor|major|new|next) )?release(?:s|d)?(?: candidate| version| chart| helm chart for| for| of)? ['"\`]?(?:[\\w@/-]{1,40}[ @:-])?${number}['"\`]?(?:\\s+(?:to|into|on|for|\\(|-).*)?$`,
  `^releasing (?:version )?${number}\\b`,
  String.raw`^prepare (?:for )?(?:the )?next (?:development (?:iteration|version|cycle)|release|snapshot)(?: \(?${number}\)?)?$`,
  String.raw`^(?:set|bump|update|increment|raise) (?:the )?(?:(?:app|application|package|project|product|chart|crate|gem|plugin|release|snapshot|development|trunk|build|main|next|service) ){0,2}version(?: number)?(?: (?:to|for) ['"]?${number}\b.{0,60}| from ${number} to ${number})?$`,
  String.raw`^(?:bump|set|update) (?:the )?version for (?:the )?(?:next |new )?release\b.{0,60}$`,
  String.raw`^(?:bump|set|update) [\w-]{1,20}(?: branch)? to ${number}(?:-SNAPSHOT|\.dev\d*|-dev)\b`,
  String.raw`^bump for ${number}`,
  String.raw`^bump to ${number}$`,
  String.raw`^(?:version packages|version bump|release (?:main|master|trunk|packages)|publish packages|cut (?:a )?(?:new )?release)(?: \(\w{1,20}\))?$`,
  String.raw`^(?:(?:begin|start|open)(?: development (?:of|on|for))?|back to development:?) ${number}(?:-SNAPSHOT|\.dev\d*|-dev)?$`,
]);

/** A release made by turning numbers: the work in it counted when it was merged. */
export function releaseOf(sight: Sight): Noise | null {
  if (!saysRelease(sight)) return null;
  const erases = sight.whole && sight.own.every((file) => !isSource(file) || isVersionSized(file));
  const reason = erases
    ? 'It is a release: the work in it counted when it was merged.'
    : 'Its title says release, but it also changes code of its own.';
  return { kind: 'release', reason, erases, rests: restsOnTitle(sight) };
}

/** "templates: bump for v3.33.0": the part of the project that is released. */
const ofPart = /^[a-z][\w./-]{0,30}: /u;

/** Whether the title is one of a release. */
export function saysRelease(sight: Sight): boolean {
  if (sight.scope === 'release' && sight.type === 'chore')
    return /\bv?\d{1,6}\.\d|^(?:publish|prepare|main|master|release|v?\d)\b/iu.test(sight.subject);
  if (sight.type === 'release') return /\d/u.test(sight.subject);
  const bare = sight.subject.replace(ofPart, '');
  return titles.test(sight.subject) || (bare !== sight.subject && titles.test(bare));
}

function anyOf(patterns: readonly string[]): RegExp {
  return new RegExp(patterns.join('|'), 'iu');
}

function isVersionSized(file: { readonly additions: number; readonly deletions: number }): boolean {
  return file.additions + file.deletions <= linesOfVersion;
}

import { isCompanion, isDependencyFile, isDocument, isSource } from './manifests.ts';
import { saysRelease } from './releases.ts';
import { restsOnTitle, tellsOfEffect } from './sight.ts';
import type { Sight } from './sight.ts';
import type { Noise } from './verdict.ts';

const verb =
  /^(?:\w[\w./ -]{0,30}: )?(?:auto-?)?(?:bump|bumps|bumping|upgrade|upgrades|upgrading|update|updates|updating|updated|upgraded|bumped|downgrade|refresh|roll|lock file maintenance|security updates?)\b/iu;
const raise = /^(?:bump|upgrade|update|downgrade)(?:s|d|ed|ing)?\b/iu;
const forVersion = /\bfor (?:[\w-]{1,30} ){0,2}v?\d/iu;
/** A bump made for something is a means, and the end may be work. */
const purpose =
  /\b(?:with(?! \d+ updates?\b)|without|via|instead|to (?:support|fix|allow|enable|unblock|reduce|speed|avoid|stop|prevent|remove|drop|shrink|keep|make|get))\b/iu;
/** Numbers that people choose: a raised limit is capacity work, a raised protocol is a contract. */
const setting =
  /\b(?:limits?|timeouts?|retention|cpus?|memory|heap|replicas?|connections?|sizes?|pool|max\w{0,12}|min\w{0,12}|threshold|tls|ssl|https?|protocol|api|schema|quota|rate|ttl|interval|workers?|threads?|concurrency|retries|retry|capacity|storage|disk|days|partitions?|scripts?|engines?|fields?|config\w{0,10}|settings?|rules?|postgres\w{0,4}|mysql|mariadb|redis|kafka|elasticsearch|mongodb|cassandra|clickhouse|kubernetes|database)\b/iu;
const version = /(?:^|[\s@:=`'"(-])v?\d{1,6}\.(?:\d{1,8}|x)(?:[.\w+-]{0,40})(?![\w%])/iu;
const measured =
  /(?:^|[\s(=])\d[\d.,]{0,12}\s?(?:%|percent\b|(?:[kmgt]i?b|ms|ns|µs|s|sec|seconds?|minutes?|min|hours?|x|times|qps|rps|cores?)\b)/iu;
const digest = /\b(?:commit|sha|rev|revision|digest) [`'"]?[0-9a-f]{7,40}\b/iu;
const itsVersion = /^\w+ (?:the )?[\w@./-]{1,40} versions?$/iu;
/** Names like `@quay/web-api` and `wire.example/api` are packages: their "api" is no setting. */
const packageName = /(?:@[\w-]{1,60}|[\w-]{1,40}\.[\w.-]{1,40}|actions)\/[\w.@/-]{1,100}/gu;
/** What a manifest holds besides dependencies. */
const manifestPart = /\b(?:scripts?|engines?|fields?|config\w{0,10}|settings?|rules?)\b/iu;
const step = /\bfrom v?\d{1,6}(?:\.\w{1,20}){0,4} to v?\d{1,6}\b/iu;
const dependency =
  /\b(?:dep|deps|dependenc(?:y|ies)|lock ?files?|digest|sub-?modules?|vendored|runtime version)\b|\bbase images?$/iu;
const dependencyScope = /^(?:deps?|deps-dev|dependenc(?:y|ies)|deps[-/].{1,30}|.{1,30}-deps)$/iu;
const library =
  /\b(?:library|libraries|package|packages|module|modules|sdk|image|gems?|crates?|plugins?)\b.{0,60}\b(?:latest|newest|to v?\d)|\bto (?:the )?(?:latest|newest)(?: version| release)?\b|\b(?:go|node|python|java|rust|ruby|alpine|debian|ubuntu|base images?|toolchain|actions\/[\w-]{1,40}) .{0,20}\bto v?\d/iu;

/** A dependency raised to another version. Adaptations written by hand are work and stay. */
export function bumpOf(sight: Sight): Noise | null {
  if (!saysBump(sight) || saysRelease(sight)) return null;
  const touched = sight.change.files;
  const plain =
    touched.length > 0 && sight.own.every((file) => isBumpFile(file.path)) && hasVersionFile(sight);
  if (!plain && !hasVersionFile(sight)) return null;
  const erases = plain && sight.whole && !tellsOfEffect(sight) && !purpose.test(sight.subject);
  return { kind: 'bump', reason: reasonOf(sight, plain), erases, rests: restsOnTitle(sight) };
}

function saysBump(sight: Sight): boolean {
  const { subject } = sight;
  if (isDependencyType(sight)) return verb.test(subject) || version.test(subject) || isLockedSwap(sight);
  if (!verb.test(subject) || measured.test(subject)) return false;
  if (dependency.test(subject) || library.test(subject)) return true;
  if (isLocked(sight) && (version.test(subject) || raisesPlainly(subject))) return true;
  if (setting.test(subject.replaceAll(packageName, ' '))) return false;
  if (itsVersion.test(subject)) return hasDependencyFile(sight);
  const names = version.test(subject) || step.test(subject) || digest.test(subject);
  return names && !forVersion.test(subject) && hasVersionFile(sight);
}

/** "Update the client": with nothing but manifests and their lock, that is a version. */
function raisesPlainly(subject: string): boolean {
  return raise.test(subject) && !manifestPart.test(subject);
}

/** Manifests and their lock and nothing else: "Bump rack and sequel" needs no version to be believed. */
function isLocked(sight: Sight): boolean {
  const locked = sight.leftOut.some((row) => row.kind === 'lock');
  return locked && sight.own.every((file) => isDependencyFile(file.path));
}

/** Called a matter of dependencies and shown by nothing else; taking one out or replacing it is a decision. */
function isLockedSwap(sight: Sight): boolean {
  return (
    isLocked(sight) && !/^(?:remove|drop|replace|move|migrate|switch|add|introduce)\b/iu.test(sight.subject)
  );
}

function isDependencyType(sight: Sight): boolean {
  return sight.type === 'deps' || sight.type === 'dep' || dependencyScope.test(sight.scope ?? '');
}

function isBumpFile(path: string): boolean {
  return isDependencyFile(path) || isCompanion(path) || isDocument(path);
}

/** A bump leaves its mark in a manifest, a lock file or a copied folder. */
function hasDependencyFile(sight: Sight): boolean {
  return sight.leftOut.some(isDependencyLeftOut) || sight.own.some((file) => isDependencyFile(file.path));
}

/** Charts name versions in their values: a raised one may show nowhere else. */
function hasVersionFile(sight: Sight): boolean {
  if (hasDependencyFile(sight)) return true;
  return raise.test(sight.subject) && sight.own.some((file) => file.path.endsWith('values.yaml'));
}

function isDependencyLeftOut(row: { readonly kind: string }): boolean {
  return row.kind === 'lock' || row.kind === 'vendored';
}

function reasonOf(sight: Sight, plain: boolean): string {
  if (plain) return 'It raises a dependency and changes no code of its own.';
  const count = sight.own.filter(isSource).length;
  return `It raises a dependency and adapts ${count === 1 ? 'one file' : `${count} files`} written by hand.`;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What git may know of the shell it was started from: where programs and its own settings are, and whom it may
 * trust. Never GIT_DIR and its like, which would point it at another repository.
 */
const PASSED_ON = [
  'PATH',
  'Path',
  'PATHEXT',
  'HOME',
  'USERPROFILE',
  'HOMEDRIVE',
  'HOMEPATH',
  'XDG_CONFIG_HOME',
  'SYSTEMROOT',
  'SystemRoot',
  'TEMP',
  'TMP',
  'TMPDIR',
  'SUDO_UID',
  'GIT_EXEC_PATH',
  'GIT_CONFIG_GLOBAL',
  'GIT_CONFIG_SYSTEM',
  'GIT_CONFIG_NOSYSTEM',
] as const;

/** A clone is hostile: git must not reach the network, ask, page, lock, or follow its rewriting of history. */
const FIXED = {
  LC_ALL: 'C',
  LANGUAGE: 'C',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_PAGER: 'cat',
  GIT_EDITOR: 'false',
  GIT_ASKPASS: '',
} as const;

export function gitEnvironment(environment: Environment): Record<string, string> {
  const kept = PASSED_ON.flatMap((name) => {
    const value = environment[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(kept), ...FIXED };
}

/** Settings that the clone or its owner may have changed, put back to what the reading rests on. */
const SETTINGS = [
  'core.quotepath=off',
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'core.pager=cat',
  'core.warnAmbiguousRefs=false',
  'color.ui=false',
  'diff.algorithm=myers',
  'diff.renames=true',
  'diff.renameLimit=400',
  'diff.suppressBlankEmpty=false',
  'diff.ignoreSubmodules=none',
  'i18n.logOutputEncoding=UTF-8',
  'log.showRoot=true',
  'log.showSignature=false',
  'log.decorate=false',
  'log.follow=false',
  'log.mailmap=true',
  'log.excludeDecoration=',
  'gc.auto=0',
  'maintenance.auto=false',
] as const;

/** What stands before the name of the git command; `settings` are further `key=value` pairs. */
export function gitPrefix(folder: string, settings: readonly string[] = []): readonly string[] {
  const pairs = [...SETTINGS, ...settings].flatMap((setting) => ['-c', setting]);
  return ['--no-pager', '-C', folder, ...pairs];
}

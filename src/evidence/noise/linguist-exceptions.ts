/** Patterns of Linguist's lists that are not followed, word for word, and why. */
export type Exception = { readonly why: string; readonly patterns: readonly string[] };

/**
 * Linguist asks which lines tell the language of a repository, and leaves out much that people write. Here the question
 * is whether somebody's hands were in it, so what may be an engineer's own work is kept.
 */
export const exceptions: readonly Exception[] = [
  {
    why: 'Workflows, owners, pipelines and images are written by the people who keep them.',
    patterns: [
      String.raw`(^|/)\.github/`,
      String.raw`(^|/)\.teamcity/`,
      '(^|/)Jenkinsfile$',
      '(^|/)Vagrantfile$',
      String.raw`(^|/)fabfile\.py$`,
      String.raw`(^|/)\.gitpod\.Dockerfile$`,
      '(^|/)puphpet/',
      '^debian/',
      '(^|/)configure$',
      String.raw`(^|/)proguard\.pro$`,
      String.raw`(^|/)proguard-rules\.pro$`,
    ],
  },
  {
    why: 'Test data is thought out by those who test.',
    patterns: [
      '(^|/)testdata/',
      '(^|/)[Tt]ests?/fixtures/',
      '(^|/)[Ss]pecs?/fixtures/',
      '(^|/)inst/extdata/',
      String.raw`(^|/)docs?/_?(build|themes?|templates?|static)/`,
    ],
  },
  {
    why: 'Packages of a service have these names: a cache, an environment, external partners, versioned interfaces.',
    patterns: [
      '(^|/)cache/',
      '(^|/)env/',
      '(^|/)[Ee]xtern(als?)?/',
      '^[Dd]ependencies/',
      '^deps/',
      '(^|/)admin_media/',
      String.raw`(^|/)[Pp]ackages\/.+\.\d+\/`,
      '(^|/)Sparkle/',
      '(^|/)Carthage/',
      '(^|/)activator$',
    ],
  },
  {
    why: 'Our own rule is narrower: sellers of goods, and folders that only look like copies, are kept.',
    patterns: [
      '(^|/)vendors?/',
      '(^|/)[Vv]+endor/',
      '(3rd|[Tt]hird)[-_]?[Pp]arty/',
      String.raw`vendor\/((?!-)[-0-9A-Za-z]+(?<!-)\.)+(com|edu|gov|in|me|net|org|fm|io)`,
      '(^|/)dist/',
    ],
  },
  {
    why: 'Settings of a project and its tools are chosen by people, and say which versions are used.',
    patterns: [
      String.raw`(^|/)\.gitattributes$`,
      String.raw`(^|/)\.gitignore$`,
      String.raw`(^|/)\.gitmodules$`,
      String.raw`(^|/)\.vscode/`,
      String.raw`(^|/)\.osx$`,
      '(^|/)gradle/wrapper/',
      String.raw`(^|/)\.mvn/wrapper/`,
      String.raw`(?:^|\/)(Julia)?Manifest(-v\d+\.\d+)?\.toml$`,
    ],
  },
  {
    why: 'Libraries were once called so, and so are the files that a front end starts from.',
    patterns: [
      String.raw`([^\s]*)import\.(css|less|scss|styl)$`,
      String.raw`(^|/)bootstrap([^/.]*)(\..*)?\.(js|css|less|scss|styl)$`,
      String.raw`(^|/)custom\.bootstrap([^\s]*)(js|css|less|scss|styl)$`,
      String.raw`(^|/)foundation\.(css|less|scss|styl)$`,
      String.raw`(^|/)foundation(\..*)?\.js$`,
      String.raw`(^|/)animate\.(css|less|scss|styl)$`,
      String.raw`(^|/)skeleton\.(css|less|scss|styl)$`,
      String.raw`(^|/)prototype(.*)\.js$`,
      String.raw`(^|/)effects\.js$`,
      String.raw`(^|/)controls\.js$`,
      String.raw`(^|/)dragdrop\.js$`,
      String.raw`(^|/)Chart\.js$`,
      String.raw`(^|/)slick\.\w+.js$`,
      String.raw`(^|/)angular([^.]*)\.js$`,
      String.raw`(^|\/)d3(\.v\d+)?([^.]*)\.js$`,
      String.raw`(^|/)react(-[^.]*)?\.js$`,
      String.raw`(^|/)cordova([^.]*)\.js$`,
      String.raw`(.*?)\.d\.ts$`,
      String.raw`\.imageset/`,
      String.raw`\.xctemplate/`,
    ],
  },
];

import type { FileChange } from '../facts.ts';
import { restsOnTitle } from './sight.ts';
import type { Sight } from './sight.ts';
import type { Noise } from './verdict.ts';

const tools =
  'gofmt|gofumpt|goimports|go fmt|prettier|black|ruff(?: format)?|rustfmt|cargo fmt|clang-format|spotless|scalafmt|ktlint|ktfmt|' +
  'google-java-format|palantir-java-format|dotnet format|standardrb|rubocop -a|rubocop --auto-correct|isort|yapf|autopep8|' +
  'eslint --fix|oxfmt|biome format|dprint|stylua|swiftformat|swift-format|terraform fmt|tofu fmt|shfmt|mix format|buf format|nixfmt|taplo|gci';
const everywhere = String.raw`(?: (?:on|over|across|to|in) (?:the |all |whole |entire |our )*(?:code ?base|code|repo(?:sitory)?|files?|project|sources?|tests?|tree|docs|workflows?|[\w.-]{1,40}/[\w./*-]{0,60}|[\w-]{1,40}\.\w{1,5})| everywhere| again)?`;
const end = String.raw`(?: fix(?:es)?| formatting| format| changes| only| issues?| errors?| problems?)?${everywhere}\s*\.?$`;
const tool = `(?:${tools})(?:(?:,| and| &| \\+) (?:${tools}))*`;
const strong = new RegExp(
  [
    `^(?:(?:re-?)?run|ran|appl(?:y|ied|ies)|fix(?:es|ed)?|satisfy|please|auto-?format with) (?:the )?${tool}${end}`,
    `^(?:auto-?|re-?)?format(?:ted)? (?:[\\w./*-]{1,40} ){0,4}(?:with|using) ${tool}${end}`,
    `^${tool}(?: everything| all(?: files)?| the code(?: ?base)?| run)?${end}`,
    `^(?:(?:fix(?:es|ed)?|correct|apply|clean up|normali[sz]e) (?:the |all |some |code |source |import )*(?:formatting|format|import order|code style)|(?:code )?formatting|code style)${end}`,
    `^(?:auto-?)?(?:re-?)?format(?:ted|ting)?(?: (?:the|all|whole|entire|code|source|files?|code ?base|sources|repo|repository|python|go|java|rust|typescript|tests?))*${everywhere}$`,
    `^sort (?:all |the )?imports${everywhere}$`,
  ].join('|'),
  'iu',
);
/** White space is layout in code and content in data: the files must be as plain as the words. */
const weak = new RegExp(
  `^(?:fix(?:es|ed)?|correct|clean up|normali[sz]e|remove|strip|trim) (?:the |all |some |code |source |extra )*(?:whitespaces?|white space|indentation|indents?|trailing (?:whitespaces?|spaces)|line endings|blank lines|new ?lines?)${end}|^(?:whitespace|indentation)${end}`,
  'iu',
);
const labelled = /^(?:(?:type|kind|area)[:/] ?)?(?:formatting|code[- ]formatting|format[- ]only|reformat)$/iu;
const configuration =
  /(?:^|\/)(?:\.prettierrc[\w.]*|\.editorconfig|\.clang-format|\.rubocop\.yml|\.golangci\.ya?ml|rustfmt\.toml|\.rustfmt\.toml|\.scalafmt\.conf|\.eslintrc[\w.]*|eslint\.config\.\w+|biome\.jsonc?|\.pre-commit-config\.yaml|\.oxfmtrc\.json|dprint\.json)$|(?:^|\/)\.github\/workflows\//u;

/** Code laid out anew and otherwise the same, as its title and the spread over its files say together. */
export function formattingOf(sight: Sight): Noise | null {
  const titled = isFormattingTitle(sight.subject);
  const label = sight.change.labels.find((name) => labelled.test(name));
  if (!titled && label === undefined) return null;
  const configured = sight.change.files.some((file) => configuration.test(file.path));
  const even = sight.whole && sight.own.length > 0 && sight.own.every(isEven);
  return {
    kind: 'formatting',
    reason: reasonOf(configured, even),
    erases: titled && even && !configured && (isStrong(sight.subject) || isPlain(sight)),
    rests: titled || label === undefined ? restsOnTitle(sight) : { text: label, place: { in: 'label' } },
  };
}

function isFormattingTitle(subject: string): boolean {
  return isStrong(subject) || weak.test(subject);
}

function isStrong(subject: string): boolean {
  return strong.test(subject.replaceAll('`', ''));
}

/** Called small by its author, and every line that went came back. */
function isPlain(sight: Sight): boolean {
  const called = ['style', 'chore', 'docs', 'nit', 'lint', 'format'].includes(sight.type ?? '');
  return called && sight.own.every((file) => file.additions === file.deletions);
}

/** Laying out replaces lines by about as many; new files and long additions are something else. */
function isEven(file: FileChange): boolean {
  const { additions, deletions } = file;
  return additions <= 4 * deletions + 6 && deletions <= 4 * additions + 6;
}

function reasonOf(configured: boolean, even: boolean): string {
  if (configured) return 'It lays code out anew and sets the rule for it.';
  return even
    ? 'It lays code out anew and changes nothing else.'
    : 'It says formatting, but its files changed in other ways too.';
}

/**
 * Words that are found in a title, unless it also has one of those that make them mean something else. Only where the
 * words are found is the whole title looked at again, from its start: most titles have none of them.
 */
export function told(found: readonly string[], unless: readonly string[]): string {
  return String.raw`\b(?:${found.join('|')})\b(?<=^(?!.*\b(?:${unless.join('|')})\b).*)`;
}

/** Paths, but for copies that only tests, examples and translations need. */
export function kept(found: readonly string[]): string {
  const folders = 'tests?|__tests__|specs?|test-?data|fixtures?|mocks?|examples?|samples?|locales?|i18n';
  return String.raw`(?:^|/)(?:${found.join('|')})$(?<=^(?!(?:.*/)?(?:_?${folders}|_?templates?)/|.*[._-](?:test|spec)\.[a-z]+$).*)`;
}

/** What people see on a screen: there a time-out or an alert is something else. */
export const onScreens =
  'toasts?|snackbars?|tool ?tips?|modals?|pop-?(?:ups?|overs?)|banners?|buttons?|spinners?';
export const inTests = 'tests?|specs?|e2e|ci|flak\\w*|test[_-]\\w+';

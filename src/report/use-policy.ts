/** What the record and the reports must not be used for; `docs/use-policy.md` says each in full. */
export const forbiddenUses: readonly string[] = [
  'ranking or comparing people',
  'deciding on pay, promotion or dismissal without reading the work',
  'watching hours, presence or speed',
  'reading moods into words',
];

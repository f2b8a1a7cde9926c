import * as fc from 'fast-check';

/** Text as it may come: Markdown, broken Markdown, emoji, any line ends. */
const pieces = [
  '- [ ] ',
  '- [x] ',
  '> ',
  '\n',
  '\r\n',
  '\r',
  '  ',
  '```',
  '~~~~',
  '\n\n',
  '## ',
  '| a | b |\n| --- | --- |\n',
  '<details><summary>S</summary>\n\n',
  '\n\n</details>\n',
  '😀',
  'é',
  'word ',
  '`E-41c9a2`',
  '\t',
  '\u2028',
  '\uD83D',
];
export const anyMarkdown = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...pieces) },
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

import type { Pack } from '../schema.ts';
import { told, kept } from './unseen-wording.ts';

/** What others look up. */
export const writing: Pack['unseen'] = [
  {
    key: 'ownership',
    title: 'Who answers for what was written down',
    words: told([String.raw`code[- ]?owners?`], ['typos?', 'fix\\w*', 'bumps?', 'format\\w*']),
    paths: kept(['codeowners']),
  },
  {
    key: 'guide',
    title: 'Something that others look up was written down',
    words: told(
      [
        String.raw`guides?(?=:|$| (?:for|to|on|from|of)\b)`,
        String.raw`(?:migration|upgrade|style|onboarding|contribut\w+|developer|debugging|trouble-?shooting|set-?up|architecture|review) (?:guides?|notes|docs?|documentation|handbook|checklist)`,
        String.raw`how[- ]to\b`,
        String.raw`onboarding (?:of|for)`,
        String.raw`contributing(?:\.md)?`,
        String.raw`rfcs?(?![- ]?\d{3})|adrs?|decision records?|design docs?|handbook|cookbook|glossary`,
      ],
      [
        'typos?',
        '(?:dead|broken) links?',
        'fix\\w*',
        'copy',
        'mov(?:e|es|ed|ing)',
        'renam\\w*',
        'misguided',
        'bumps?',
      ],
    ),
    paths: kept([
      String.raw`contributing\.md`,
      String.raw`(?:guides?|rfcs?|adrs?|decisions)/(?:[^/]+/)?(?!readme)[^/]+\.(?:md|mdx|rst|adoc)`,
      String.raw`[^/]*onboarding[^/]*\.(?:md|mdx|rst|adoc)`,
    ]),
  },
];

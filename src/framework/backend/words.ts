import type { Rule } from '../schema.ts';
import { wordsOfCare } from './words-of-care.ts';
import { wordsOfDelivery } from './words-of-delivery.ts';
import { wordsOfJudgement } from './words-of-judgement.ts';

/**
 * What words tell. Each rule is looked for in the title and in the description (template text removed);
 * how much a find says for each area is learnt, not set here.
 */
export const words: readonly Rule[] = [...wordsOfDelivery, ...wordsOfCare, ...wordsOfJudgement];

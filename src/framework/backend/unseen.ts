import type { Pack } from '../schema.ts';
import { readiness } from './unseen-readiness.ts';
import { running } from './unseen-running.ts';
import { writing } from './unseen-writing.ts';

/**
 * The kinds of work that leave no trace when they go well, most telling first. The title is one sentence that says
 * what went unseen; a report ends it with a full stop and puts the author's own words behind it.
 */
export const unseen: Pack['unseen'] = [...readiness, ...running, ...writing];

import type { Pack } from '../schema.ts';
import { api } from './phrases/api.ts';
import { collaboration } from './phrases/collaboration.ts';
import { design } from './phrases/design.ts';
import { quality } from './phrases/quality.ts';
import { reliability } from './phrases/reliability.ts';

/** Sentences that a manager may stand behind, by area and level; none is offered without the work that it speaks of. */
export const phrases: Pack['phrases'] = [...api, ...design, ...reliability, ...quality, ...collaboration];

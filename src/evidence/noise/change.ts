import type { ChangeFacts } from '../facts.ts';
import type { Noise } from './verdict.ts';

/** Every kind of noise a change shows; empty for ordinary work. */
export function noiseOfChange(_change: ChangeFacts): readonly Noise[] {
  return [];
}

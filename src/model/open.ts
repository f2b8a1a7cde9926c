import type { Reader } from '../ports/reader.ts';
import { noReader } from './none.ts';
import { openaiReader } from './openai.ts';
import type { ModelAddress } from './openai.ts';

export function openReader(model: ModelAddress | null): Reader {
  return model === null ? noReader : openaiReader(model);
}

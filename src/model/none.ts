import type { Reader } from '../ports/reader.ts';

/** Without a model, signals decide alone. */
export const noReader: Reader = { name: null, read: () => Promise.resolve(null) };

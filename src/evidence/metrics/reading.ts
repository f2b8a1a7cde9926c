import type { Quantity } from './quantities.ts';

/** What one piece of text was understood to say; offsets are within that piece. */
export type Reading = {
  readonly from: number;
  readonly to: number;
  readonly before: Quantity | null;
  readonly after: Quantity | null;
  readonly change: Quantity | null;
  readonly direction: 'less' | 'more' | null;
};

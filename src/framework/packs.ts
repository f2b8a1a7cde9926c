import { backend } from './backend/pack.ts';
import { platform } from './platform/pack.ts';

/** The packs that come with the app; the first holds where nobody chose. */
export const packs = [backend, platform] as const;

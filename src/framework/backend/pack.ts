import type { Pack } from '../schema.ts';
import { areas } from './areas.ts';
import { paths } from './paths.ts';
import { unseen } from './unseen.ts';
import weights from './weights.json' with { type: 'json' };
import { words } from './words.ts';

/** The framework of backend engineers: five areas, learnt weights over named signals. */
export const backend: Pack = {
  name: 'backend',
  title: 'Backend engineering',
  version: '0.1',
  areas,
  unseen,
  words: [...words],
  paths: [...paths],
  weights,
  tell: { api: 0.5, design: 0.5, reliability: 0.5, quality: 0.5, collaboration: 0.5 },
  ask: 0.33,
  notable: 0.4,
};

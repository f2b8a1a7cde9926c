import type { Pack } from '../schema.ts';
import { areas } from './areas.ts';
import { labels } from './labels.ts';
import { paths } from './paths.ts';
import { phrases } from './phrases.ts';
import { topics } from './phrases/topics.ts';
import { unseen } from './unseen.ts';
import vocabulary from './vocabulary.json' with { type: 'json' };
import weights from './weights.json' with { type: 'json' };
import { words } from './words.ts';

/** The framework of backend engineers: five areas, weights over named signals learnt by `npm run learn`. */
export const backend: Pack = {
  name: 'backend',
  title: 'Backend engineering',
  version: '0.1',
  areas,
  unseen,
  topics,
  phrases,
  words: [...words],
  paths: [...paths],
  labels: [...labels],
  credits: { review: 'quality', reviewAcrossTeams: 'collaboration', incident: 'reliability' },
  weights,
  vocabulary,
  tell: { api: 0.66, design: 0.71, reliability: 0.64, quality: 0.58, collaboration: 0.62 },
  ask: { api: 0.45, design: 0.28, reliability: 0.36, quality: 0.33, collaboration: 0.23 },
  notable: 0.36,
};

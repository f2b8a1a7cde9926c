import { labels } from '../backend/labels.ts';
import { unseen } from '../backend/unseen.ts';
import type { Pack } from '../schema.ts';
import { areas } from './areas.ts';
import { paths } from './paths.ts';
import { weights } from './weights.ts';
import { words } from './words.ts';
import { vocabularyOfWorth, withWorth, wordsOfWorth } from './worth.ts';

/** The framework of platform and site reliability engineers: five areas, weights set by hand. */
export const platform: Pack = {
  name: 'platform',
  title: 'Platform and site reliability engineering',
  version: '0.1',
  areas,
  unseen,
  topics: [],
  phrases: [],
  words: [...words, ...wordsOfWorth([...words])],
  paths: [...paths],
  labels: [...labels],
  credits: { review: 'enablement', reviewAcrossTeams: 'enablement', incident: 'incidents' },
  weights: withWorth(weights),
  vocabulary: vocabularyOfWorth,
  tell: { steadiness: 0.7, incidents: 0.5, delivery: 0.74, insight: 0.7, enablement: 0.9 },
  ask: { steadiness: 0.36, incidents: 0.36, delivery: 0.36, insight: 0.36, enablement: 0.36 },
  notable: 0.36,
};

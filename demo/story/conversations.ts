import type { StoryAddition } from './addition.ts';
import { reviewsOfAlerts } from './reviews-of-payments-alerts.ts';
import { reviewsOfApi } from './reviews-of-payments-api.ts';
import { reviewsOfClients } from './reviews-of-payments-clients.ts';
import { reviewsOfData } from './reviews-of-payments-data.ts';
import { reviewsOfEndings } from './reviews-of-payments-endings.ts';
import { reviewsOfHabits } from './reviews-of-payments-habits.ts';
import { reviewsOfLedger } from './reviews-of-payments-ledger.ts';
import { reviewsOfMoney } from './reviews-of-payments-money.ts';
import { reviewsOfNights } from './reviews-of-payments-nights.ts';
import { reviewsOfNoise } from './reviews-of-payments-noise.ts';
import { reviewsOfSpeed } from './reviews-of-payments-speed.ts';

/** Everything that was written by hand under the pull requests of the payments repository. */
export const conversations: readonly StoryAddition[] = [
  ...reviewsOfAlerts,
  ...reviewsOfApi,
  ...reviewsOfClients,
  ...reviewsOfData,
  ...reviewsOfEndings,
  ...reviewsOfHabits,
  ...reviewsOfLedger,
  ...reviewsOfMoney,
  ...reviewsOfNights,
  ...reviewsOfNoise,
  ...reviewsOfSpeed,
];

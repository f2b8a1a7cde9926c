import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** Lets whoever runs the app see what it would post. Without the webhook secret nobody can work it out. */
export function previewKey(webhookSecret: string): string {
  return createHmac('sha256', webhookSecret).update('groundwork preview').digest('hex');
}

/** Compares in a time that tells nothing of how much was right. */
export function isSameKey(given: string, key: string): boolean {
  return timingSafeEqual(digest(given), digest(key));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

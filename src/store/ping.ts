/** All that is needed of a pool of connections. */
export type Asked = { query(text: string): Promise<unknown> };

/** How long the database may take to say that it is there. */
const pingMilliseconds = 2_000;

/**
 * Asks the least there is to ask, on the connections that deliveries come by.
 * @throws when there is no answer within 2 seconds, or the answer is a refusal.
 */
export async function ping(intake: Asked, milliseconds = pingMilliseconds): Promise<void> {
  const { promise: tooLate, reject } = Promise.withResolvers<never>();
  const silence = new Error(`The database did not answer within ${milliseconds / 1_000} seconds.`);
  const timer = setTimeout(reject, milliseconds, silence);
  try {
    await Promise.race([intake.query('SELECT 1'), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

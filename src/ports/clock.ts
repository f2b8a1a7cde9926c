/** What time it is for the app: when cycles end, watches are due and texts are dated. Tokens and queues keep real time. */
export type Clock = {
  now(): Date;
};

/** Set-up cannot go on; the message says why and what to do next. Shown without a stack. */
export class Trouble extends Error {
  name = 'Trouble';
}

/** The person (or the system) asked set-up to stop. */
export class Stopped extends Error {
  name = 'Stopped';

  /** @param {'SIGINT' | 'SIGTERM' | 'SIGHUP'} signal */
  constructor(signal) {
    super(`stopped by ${signal}`);
    this.signal = signal;
  }
}

import { isThere } from './happenings.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** Minutes east of UTC. Summer time is left out: an hour does not matter here. */
const zones: ReadonlyMap<string, number> = new Map([
  ['jun', 9 * 60],
  ['priya', 5 * 60 + 30],
  ['noor', 2 * 60],
  ['arturs-k', 2 * 60],
  ['tomas', 0],
  ['yaw', 0],
]);
const elsewhere = 60;

export function moved(at: string, minutes: number): string {
  return new Date(Date.parse(at) + minutes * minute).toISOString().replace('.000Z', 'Z');
}

/** Their own clock, read as if it showed UTC. */
function clockOf(login: string, at: string): Date {
  return new Date(Date.parse(at) + (zones.get(login) ?? elsewhere) * minute);
}

export function isWeekend(login: string, at: string): boolean {
  return [0, 6].includes(clockOf(login, at).getUTCDay());
}

/** Whether somebody may well be sitting at their desk: there, on a weekday, between half past seven and half past six. */
export function isAtWork(login: string, at: string): boolean {
  const clock = clockOf(login, at);
  const time = clock.getUTCHours() * 60 + clock.getUTCMinutes();
  return isThere(login, at) && !isWeekend(login, at) && time >= 450 && time < 1110;
}

/** So many minutes earlier, and on Friday where that would be a weekend. */
export function earlier(login: string, at: string, minutes: number): string {
  const start = moved(at, -minutes);
  return isWeekend(login, start) ? moved(start, (-2 * day) / minute) : start;
}

/** The point at a share (0 to 1) of the way between two times, to the second. */
export function between(from: string, to: string, share: number): string {
  const start = Date.parse(from);
  const at = start + (Date.parse(to) - start) * share;
  return new Date(Math.round(at / 1000) * 1000).toISOString().replace('.000Z', 'Z');
}

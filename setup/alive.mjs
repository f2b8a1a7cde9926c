import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const UNKNOWN = 'unknown';

/**
 * When a process began, in the system's own words, so that a number used again by another process is
 * not taken for the first. Null when there is no such process; `unknown` when the system does not tell.
 */
export function startOf(pid) {
  if (!answers(pid)) return null;
  return process.platform === 'linux' ? startFromProc(pid) : startFromPs(pid);
}

/** True while the very process that was noted is still there. In doubt it is. */
export function isAlive({ pid, start }) {
  const now = startOf(pid);
  return now !== null && (now === start || now === UNKNOWN || start === UNKNOWN);
}

function answers(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function startFromProc(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold spaces and brackets itself, so the fields are counted after the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ended = fields[0] === 'Z' || fields[0] === 'X';
    return ended ? null : (fields[19] ?? UNKNOWN);
  } catch {
    return UNKNOWN;
  }
}

function startFromPs(pid) {
  const asked = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  return asked.stdout?.trim() || UNKNOWN;
}

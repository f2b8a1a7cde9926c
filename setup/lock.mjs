import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive, startOf } from './alive.mjs';

/*
 * One set-up at a time. The lock is a folder of numbered holders: whoever puts the next number there holds
 * it, once the one before has let go or died. A numbered folder appears by one rename, with its owner
 * already inside, so being killed at any moment leaves either a whole holder or none; and since numbers only
 * grow, two that find the same dead holder can never both win.
 */

const OTHER_MACHINE_SILENT = 60_000;

/** Runs `work` alone. `say` hears one line if it has to wait. `work` is given the lock, to note its child. */
export async function alone(folder, say, work) {
  const lock = await take(folder, say);
  try {
    return await work(lock);
  } finally {
    letGo(lock);
  }
}

/** Notes the process that works for the holder: it may outlive a holder that was killed. */
export function noteChild(lock, pid) {
  writeOwner(lock.folder, { ...lock.owner, child: { pid, start: startOf(pid) ?? 'unknown' } });
}

/** Shows that the holder is still at work, for a waiting process on another machine. */
export function touch(lock) {
  const now = new Date();
  utimesSync(join(lock.folder, 'owner'), now, now);
}

async function take(folder, say) {
  mkdirSync(folder, { recursive: true });
  let told = '';
  for (;;) {
    const newest = newestNumber(folder);
    const busy = whoIsBusy(join(folder, String(newest)));
    const lock = busy === null ? claim(folder, newest + 1) : null;
    if (lock !== null) return lock;
    if (busy !== null && busy !== told) say((told = busy));
    await pause(200);
  }
}

function claim(folder, number) {
  const owner = { pid: process.pid, start: startOf(process.pid), host: hostname(), child: null };
  const mine = join(folder, String(number));
  const draft = join(folder, `draft-${process.pid}-${randomUUID()}`);
  mkdirSync(draft);
  writeOwner(draft, owner);
  if (!renamed(draft, mine)) {
    rmSync(draft, { recursive: true, force: true });
    return null;
  }
  if (newestNumber(folder) !== number) {
    rmSync(mine, { recursive: true, force: true });
    return null;
  }
  clearBefore(folder, number);
  return { folder: mine, owner };
}

function renamed(from, to) {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (['EEXIST', 'ENOTEMPTY', 'EPERM', 'ENOENT'].includes(error.code)) return false;
    throw error;
  }
}

// What is left behind is a folder that is not empty, so that nobody can take the same number again.
function letGo(lock) {
  renamed(join(lock.folder, 'owner'), join(lock.folder, 'released'));
}

/** Who still works behind this holder, as a sentence; null when nobody does. */
function whoIsBusy(holder) {
  const owner = readOwner(holder);
  if (owner === null) return null;
  if (owner.host !== hostname()) return busyElsewhere(holder, owner);
  if (isAlive(owner))
    return `Another set-up (process ${owner.pid}) is at work in this folder; waiting for it.`;
  if (owner.child === null || !isAlive(owner.child)) return null;
  return `An earlier set-up was cut off, but its process ${owner.child.pid} is still at work; waiting for it. To stop it: kill ${owner.child.pid}`;
}

function busyElsewhere(holder, owner) {
  const silent = Date.now() - (statSync(join(holder, 'owner'), { throwIfNoEntry: false })?.mtimeMs ?? 0);
  if (silent > OTHER_MACHINE_SILENT) return null;
  return `Another set-up (on ${owner.host}) is at work in this folder; waiting for it.`;
}

function readOwner(holder) {
  try {
    return JSON.parse(readFileSync(join(holder, 'owner'), 'utf8'));
  } catch {
    return null;
  }
}

function writeOwner(holder, owner) {
  const draft = join(holder, 'owner-draft');
  writeFileSync(draft, JSON.stringify(owner));
  renameSync(draft, join(holder, 'owner'));
}

function newestNumber(folder) {
  return readdirSync(folder).reduce((newest, name) => Math.max(newest, numberOf(name)), 0);
}

function numberOf(name) {
  return /^\d{1,15}$/.test(name) ? Number(name) : 0;
}

function clearBefore(folder, number) {
  for (const name of readdirSync(folder)) {
    const earlier = numberOf(name) > 0 && numberOf(name) < number;
    if (earlier || isDeadDraft(name)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function isDeadDraft(name) {
  const draft = /^draft-(\d+)-/.exec(name);
  return draft !== null && startOf(Number(draft[1])) === null;
}

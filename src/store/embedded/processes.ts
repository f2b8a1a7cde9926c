import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What the operating system says of a running process. */
export type Running = {
  readonly uid: number;
  readonly command: readonly string[];
  /** Tells two processes apart that had the same id one after the other. */
  readonly born: string;
};

/** Null where no such process runs. Linux tells through /proc; macOS through ps. */
export async function inspectProcess(pid: number): Promise<Running | null> {
  if (!Number.isSafeInteger(pid) || pid <= 0) return null;
  return process.platform === 'linux' ? inspectProc(pid) : inspectPs(pid);
}

async function inspectProc(pid: number): Promise<Running | null> {
  try {
    const [{ uid }, command, status] = await Promise.all([
      stat(`/proc/${pid}`),
      readFile(`/proc/${pid}/cmdline`, 'utf8'),
      readFile(`/proc/${pid}/stat`, 'utf8'),
    ]);
    return readProc(uid, command, status);
  } catch {
    return null;
  }
}

/** `status`: /proc/<pid>/stat; its second field is a name in brackets that may hold anything, so count from its end. */
function readProc(uid: number, command: string, status: string): Running | null {
  const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z') return null;
  return { uid, command: command.split('\0').slice(0, -1), born: fields[19] ?? '' };
}

async function inspectPs(pid: number): Promise<Running | null> {
  try {
    const ask = async (column: string) =>
      (await run('/bin/ps', ['-ww', '-o', `${column}=`, '-p', String(pid)])).stdout.trim();
    const [uid, command, born] = [await ask('uid'), await ask('command'), await ask('lstart')];
    return { uid: Number(uid), command: command.split(' '), born: born.replaceAll(/\W/g, '') };
  } catch {
    return null;
  }
}

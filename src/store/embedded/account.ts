import { readFile } from 'node:fs/promises';
import { GiveUp } from '../../errors.ts';

/** The operating system's user that runs the server. Postgres refuses to run as root. */
export type Account = {
  readonly uid: number;
  readonly gid: number;
  /** We are root, and the server runs as somebody else. */
  readonly lent: boolean;
};

/** Ourselves; or, for root, `postgres` where it exists and `nobody` otherwise. */
export async function serverAccount(): Promise<Account> {
  const uid = process.getuid?.();
  const gid = process.getgid?.();
  if (uid === undefined || gid === undefined) {
    throw new GiveUp('The embedded Postgres runs on Linux and macOS. Set DATABASE_URL to a Postgres server.');
  }
  return uid === 0 ? accountLentByRoot(await readFile('/etc/passwd', 'utf8')) : { uid, gid, lent: false };
}

/** `passwd`: the text of /etc/passwd. */
export function accountLentByRoot(passwd: string): Account {
  const rows = passwd.split('\n').map((line) => line.split(':'));
  const row = rows.find(([name]) => name === 'postgres') ?? rows.find(([name]) => name === 'nobody');
  // macOS writes the ids of nobody as -2; the system call wants them unsigned.
  const [uid, gid] = [Number(row?.[2]) >>> 0, Number(row?.[3]) >>> 0];
  if (!uid || !gid) {
    throw new GiveUp(
      'Postgres does not run as root, and there is no user postgres or nobody to run it. ' +
        'Start Groundwork as an ordinary user, or set DATABASE_URL to a Postgres server.',
    );
  }
  return { uid, gid, lent: true };
}

/** What `spawn` needs to run a program as this account. */
export function runAs(account: Account): { uid?: number; gid?: number } {
  return account.lent ? { uid: account.uid, gid: account.gid } : {};
}

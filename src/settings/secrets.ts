import { createPrivateKey } from 'node:crypto';
import type { Reading } from './reading.ts';

export function privateKey({ get, complain }: Reading, readFile: (path: string) => string): string {
  const [key, path] = [get('PRIVATE_KEY'), get('PRIVATE_KEY_PATH')];
  if (key !== null && path !== null) {
    complain('PRIVATE_KEY_PATH', 'is set beside PRIVATE_KEY', 'Keep one of the two');
    return '';
  }
  if (path !== null) return keyInFile(path, readFile, complain);
  const advice =
    'Make a private key on the settings page of your GitHub App and give its text here, or its file as PRIVATE_KEY_PATH';
  if (key === null) complain('PRIVATE_KEY', 'is missing', advice);
  const pem = key?.replaceAll('\\n', '\n') ?? '';
  if (key !== null && !isPrivateKey(pem)) {
    complain(
      'PRIVATE_KEY',
      'is not an RSA private key',
      'Give the whole text of the .pem file; line ends may be written as \\n',
    );
  }
  return pem;
}

function keyInFile(path: string, readFile: (path: string) => string, complain: Reading['complain']): string {
  try {
    const pem = readFile(path).trim();
    if (!isPrivateKey(pem)) {
      complain(
        'PRIVATE_KEY_PATH',
        'leads to a file that is not an RSA private key',
        'Give the path of the .pem file as GitHub gave it to you',
      );
    }
    return pem;
  } catch {
    complain(
      'PRIVATE_KEY_PATH',
      'leads to no file that can be read',
      'Check the path, and that the user who runs the app may read it',
    );
    return '';
  }
}

function isPrivateKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}

/** Secrets of examples and defaults are known to everybody: Probot itself takes `development` where none is set. */
const known = /^development$|change.?me|example|placeholder|replace|your.?(webhook.?)?secret/i;
const repeating = /^(.{1,4})\1+$/;

export function webhookSecret({ get, complain }: Reading): string {
  const secret = get('WEBHOOK_SECRET');
  const advice =
    'Set a long random one, the same here and in the webhook settings of your GitHub App: `openssl rand -hex 32` makes one';
  if (secret === null) complain('WEBHOOK_SECRET', 'is missing', advice);
  else if (known.test(secret) || repeating.test(secret))
    complain('WEBHOOK_SECRET', 'is one that anybody could guess', advice);
  else if (secret.length < 16) complain('WEBHOOK_SECRET', 'is shorter than 16 characters', advice);
  return secret ?? '';
}

export function controlKey({ get, complain }: Reading, isLocal: boolean): string | null {
  const key = get('GROUNDWORK_CONTROL_KEY');
  if (key === null) return null;
  if (!isLocal)
    complain(
      'GROUNDWORK_CONTROL_KEY',
      'is set, but GitHub is not on this machine',
      'Leave it out: it is for the local GitHub of the demo only',
    );
  else if (key.length < 16)
    complain('GROUNDWORK_CONTROL_KEY', 'is shorter than 16 characters', 'Set a long random one');
  return key;
}

import { describe, expect, test } from '@jest/globals';
import { withoutSecrets } from '../../src/model/secrets.ts';

// Joined here so that no scanner takes this file for a leak.
const joined = (...parts: string[]) => parts.join('');
const line = (word: string) => joined('-----', word, ' RSA PRIV', 'ATE KEY-----');

describe('secrets', () => {
  test.each([
    ['a GitHub token', joined('ghp', '_', 'a1B2'.repeat(9))],
    ['a new installation token', joined('ghs', '_', '12345_', 'eyJ', 'x'.repeat(60), '.', 'y'.repeat(200))],
    ['a fine-grained token', joined('github', '_pat_', '11AB'.repeat(10))],
    ['an access key of AWS', joined('AKIA', 'IOSFODNN7EXAMPLE')],
    ['a Slack token', joined('xoxb', '-123456789012-abcdefghij')],
    ['a key of OpenAI', joined('sk', '-proj-', 'abcd1234'.repeat(4))],
    ['a Stripe key', joined('sk', '_live_', '4eC39HqLyjWDarjtT1zdp7dc')],
    ['a JWT', joined('eyJ', 'hbGciOiJIUzI1NiJ9', '.', 'eyJzdWIiOiIxMjM0In0', '.', 'abcDEF123_-')],
  ])('%s goes', (_, secret) => {
    expect(withoutSecrets(`Set it to ${secret} and go on.`)).toBe('Set it to [removed] and go on.');
  });

  test('a private key goes whole', () => {
    const key = `${line('BEGIN')}\nMIIEow\nAAAA\n${line('END')}`;
    expect(withoutSecrets(`before\n${key}\nafter`)).toBe('before\n[removed]\nafter');
  });

  test.each([
    ['postgres://app:s3cret@db:5432/orders', 'postgres://app:[removed]@db:5432/orders'],
    ['password = "correct horse"', 'password = "[removed]"'],
    ['API_KEY: abcdef123456', 'API_KEY: [removed]'],
  ])('%s keeps what is no secret', (text, kept) => {
    expect(withoutSecrets(text)).toBe(kept);
  });

  test.each([
    'The token bucket allows 40 writes a minute.',
    'We rotate the secret every 30 days; see docs/secrets.md',
    'https://example.org/orders?page=2',
    'Fixes #412, p95 1.8 s → 210 ms',
    'The password reset mail now goes out within 2 s',
  ])('%s stays as it is', (text) => {
    expect(withoutSecrets(text)).toBe(text);
  });
});

import { describe, expect, test } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { GiveUp } from '../src/errors.ts';
import { readSettings } from '../src/settings.ts';
import type { Environment } from '../src/settings/reading.ts';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = privateKey.export({ type: 'pkcs1', format: 'pem' }).trim();
const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const ellipticPem = elliptic.export({ type: 'pkcs8', format: 'pem' });
const secret = 'b7e1f09c4d2a86357fe0';
const least: Environment = { APP_ID: '12345', PRIVATE_KEY: pem, WEBHOOK_SECRET: secret };

const files = new Map([
  ['/keys/app.pem', `${pem}\n`],
  ['/keys/other.txt', 'hello'],
]);

function readFile(path: string): string {
  const text = files.get(path);
  if (text === undefined) throw new Error(`ENOENT: no such file, open '${path}'`);
  return text;
}

function read(changes: Environment = {}) {
  return readSettings({ ...least, ...changes }, readFile);
}

/** The lines of the refusal; none where the settings are accepted. */
function problemsOf(environment: Environment): readonly string[] {
  try {
    readSettings(environment, readFile);
    return [];
  } catch (error) {
    if (!(error instanceof GiveUp)) throw error;
    return error.reason.split('\n').slice(1);
  }
}

describe('settings that are right', () => {
  test('three are enough', () => {
    expect(read()).toEqual({
      app: { id: 12_345, privateKey: pem, webhookSecret: secret },
      github: { apiUrl: 'https://api.github.com', isLocal: false },
      store: { databaseUrl: null, dataFolder: 'data' },
      queue: { redisUrl: null },
      model: null,
      web: { host: '127.0.0.1', port: 3000, publicUrl: null },
      controlKey: null,
    });
  });

  test('what is empty, or only spaces, counts as absent', () => {
    const names = [
      'DATABASE_URL',
      'REDIS_URL',
      'OPENAI_API_KEY',
      'OPENAI_BASE_URL',
      'OPENAI_MODEL',
      'PORT',
      'HOST',
    ];
    const more = [
      'PUBLIC_URL',
      'GITHUB_API_URL',
      'GROUNDWORK_CONTROL_KEY',
      'DATA_FOLDER',
      'PRIVATE_KEY_PATH',
    ];
    const empty = Object.fromEntries([...names, ...more].map((name, index) => [name, index % 2 ? '' : '  ']));
    expect(read(empty)).toEqual(read());
  });

  type Case = readonly [what: string, changes: Environment, expected: object];
  const cases: readonly Case[] = [
    ['line ends written as \\n', { PRIVATE_KEY: pem.replaceAll('\n', '\\n') }, { app: { privateKey: pem } }],
    ['a key in a file', { PRIVATE_KEY: '', PRIVATE_KEY_PATH: '/keys/app.pem' }, { app: { privateKey: pem } }],
    [
      'Enterprise Server, with a slash at its end',
      { GITHUB_API_URL: 'https://github.harbour.example/api/v3/' },
      { github: { apiUrl: 'https://github.harbour.example/api/v3', isLocal: false } },
    ],
    [
      'GitHub with a residence of its own',
      { GITHUB_API_URL: 'https://api.harbour.ghe.com' },
      { github: { isLocal: false } },
    ],
    [
      'a local GitHub',
      { GITHUB_API_URL: 'http://127.0.0.1:4710' },
      { github: { apiUrl: 'http://127.0.0.1:4710', isLocal: true } },
    ],
    ['a local GitHub by name', { GITHUB_API_URL: 'http://localhost:4710/' }, { github: { isLocal: true } }],
    ['a local GitHub in IPv6', { GITHUB_API_URL: 'http://[::1]:4710' }, { github: { isLocal: true } }],
    [
      'its control',
      { GITHUB_API_URL: 'http://localhost:4710', GROUNDWORK_CONTROL_KEY: '0123456789abcdef' },
      { controlKey: '0123456789abcdef' },
    ],
    [
      'Postgres',
      { DATABASE_URL: 'postgres://u:p@db/groundwork' },
      { store: { databaseUrl: 'postgres://u:p@db/groundwork' } },
    ],
    [
      'Postgres through a socket',
      { DATABASE_URL: 'postgresql:///groundwork?host=/var/run/postgresql' },
      { store: { databaseUrl: 'postgresql:///groundwork?host=/var/run/postgresql' } },
    ],
    ['Redis', { REDIS_URL: 'rediss://:p@cache:6380/1' }, { queue: { redisUrl: 'rediss://:p@cache:6380/1' } }],
    [
      'a model',
      { OPENAI_API_KEY: 'sk-1', OPENAI_MODEL: 'small' },
      { model: { apiKey: 'sk-1', baseUrl: null, name: 'small' } },
    ],
    [
      'a model of your own, without a key',
      { OPENAI_BASE_URL: 'http://ollama:11434/v1/', OPENAI_MODEL: 'small' },
      { model: { apiKey: 'none', baseUrl: 'http://ollama:11434/v1', name: 'small' } },
    ],
    [
      'a model that may use two million tokens a month, as nobody said more',
      { OPENAI_API_KEY: 'sk-1', OPENAI_MODEL: 'small' },
      { model: { prices: null, budget: { tokens: 2_000_000, cost: null } } },
    ],
    [
      'another number of tokens, and the prices',
      {
        OPENAI_API_KEY: 'sk-1',
        OPENAI_MODEL: 'small',
        OPENAI_MONTHLY_TOKENS: '500000',
        OPENAI_PRICE_IN: '0.15',
        OPENAI_PRICE_OUT: '0.6',
      },
      { model: { prices: { in: 0.15, out: 0.6 }, budget: { tokens: 500_000, cost: null } } },
    ],
    [
      'a model that may cost so much a month, in millionths',
      {
        OPENAI_API_KEY: 'sk-1',
        OPENAI_MODEL: 'small',
        OPENAI_MONTHLY_COST: '12.50',
        OPENAI_PRICE_IN: '0.15',
        OPENAI_PRICE_OUT: '0.6',
      },
      { model: { budget: { tokens: null, cost: 12_500_000 } } },
    ],
    [
      'a model that is set, and may not be asked',
      { OPENAI_API_KEY: 'sk-1', OPENAI_MODEL: 'small', OPENAI_MONTHLY_TOKENS: '0' },
      { model: { budget: { tokens: 0, cost: null } } },
    ],
    ['where it listens', { HOST: '0.0.0.0', PORT: '8080' }, { web: { host: '0.0.0.0', port: 8080 } }],
    ['any free port', { HOST: '::', PORT: '0' }, { web: { host: '::', port: 0 } }],
    [
      'where people reach it',
      { PUBLIC_URL: 'https://groundwork.harbour.example/' },
      { web: { publicUrl: 'https://groundwork.harbour.example' } },
    ],
    ['where its data is', { DATA_FOLDER: '/srv/groundwork' }, { store: { dataFolder: '/srv/groundwork' } }],
  ];
  test.each(cases)('%s', (_, changes, expected) => {
    expect(read(changes)).toMatchObject(expected);
  });
});

describe('settings that are wrong', () => {
  type Case = readonly [name: string, changes: Environment, problem: string];
  const cases: readonly Case[] = [
    ['APP_ID', { APP_ID: '' }, 'is missing'],
    ['APP_ID', { APP_ID: 'Iv1.8a61f9b3a7aba766' }, 'is not a number'],
    ['APP_ID', { APP_ID: '-4' }, 'is not a number'],
    ['PRIVATE_KEY', { PRIVATE_KEY: '' }, 'is missing'],
    ['PRIVATE_KEY', { PRIVATE_KEY: 'not a key' }, 'is not an RSA private key'],
    ['PRIVATE_KEY', { PRIVATE_KEY: pem.slice(0, 400) }, 'is not an RSA private key'],
    ['PRIVATE_KEY', { PRIVATE_KEY: ellipticPem }, 'is not an RSA private key'],
    ['PRIVATE_KEY_PATH', { PRIVATE_KEY_PATH: '/keys/app.pem' }, 'is set beside PRIVATE_KEY'],
    [
      'PRIVATE_KEY_PATH',
      { PRIVATE_KEY: '', PRIVATE_KEY_PATH: '/keys/none.pem' },
      'leads to no file that can be read',
    ],
    [
      'PRIVATE_KEY_PATH',
      { PRIVATE_KEY: '', PRIVATE_KEY_PATH: '/keys/other.txt' },
      'leads to a file that is not an RSA',
    ],
    ['WEBHOOK_SECRET', { WEBHOOK_SECRET: undefined }, 'is missing'],
    ['WEBHOOK_SECRET', { WEBHOOK_SECRET: 'development' }, 'is one that anybody could guess'],
    ['WEBHOOK_SECRET', { WEBHOOK_SECRET: 'your-webhook-secret-here' }, 'is one that anybody could guess'],
    ['WEBHOOK_SECRET', { WEBHOOK_SECRET: 'change_me_change_me' }, 'is one that anybody could guess'],
    ['WEBHOOK_SECRET', { WEBHOOK_SECRET: 'xxxxxxxxxxxxxxxxxxxx' }, 'is one that anybody could guess'],
    ['WEBHOOK_SECRET', { WEBHOOK_SECRET: 'k3J9x0Qz7Lm2pW5' }, 'is shorter than 16 characters'],
    ['GITHUB_API_URL', { GITHUB_API_URL: 'github.harbour.example' }, 'is no address of an API over https'],
    [
      'GITHUB_API_URL',
      { GITHUB_API_URL: 'http://github.harbour.example/api/v3' },
      'is no address of an API over https',
    ],
    [
      'GITHUB_API_URL',
      { GITHUB_API_URL: 'http://127.0.0.1.harbour.example' },
      'is no address of an API over https',
    ],
    [
      'GITHUB_API_URL',
      { GITHUB_API_URL: 'https://user:word@api.github.com' },
      'is no address of an API over https',
    ],
    ['GITHUB_API_URL', { GITHUB_API_URL: 'https://github.com' }, 'is a page, not the API'],
    ['GITHUB_API_URL', { GITHUB_API_URL: 'https://github.harbour.example' }, 'has no /api/v3 at its end'],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://u:p@db/groundwork' }, 'is no address of a Postgres database'],
    ['DATABASE_URL', { DATABASE_URL: 'postgresql://u:p@db' }, 'is no address of a Postgres database'],
    ['DATABASE_URL', { DATABASE_URL: 'db:5432' }, 'is no address of a Postgres database'],
    ['REDIS_URL', { REDIS_URL: 'cache:6379' }, 'is no address of a Redis'],
    ['REDIS_URL', { REDIS_URL: 'http://cache:6379' }, 'is no address of a Redis'],
    ['OPENAI_MODEL', { OPENAI_API_KEY: 'sk-1' }, 'is missing'],
    ['OPENAI_API_KEY', { OPENAI_MODEL: 'small' }, 'is missing'],
    ['OPENAI_BASE_URL', { OPENAI_BASE_URL: 'ollama', OPENAI_MODEL: 'small' }, 'is no web address'],
    [
      'OPENAI_BASE_URL',
      { OPENAI_BASE_URL: 'http://models.example/v1', OPENAI_API_KEY: 'sk-1', OPENAI_MODEL: 'small' },
      'would send the key unencrypted',
    ],
    [
      'OPENAI_MONTHLY_TOKENS',
      { OPENAI_API_KEY: 'sk-1', OPENAI_MODEL: 'small', OPENAI_MONTHLY_TOKENS: '2 million' },
      'is no amount',
    ],
    [
      'OPENAI_MONTHLY_TOKENS',
      { OPENAI_API_KEY: 'sk-1', OPENAI_MODEL: 'small', OPENAI_MONTHLY_TOKENS: '1.5' },
      'is no whole number',
    ],
    [
      'OPENAI_PRICE_IN',
      { OPENAI_API_KEY: 'sk-1', OPENAI_MODEL: 'small', OPENAI_MONTHLY_COST: '10' },
      'is missing',
    ],
    [
      'OPENAI_PRICE_OUT',
      { OPENAI_API_KEY: 'sk-1', OPENAI_MODEL: 'small', OPENAI_PRICE_IN: '0.15' },
      'is missing',
    ],
    [
      'OPENAI_PRICE_IN',
      { OPENAI_API_KEY: 'sk-1', OPENAI_MODEL: 'small', OPENAI_PRICE_IN: '-1', OPENAI_PRICE_OUT: '1' },
      'is no amount',
    ],
    ['HOST', { HOST: 'http://localhost' }, 'is no name or number of a network interface'],
    ['PORT', { PORT: '65536' }, 'is no port'],
    ['PORT', { PORT: '80a' }, 'is no port'],
    ['PUBLIC_URL', { PUBLIC_URL: 'http://groundwork.harbour.example' }, 'is no address over https'],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://groundwork.harbour.example/?a=1' }, 'is no address over https'],
    [
      'GROUNDWORK_CONTROL_KEY',
      { GROUNDWORK_CONTROL_KEY: '0123456789abcdef' },
      'is set, but GitHub is not on this machine',
    ],
    [
      'GROUNDWORK_CONTROL_KEY',
      { GROUNDWORK_CONTROL_KEY: 'short', GITHUB_API_URL: 'http://localhost:4710' },
      'is shorter than 16 characters',
    ],
  ];
  test.each(cases)('%s in %j', (name, changes, problem) => {
    const problems = problemsOf({ ...least, ...changes });
    expect(problems).toEqual([
      expect.stringMatching(new RegExp(String.raw`^- ${name} ${problem}.*\. \S.*\.$`)),
    ]);
  });

  test('all problems are told at once, one line each', () => {
    const everything = {
      WEBHOOK_SECRET: 'development',
      GITHUB_API_URL: 'https://github.com',
      DATABASE_URL: 'db',
      REDIS_URL: 'cache',
      OPENAI_BASE_URL: 'ollama',
      PORT: 'http',
      HOST: 'a b',
      PUBLIC_URL: 'here',
      GROUNDWORK_CONTROL_KEY: 'key',
    };
    expect(problemsOf(everything).map((line) => line.split(' ')[1])).toEqual([
      'GITHUB_API_URL',
      'APP_ID',
      'PRIVATE_KEY',
      'WEBHOOK_SECRET',
      'DATABASE_URL',
      'REDIS_URL',
      'OPENAI_MODEL',
      'OPENAI_BASE_URL',
      'HOST',
      'PORT',
      'PUBLIC_URL',
      'GROUNDWORK_CONTROL_KEY',
    ]);
  });

  test('no value is ever repeated', () => {
    const names = [
      'APP_ID',
      'PRIVATE_KEY',
      'WEBHOOK_SECRET',
      'GITHUB_API_URL',
      'DATABASE_URL',
      'REDIS_URL',
      'PORT',
    ];
    const more = [
      'OPENAI_API_KEY',
      'OPENAI_BASE_URL',
      'OPENAI_MODEL',
      'HOST',
      'PUBLIC_URL',
      'GROUNDWORK_CONTROL_KEY',
    ];
    const frames = [
      '',
      'https://',
      'postgresql://u:',
      'development',
      '-----BEGIN RSA PRIVATE KEY-----\n',
      '/keys/',
      'a b ',
    ];
    const value = fc
      .tuple(fc.constantFrom(...frames), fc.stringMatching(/^[A-Z0-9]{12,30}$/))
      .map(([frame, secretPart]) => ({ text: `${frame}${secretPart}`, secretPart }));
    const environment = fc.dictionary(fc.constantFrom(...names, ...more, 'PRIVATE_KEY_PATH'), value);
    fc.assert(
      fc.property(environment, (values) => {
        const texts = Object.fromEntries(Object.entries(values).map(([name, { text }]) => [name, text]));
        const said = problemsOf(texts).join('\n');
        for (const { secretPart } of Object.values(values)) expect(said).not.toContain(secretPart);
      }),
    );
  });
});

import { describe, expect, test } from '@jest/globals';
import type { ChangeFacts } from '../../src/evidence/facts.ts';
import { noiseOfChange } from '../../src/evidence/noise.ts';
import type { NoiseKind } from '../../src/evidence/noise.ts';
import { ada, file, changeFacts } from '../fixtures/facts.ts';

/** `erased` and `noted` name the kinds that a case must show, and it may show no others. */
type Expected = { readonly erased?: readonly NoiseKind[]; readonly noted?: readonly NoiseKind[] };
type Case = readonly [title: string, parts: Partial<ChangeFacts>, expected: Expected];

function verdictOf(change: ChangeFacts): Expected {
  const noises = noiseOfChange(change);
  return {
    erased: noises.filter((noise) => noise.erases).map((noise) => noise.kind),
    noted: noises.filter((noise) => !noise.erases).map((noise) => noise.kind),
  };
}

function judged(cases: readonly Case[]): void {
  test.each(cases)('%s (%#)', (title, parts, expected) => {
    expect(verdictOf(changeFacts({ ...parts, title }))).toEqual({ erased: [], noted: [], ...expected });
  });
}

const arrived = { number: 420, at: '2026-03-09T08:00:00Z' };
const goBump = { files: [file('go.mod', 1, 1), file('go.sum', 4, 4)] };
const nodeBump = { files: [file('web/package.json', 1, 1), file('web/package-lock.json', 40, 30)] };
const values = { files: [file('charts/orders/values.yaml', 1, 1)] };
const docs = { files: [file('docs/setup.md', 1, 1)] };
const oneLine = { files: [file('src/orders/search.go', 1, 1)] };

describe('bumps', () => {
  judged([
    ['Bump golang.org/x/text from 0.31.2 to 0.32.0', goBump, { erased: ['bump'] }],
    ['chore(deps): update left to v5', nodeBump, { erased: ['bump'] }],
    ['build(deps-dev): bump prettier from 3.1.0 to 3.2.4 in /web', nodeBump, { erased: ['bump'] }],
    ['Bump k8s.io/api from 0.30.1 to 0.31.0', goBump, { erased: ['bump'] }],
    ['Bump the tools group with 4 updates', goBump, { erased: ['bump'] }],
    ['Update all dependencies', nodeBump, { erased: ['bump'] }],
    [
      'Bump rack and sequel',
      { files: [file('Gemfile', 2, 2), file('Gemfile.lock', 6, 6)] },
      { erased: ['bump'] },
    ],
    ['Update base image to alpine 3.22', { files: [file('Dockerfile', 1, 1)] }, { erased: ['bump'] }],
    [
      'ci: bump actions/checkout from 4 to 5',
      { files: [file('.github/workflows/ci.yml', 3, 3)] },
      { erased: ['bump'] },
    ],
    [
      'Upgrade the payment SDK to v9.0.0',
      { files: [...goBump.files, file('src/pay/charge.go', 60, 41)] },
      { noted: ['bump'] },
    ],
    [
      'Bump the pool library to 2.4.1',
      { ...goBump, body: 'The old one leaked a connection on each timeout.' },
      { noted: ['bump'] },
    ],
    ['Upgrade the queue client to 4.1.0 to support delayed messages', goBump, { noted: ['bump'] }],
    ['Bump memory limit of the search pods from 2.5 GiB to 4.0 GiB', values, {}],
    ['Bump retry limit from 3 to 5', oneLine, {}],
    ['Update order totals when a line is removed', {}, {}],
    ['Upgrade customers to the new plan', {}, {}],
    ['Update docs for v2.1', docs, { noted: ['trivial'] }],
    ['Use one package for all clients', {}, {}],
    ['chore(deps): remove unused packages', nodeBump, {}],
    ['Update package.json scripts to run tests in parallel', nodeBump, {}],
    ['Pin the base image by digest', { files: [file('Dockerfile', 1, 1)] }, {}],
    ['Bump max connections from 100 to 200', values, {}],
    ['Update retention to 7.5 days', values, {}],
    ['Upgrade TLS to 1.3', values, {}],
    [
      'Upgrade Postgres to 18 with dual writes',
      { files: [file('docker-compose.yml', 1, 1), ...values.files] },
      {},
    ],
    ['Upgrade guide for 3.0', { files: [file('docs/upgrade.md', 80, 0)] }, {}],
    [
      'Bump Go to 1.26 and adopt iterators',
      { files: [...goBump.files, file('a.go', 50, 60)] },
      { noted: ['bump'] },
    ],
    ['Bumpless transfer between pools', {}, {}],
    ['fix(web): bump @quay/web-api to 7.16.0 for patched parsing', nodeBump, { erased: ['bump'] }],
    ['Update to messages from wire-api main', goBump, { erased: ['bump'] }],
    [
      'ci: update harbour-release to commit `ad39d2f0`',
      { files: [file('.github/jsonnetfile.json', 1, 1), file('.github/release.jsonnet', 2, 5)] },
      { noted: ['bump'] },
    ],
    [
      'Bump proxy:v2.2.3 and sidecar:v1.2.2',
      { files: [...values.files, file('test/install_test.go', 1, 1)] },
      { noted: ['bump'] },
    ],
    ['ci: updated yarn version', { files: [file('test/container/Dockerfile', 3, 3)] }, { erased: ['bump'] }],
    ['Update API version', values, {}],
    ['Update package.json scripts', nodeBump, {}],
    ['Update engines field', nodeBump, {}],
    ['Update api/limits to 2.5 requests', values, {}],
    ['Update the sharding hash 2 of orders', {}, {}],
  ]);
});

describe('releases', () => {
  const release = { files: [file('package.json', 1, 1), file('CHANGELOG.md', 30, 0)] };
  judged([
    ['Release 1.2.3', release, { erased: ['release'] }],
    ['v1.2.3', release, { erased: ['release'] }],
    ['chore(release): 4.0.0-beta.2', release, { erased: ['release'] }],
    ['Bump version to 0.14.0', { files: [file('src/version.go', 1, 1)] }, { erased: ['release'] }],
    ['Prepare next development iteration', { files: [file('pom.xml', 1, 1)] }, { erased: ['release'] }],
    ['Cut release v5.2.0-rc.3', release, { erased: ['release'] }],
    ['Prepare release 7.4', release, { erased: ['release'] }],
    ['Version Packages', release, { erased: ['release'] }],
    ['Release 2.0.0', { files: [file('src/orders/search.go', 300, 120)] }, { noted: ['release'] }],
    ['Bump version to 0.9.8', { files: [file('package.json', 1, 1)] }, { erased: ['release'] }],
    [
      'Update version for the next release (v1.48.3) in Cargo.toml',
      { files: [file('Cargo.toml', 1, 1), file('Cargo.lock', 9, 9)] },
      { erased: ['release'] },
    ],
    ['Bump main branch to 0.51.0-SNAPSHOT', { files: [file('pom.xml', 1, 1)] }, { erased: ['release'] }],
    ['chore(release): stop publishing checksums', {}, {}],
    ['Clock Skew: 1.16-1.17', {}, {}],
    ['Fix release 2.4 packages', {}, {}],
    ['Release 2.0 endpoints accept cursors', {}, {}],
    ['Release the table lock before the long query', {}, {}],
    ['Release memory of idle workers after 30 s', {}, {}],
    ['Raise the lowest accepted wire version from 2.0 to 3.1', {}, {}],
    ['Version packages by date', {}, {}],
    ['Bump version of the order schema to 3', {}, {}],
    ['Set version from the build', oneLine, {}],
    ['Prepare next release checklist', docs, { noted: ['trivial'] }],
    ['1.5x faster search', {}, {}],
    ['Add release notes to the order API', {}, {}],
    ['Releasing stock when a basket expires', {}, {}],
    [
      'templates: bump for v3.33.0',
      { files: [file('templates/blank/package.json', 5, 5), file('templates/blank/pnpm-lock.yaml', 60, 60)] },
      { erased: ['release'] },
    ],
    ['search: 1.5x faster', {}, {}],
    ['search: release 2.0 endpoints', {}, {}],
  ]);
});

describe('formatting', () => {
  const even = { files: [file('a.go', 30, 28), file('b.go', 12, 12), file('c.go', 3, 5)] };
  judged([
    ['Run gofmt', even, { erased: ['formatting'] }],
    ['style: prettier', even, { erased: ['formatting'] }],
    ['Apply spotless', even, { erased: ['formatting'] }],
    ['Format the code with black', even, { erased: ['formatting'] }],
    ['chore: fix formatting', even, { erased: ['formatting'] }],
    ['Sort imports', even, { erased: ['formatting'] }],
    ['Reformat all files', even, { erased: ['formatting'] }],
    ['Run prettier', { files: [...even.files, file('.prettierrc', 8, 0)] }, { noted: ['formatting'] }],
    ['Apply black', { files: [...even.files, file('tools/ledger.py', 210, 0)] }, { noted: ['formatting'] }],
    ['Run prettier', { files: [...even.files, file('.prettierrc', 2, 1)] }, { noted: ['formatting'] }],
    ['Lay out the ledger anew', { ...even, labels: ['formatting'] }, { noted: ['formatting'] }],
    ['Add prettier to CI', even, {}],
    ['Fix formatting of amounts in the invoice API', even, {}],
    ['Fix whitespace in search queries', even, {}],
    ['Fix formatting in src/orders', even, { erased: ['formatting'] }],
    ['Format money in the currency of the customer', even, {}],
    ['Let rustfmt and the linter agree on imports', even, {}],
    ['Fix black screen after login', even, {}],
    ['Apply black list to senders', even, {}],
    ['Run black-box tests at night', even, {}],
    ['Normalize line endings', even, { noted: ['formatting'] }],
    ['style(basket): move the button to the left', even, {}],
    ['Support a date format for exports', even, {}],
    ['Black Friday limits for the checkout', even, {}],
  ]);
});

function revertOf(title: string, body = '') {
  return noiseOfChange(changeFacts({ title, body }))[0]?.reverts;
}

describe('reverts', () => {
  judged([
    ['Revert "Add paging to the order list (#388)"', {}, { erased: ['revert'] }],
    ['Revert "Add paging"', { body: 'Reverts harbour/orders#388' }, { erased: ['revert'] }],
    ['revert: feat(search): add paging', {}, { erased: ['revert'] }],
    ['fix: Revert "Add paging"', { body: 'This reverts commit 4f2a9c01d3e7aa10.' }, { erased: ['revert'] }],
    [
      'Revert "Add paging"',
      {
        body: 'This reverts commit 4f2a9c01d3e7.\n\nThe cursor skipped orders written in the same millisecond, which the nightly comparison found.',
      },
      { noted: ['revert'] },
    ],
    ['Revert #388', {}, { erased: ['revert'] }],
    ['Revert PR 388', {}, { erased: ['revert'] }],
    ['Revert 388 orders of the test shop', {}, { noted: ['revert'] }],
    ['Revert `maxRetries` to three, as clients expect', {}, { noted: ['revert'] }],
    ['Revert to the previous pool size', {}, { noted: ['revert'] }],
    ['Revert "Revert "Add paging""', {}, { erased: ['revert'] }],
    ['Reapply "Add paging"', { body: 'This reverts commit 4f2a9c01d3e7.' }, { erased: ['revert'] }],
    [
      'Revert "Revert "Add paging""',
      {
        body: 'Reverts harbour/orders#391\n\nThe cursor now carries the id, so that orders of the same millisecond are no longer skipped.',
      },
      { noted: ['revert'] },
    ],
    ['Reapply paging with a cursor that carries the id', {}, {}],
    ['Reland paging of the order list', {}, {}],
    ['Revert "Revert "Revert "Add paging"""', {}, { erased: ['revert'] }],
    ['Add a revert button to the order page', {}, {}],
    ['Reverting a migration no longer drops the index', { body: 'It kept the lock.' }, {}],
    ['Revert prices when a payment fails', {}, {}],
    ['Revert API for finished imports', {}, {}],
    [
      'Prices: paging and totals',
      { body: '* Add paging\n\n* Revert "Add totals"\n\nThis reverts commit 4f2a9c01d3e7.' },
      {},
    ],
    ['Reversible migrations', {}, {}],
    ['search: Revert "Add paging"', {}, { erased: ['revert'] }],
    ['search: revert parallel downloads, keep the stream open', {}, { noted: ['revert'] }],
    ['search: revert prices when a payment fails', {}, {}],
    ['search: reapply paging', {}, {}],
    ['Revert part of #388', {}, { noted: ['revert'] }],
    ['Partially revert "Add paging"', { body: 'This partially reverts #388.' }, {}],
    ['Revert "Add paging"', { body: 'Partially reverts #388.' }, { noted: ['revert'] }],
    ['Revert "Count parts of orders"', {}, { erased: ['revert'] }],
  ]);

  test('say what they take back', () => {
    expect(revertOf('Revert "Add paging (#388)" (#391)')).toEqual({ title: 'Add paging', number: 388 });
    expect(revertOf('Revert "Add paging"', 'Reverts harbour/orders#388')).toEqual({
      title: 'Add paging',
      number: 388,
    });
    expect(revertOf('Revert "Add paging"', 'This reverts commit 4F2A9C01d3e7.')).toEqual({
      title: 'Add paging',
      commit: '4f2a9c01d3e7',
    });
    expect(revertOf('search: Revert "Add paging"')).toEqual({ title: 'Add paging' });
    expect(revertOf('Revert "Add paging"', 'Reverts https://github.com/harbour/orders/pull/388')).toEqual({
      title: 'Add paging',
      number: 388,
    });
    expect(revertOf('Revert #388')).toEqual({ number: 388 });
    expect(revertOf('Revert “Add paging”')).toEqual({ title: 'Add paging' });
    expect(revertOf('Revert "Revert "Revert "Add paging"""')?.title).toContain('Add paging');
  });

  test('take nothing back that they leave or that lies elsewhere', () => {
    expect(revertOf('Revert part of paging', 'Partially reverts #388.')).toBeUndefined();
    expect(revertOf('Revert "Add paging"', 'This partially reverts harbour/orders#388.')).toBeUndefined();
    expect(revertOf('Revert "Add paging"', 'Reverts harbour/ledger#388')).toEqual({ title: 'Add paging' });
    expect(revertOf('Revert "Add paging"', 'Reverts quay/orders#388')?.number).toBe(388);
  });
});

describe('copies', () => {
  const onRelease = { base: 'release/2.4', intoDefaultBranch: false };
  judged([
    ['[backport 1.2] Keep the order of retries', { body: 'Backport of #388' }, { erased: ['backport'] }],
    ['Backport #388 to 2.4', {}, { erased: ['backport'] }],
    ['Cherry pick #388', {}, { erased: ['backport'] }],
    ['[Backport to 2.4] Keep the order of retries', {}, { erased: ['backport'] }],
    ['Keep the order of retries (backport #388)', {}, { erased: ['backport'] }],
    [
      'Keep the order of retries',
      { body: 'As on main.\n\n(cherry picked from commit 4f2a9c01d3e7aa10)', ...onRelease },
      { erased: ['backport'], noted: ['merge'] },
    ],
    [
      'Keep the order of retries',
      { body: 'Rebuilt on top of paging.\n\n(cherry picked from commit 4f2a9c01d3e7aa10)' },
      { noted: ['backport'] },
    ],
    ['Retries: Backport keep the order', { body: 'Backport of #388' }, { erased: ['backport'] }],
    ['Cherry pick PR 388 to the 2.4 release', {}, { erased: ['backport'] }],
    ['[release/2.4] Keep the order of retries', onRelease, { erased: ['backport'], noted: ['merge'] }],
    ['Cherry-pick 4f2a9c01d3 into the release', onRelease, { erased: ['backport'], noted: ['merge'] }],
    ['Stop the leak in the mail sender', onRelease, { noted: ['merge'] }],
    ['Cherry-picking of orders in the warehouse', {}, {}],
    ['Cherry-pick for small baskets', {}, {}],
    ['Backport protocol for old clients', {}, {}],
    ['Backport bot: label what was copied', {}, {}],
    ['[search] Keep the order of retries', {}, {}],
    ['[v2] Orders endpoint with cursors', {}, {}],
    ['Explain how we backport fixes', {}, {}],
    [
      'Import of prices',
      { body: '* Keep the order\n(cherry picked from commit 4f2a9c01d3e7)\n\n* Import prices' },
      {},
    ],
    [
      'Import of prices',
      { body: 'We may need a backport of #388 later, but the price import stands alone.' },
      {},
    ],
  ]);

  test('say what they copy, and where that is said', () => {
    const body = 'As on main.\n\n(cherry picked from commit 4f2a9c01d3e7aa10)';
    const [noise] = noiseOfChange(changeFacts({ title: 'Keep the order of retries', body }));
    expect(noise?.copies).toEqual({ commit: '4f2a9c01d3e7aa10' });
    expect(noise?.rests.place).toEqual({ in: 'body', from: body.indexOf('(cherry') });
    expect(
      noiseOfChange(changeFacts({ title: '[backport 1.2] Retries', body: 'Backport of #388' }))[0]?.copies,
    ).toEqual({ number: 388 });
  });
});

describe('merges', () => {
  judged([
    ["Merge branch 'main' into paging", {}, { erased: ['merge'] }],
    ["Merge remote-tracking branch 'origin/develop' into paging", {}, { erased: ['merge'] }],
    ['Merge main into feature/paging', {}, { erased: ['merge'] }],
    ['Merge upstream changes', {}, { erased: ['merge'] }],
    ['Merge tag v2.4 into develop', {}, { erased: ['merge'] }],
    ['Merge next into list', {}, {}],
    ['Back-merge release 2.4', {}, { erased: ['merge'] }],
    ['Merge develop into main', {}, { erased: ['merge'] }],
    ['chore: merge release/2.4 back into main', {}, { erased: ['merge'] }],
    ["Merge branch 'fast-search' into main", {}, { noted: ['merge'] }],
    ['Merge pull request #12 from ada/fast-search', {}, {}],
    ['Merge duplicate customers into one record', {}, {}],
    ['Merge overlapping time ranges', {}, {}],
    ['Merge the two loaders into one', {}, {}],
    ['Sync orders to the ledger', {}, {}],
    ['Rollup of 8 pull requests', {}, { erased: ['merge'] }],
    ['Rollup of orders by month', {}, {}],
    ['Roll up pull requests by team', {}, {}],
    ['Sync production to staging', {}, {}],
    ['Update main to edge', {}, {}],
    ['Back-merge of duplicate accounts', {}, {}],
    ['Show the price', { base: 'paging-part-one', intoDefaultBranch: false }, { erased: ['merge'] }],
    ['Show the price', { base: 'paging-part-one', intoDefaultBranch: false, arrived }, {}],
    ['Show the price', { base: 'develop', intoDefaultBranch: false }, { noted: ['merge'] }],
    ['Show the price', { base: null, intoDefaultBranch: false }, {}],
  ]);
});

describe('only files that tools write', () => {
  judged([
    ['Regenerate clients', { files: [file('a/orders.pb.go', 200, 90)] }, { erased: ['generated'] }],
    ['Lock', { files: [file('Cargo.lock', 20, 20)] }, { erased: ['bump'] }],
    [
      'Copy of the clock library',
      { files: [file('vendor/github.com/acme/clock/clock.go', 9, 2)] },
      { erased: ['vendored'] },
    ],
    [
      'Update snapshots',
      { files: [file('web/__snapshots__/Basket.test.tsx.snap', 9, 9)] },
      { erased: ['generated'] },
    ],
    [
      'Correct the expected quarter totals',
      { files: [file('testdata/quarter.golden', 3, 3)] },
      { noted: ['generated'] },
    ],
    ['Index orders by customer', { files: [file('db/structure.sql', 3, 0)] }, { noted: ['generated'] }],
    [
      'Index orders by customer',
      { files: [file('db/structure.sql', 3, 0), file('db/migrate/1_index.rb', 9, 0)] },
      {},
    ],
    [
      'Bound the copied decompressor',
      { files: [file('third_party/zlib/inflate.c', 9, 1)], body: 'It crashed on a truncated stream.' },
      { noted: ['vendored'] },
    ],
    ['Regenerate clients', { files: [file('a/orders.pb.go')], filesTotal: 3_100 }, { noted: ['generated'] }],
    ['Add paging', { files: [file('a/orders.pb.go'), file('a/orders.go')] }, {}],
  ]);
});

describe('trivia', () => {
  judged([
    ['Fix typo', oneLine, { erased: ['trivial'] }],
    ['docs: fix typos in the setup guide', docs, { erased: ['trivial'] }],
    [
      'Improve our documentation',
      { ...docs, body: 'Three typos, two of them mine.' },
      { erased: ['trivial'] },
    ],
    [
      'Improve our documentation',
      { ...docs, body: 'Says which step to skip. Fixes a typo.' },
      { noted: ['trivial'] },
    ],
    ['Improve the search', { ...oneLine, body: 'Three typos, two of them mine.' }, {}],
    ['Improve our documentation', { files: [file('docs/setup.md', 40, 12)], body: 'Two typos.' }, {}],
    ['Correct spelling mistakes', oneLine, { erased: ['trivial'] }],
    ['Remove obsolete comment', { files: [file('a.go', 0, 6)] }, { erased: ['trivial'] }],
    ['Bump copyright year', { files: [file('LICENSE', 1, 1)] }, { erased: ['trivial'] }],
    ['Fix broken link', docs, { erased: ['trivial'] }],
    ['nit: remove trailing spaces', oneLine, { erased: ['formatting', 'trivial'] }],
    ['Remove trailing spaces', oneLine, { noted: ['formatting'] }],
    ['Trigger CI', { files: [file('.ci', 1, 0)] }, { erased: ['trivial'] }],
    ['Anything', { files: [], filesTotal: 0 }, { erased: ['trivial'] }],
    ['Mention the limit', docs, { noted: ['trivial'] }],
    ['Fix typo in the alert rule', { ...oneLine, body: 'The rule never fired because of it.' }, {}],
    ['Fix typo in SQL column', oneLine, { noted: ['trivial'] }],
    ['Fix typo: REPEATABLE READ was meant', oneLine, { noted: ['trivial'] }],
    ['Fix typo in the comment of the pool', oneLine, { erased: ['trivial'] }],
    ['Fix grammar of the filter language', oneLine, {}],
    ['Update year in copyright of invoices', oneLine, {}],
    ['Fix comments endpoint', oneLine, {}],
    ['Remove old comments after a year', oneLine, {}],
    ['Remove whitespace from search terms', oneLine, {}],
    ['Add extra space to the ring buffer', oneLine, {}],
    ['Trigger deploy', oneLine, {}],
    ['Fix link expiry', oneLine, {}],
    ['Add late notes', { files: [file('CHANGELOG.md', 4, 0)] }, { erased: ['trivial'] }],
    ['Add missing breaking change', { files: [file('CHANGELOG.md', 4, 0)] }, {}],
    ['Fix typo', { files: [file('src/orders/search.go', 400, 380)] }, {}],
    [
      'Add late notes',
      {
        files: [file('CHANGELOG.md', 4, 0)],
        body: '**Checklist**\n- [x] I read\nCONTRIBUTING.md\n- [x] Upgrade notes',
      },
      { erased: ['trivial'] },
    ],
    [
      'doc: fix bullet rendering in setup.md',
      { files: [file('docs/setup.md', 49, 43)] },
      { erased: ['trivial'] },
    ],
    ['Fix table of limits', { files: [file('docs/limits.md', 20, 2)] }, {}],
    ['Fix list endpoint', oneLine, {}],
    ['Fix lists of orders in the export', { files: [file('src/export.md.go', 3, 3)] }, {}],
    ['ci: use the large runner', { files: [file('.github/workflows/ci.yml', 2, 1)] }, { noted: ['trivial'] }],
    ['fix: use the large runner', { files: [file('.github/workflows/ci.yml', 2, 1)] }, {}],
    ['ci: require the contract tests', { files: [file('.github/workflows/ci.yml', 2, 1)] }, {}],
    ['ci: cache modules', { files: [file('.github/workflows/ci.yml', 2, 1)] }, {}],
    [
      'ci: skip the second build',
      { files: [file('.github/workflows/ci.yml', 2, 1)], body: 'Now 40 % faster.' },
      {},
    ],
    [
      'chore: share editor settings',
      { files: [file('.vscode/settings.json', 3, 0)] },
      { noted: ['trivial'] },
    ],
    ['Use the large pool', { files: [file('deploy/production.yaml', 1, 1)] }, {}],
    ['feat: typo tolerance in search', oneLine, {}],
    ['Add spelling suggestions to search', oneLine, {}],
    ['Fix links between orders and refunds', oneLine, {}],
    ['Remove comments of deleted customers', { files: [file('src/comments.go', 60, 12)] }, {}],
    ['Trigger the build of reports from orders', oneLine, {}],
    ['Update MAINTAINERS.md', { files: [file('MAINTAINERS.md', 2, 1)] }, {}],
  ]);
});

describe('ordinary work', () => {
  judged([
    ['Search orders by customer', {}, {}],
    ['perf: read totals in one query', {}, {}],
    ['Move sessions from memory to Redis', {}, {}],
    ['Fix CI', { files: [file('.github/workflows/ci.yml', 12, 30)] }, {}],
    ['', {}, {}],
  ]);

  test('labels alone and human co-authors erase nothing', () => {
    expect(
      noiseOfChange(changeFacts({ labels: ['dependencies', 'bot', 'release'], coAuthors: [ada] })),
    ).toEqual([]);
  });
});

function moved(body: string, ...files: readonly ReturnType<typeof file>[]) {
  return { body, files: files.length === 0 ? oneLine.files : files };
}

describe('a line moved for the layout, however it is called', () => {
  judged([
    ['Groundbreaking rework of the search', moved('Moves an import up by one.'), { erased: ['trivial'] }],
    ['Decouple everything', moved('One blank line goes.'), { erased: ['trivial'] }],
    ['Rework the search', moved('Moves the import of orders to a job of its own.', file('a.go', 40, 2)), {}],
    ['Rework the search', moved('An import no longer fails when the file is empty.'), {}],
    ['Rework the search', moved('Moves an import up.', file('a.go', 1, 1), file('b.go', 1, 1)), {}],
  ]);
});

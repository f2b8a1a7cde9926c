import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { handwritten, noiseOfFile } from '../../src/evidence/noise.ts';
import { file } from '../fixtures/facts.ts';

const written: readonly (readonly [kind: 'generated' | 'vendored' | 'lock', path: string])[] = [
  ['lock', 'go.sum'],
  ['lock', 'web/package-lock.json'],
  ['lock', 'apps/shop/yarn.lock'],
  ['lock', 'pnpm-lock.yaml'],
  ['lock', 'core/Cargo.lock'],
  ['lock', 'poetry.lock'],
  ['lock', 'Gemfile.lock'],
  ['lock', 'composer.lock'],
  ['lock', 'infra/.terraform.lock.hcl'],
  ['generated', 'api/orders/v1/orders.pb.go'],
  ['generated', 'api/orders/v1/orders_grpc.pb.go'],
  ['generated', 'proto/orders_pb2.py'],
  ['generated', 'proto/orders_pb2_grpc.py'],
  ['generated', 'src/wire/orders.pb.cc'],
  ['generated', 'pkg/client/models.gen.go'],
  ['generated', 'apis/v1/zz_generated.deepcopy.go'],
  ['generated', 'src/graphql/schema.generated.ts'],
  ['generated', 'pkg/openapi/openapi_generated.go'],
  ['generated', 'internal/store/mocks/mock_ledger.go'],
  ['generated', 'internal/store/mocks/ledger_mock.go'],
  ['generated', 'web/src/__snapshots__/Basket.test.tsx.snap'],
  ['generated', 'public/js/basket.min.js'],
  ['generated', 'action/dist/index.js'],
  ['generated', 'packages/routes/dist/index.d.ts'],
  ['generated', 'src/generated/prisma/client.ts'],
  ['generated', 'Forms/Invoice.Designer.cs'],
  ['generated', 'db/structure.sql'],
  ['generated', 'db/schema.rb'],
  ['generated', 'pkg/report/testdata/golden/quarter.txt'],
  ['generated', 'pkg/report/testdata/quarter.golden'],
  ['generated', 'locale/messages.pot'],
  ['generated', 'lib/model/order.g.dart'],
  ['generated', 'clients/java/.openapi-generator/FILES'],
  ['generated', 'gradlew'],
  ['generated', 'cli/testdata/inject_full.golden.yml'],
  ['generated', 'ops/helm/orders/rendered/single.yaml'],
  ['generated', '.idea/orders.iml'],
  ['generated', 'src/Orders.feature.cs'],
  ['lock', 'mise.lock'],
  ['lock', 'tools/.mise/mise.lock'],
  ['vendored', 'site/assets/jquery-3.7.1.js'],
  ['vendored', 'site/MathJax/config/default.js'],
  ['vendored', 'admin/lib/ace-builds/mode-sql.js'],
  ['vendored', 'm4/libtool.m4'],
  ['vendored', 'vendor/github.com/acme/clock/clock.go'],
  ['vendored', 'services/mail/vendor/golang.org/x/text/width.go'],
  ['vendored', 'public/vendor/chart.js'],
  ['vendored', 'third_party/zlib/inflate.c'],
  ['vendored', 'web/node_modules/left/index.js'],
  ['vendored', 'ios/Pods/Alamofire/Session.swift'],
  ['vendored', '.yarn/releases/yarn-4.5.0.cjs'],
  ['vendored', 'docs/static/swagger-ui-bundle.js'],
  ['vendored', 'python/app/_vendor/toml/parser.py'],
];

const byHand: readonly string[] = [
  'src/generator.go',
  'internal/codegen/generate.go',
  'pkg/lint/is_generated.go',
  'src/generated-reports/report.ts',
  'src/generatedness.ts',
  'vendor-api/handler.ts',
  'app/models/vendor/invoice.rb',
  'src/vendor/handler.ts',
  'src/vendors/list.ts',
  'distribution/mirror.go',
  'deploy/dist/orders.service',
  'src/distance.js',
  'src/dist/mirror.js',
  'packages/routes/src/dist/table.js',
  'dist/sign.ts',
  'src/auth_connect.ts',
  'models/pump.mo',
  'src/locking.ts',
  'src/lock.ts',
  'database.lock.ts',
  'cmd/builder/main.go',
  'build/testing/integration.go',
  'builder/stage.go',
  'internal/mock_server.go',
  'pkg/mock/clock.go',
  'pkg/mocks/README.md',
  'src/minify.js',
  'src/admin.js',
  'src/snapshot/take.go',
  'db/migrate/20260304101500_add_index_to_orders.rb',
  'schema.rb',
  'billing/structure.sql',
  'pkg/report/testdata/quarter.json',
  'third_party/BUILD.bazel',
  'third_party/zlib/inflate-bounds.patch',
  '.yarn/patches/left-npm-1.0.0.patch',
  'pkg/pods/list.go',
  'proto/orders.proto',
  'src/pb.go',
  '.pb.go',
  'locale/sv/messages.po',
  'src/__proto__/constructor.ts',
  'src/golden.go',
  'src/rendered/page.ts',
  'docs/rendered/page.yaml',
  'pkg/cache/cache.go',
  'pkg/env/env.go',
  'internal/external/partner.go',
  'packages/orders.v2.0/handler.go',
  '.github/workflows/ci.yml',
  '.github/CODEOWNERS',
  'Jenkinsfile',
  'tests/fixtures/orders.json',
  'parser/testdata/orders.json',
  'types/orders.d.ts',
  'web/src/bootstrap.js',
  'web/src/effects.js',
  'gradle/wrapper/gradle-wrapper.properties',
  'app/vendor/my.inventory.ts',
  'configure',
  '.gitignore',
  'src/react-orders.js',
  'deps/pool.go',
  'Manifest.toml',
  '',
];

describe('files that nobody wrote by hand', () => {
  test.each(written)('%s: %s', (kind, path) => {
    const noise = noiseOfFile(file(path));
    expect(noise?.kind).toBe(kind);
    expect(noise?.reason).toMatch(/^[A-Z][^\n]{10,90}\.$/u);
  });

  test.each(byHand)('kept: %s', (path) => {
    expect(noiseOfFile(file(path))).toBeNull();
  });

  test("the repository's own attribute comes first", () => {
    const path = 'api/client.ts';
    expect(noiseOfFile({ ...file(path), attribute: 'generated' })?.kind).toBe('generated');
    expect(noiseOfFile({ ...file('go.sum'), attribute: 'vendored' })?.kind).toBe('vendored');
    expect(noiseOfFile({ ...file(path), attribute: 'documentation' })).toBeNull();
  });

  test.each(['dist/sign.js', 'vendor/ledger/book.go', 'src/generated/table.ts', 'web/jquery-3.7.1.js'])(
    'what the repository calls its own is kept: %s',
    (path) => {
      expect(noiseOfFile(file(path))).not.toBeNull();
      expect(noiseOfFile({ ...file(path), attribute: 'handwritten' })).toBeNull();
    },
  );

  test('a lock file shown in reviews is a lock file', () => {
    expect(noiseOfFile({ ...file('go.sum'), attribute: 'handwritten' })?.kind).toBe('lock');
  });
});

describe('handwritten', () => {
  test('keeps what people wrote and counts the rest by reason, most first', () => {
    const files = ['go.mod', 'go.sum', 'a.pb.go', 'b.pb.go', 'orders/search.go'].map((path) => file(path));
    const { files: kept, leftOut } = handwritten(files);
    expect(kept.map((one) => one.path)).toEqual(['go.mod', 'orders/search.go']);
    expect(leftOut.map(({ kind, count }) => [kind, count])).toEqual([
      ['generated', 2],
      ['lock', 1],
    ]);
  });

  test('loses no file and invents none', () => {
    const path = fc.oneof(
      fc.constantFrom(...written.map(([, one]) => one), ...byHand),
      fc.string({ unit: 'grapheme' }),
      fc
        .array(fc.constantFrom('vendor', 'dist', '.yarn', '', 'src', '..', 'generated', 'Carthage'), {
          maxLength: 9,
        })
        .map((parts) => parts.join('/')),
    );
    fc.assert(
      fc.property(fc.array(path), (paths) => {
        const files = paths.map((one) => file(one));
        const { files: kept, leftOut } = handwritten(files);
        const left = leftOut.reduce((sum, row) => sum + row.count, 0);
        expect(kept.length + left).toBe(files.length);
        expect(kept).toEqual(files.filter((one) => noiseOfFile(one) === null));
        expect(new Set(leftOut.map((row) => row.reason)).size).toBe(leftOut.length);
      }),
    );
  });

  test('a path without end is judged without harm', () => {
    expect(noiseOfFile(file('a/'.repeat(500_000)))).toBeNull();
    expect(noiseOfFile(file(`${'a/'.repeat(500_000)}go.sum`))?.kind).toBe('lock');
  });
});

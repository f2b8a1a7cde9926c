import type { FileNoise } from './verdict.ts';
import {
  buildOutput,
  catalogue,
  codeGenerator,
  copied,
  designer,
  installed,
  lock,
  minified,
  protobuf,
  recorded,
  wrapper,
} from './reasons.ts';

/** Whole file names that only tools write. */
export const fileNames: ReadonlyMap<string, FileNoise> = named([
  [
    lock,
    `package-lock.json npm-shrinkwrap.json yarn.lock pnpm-lock.yaml bun.lock bun.lockb deno.lock go.sum go.work.sum
     Gopkg.lock glide.lock Cargo.lock poetry.lock uv.lock pdm.lock pixi.lock Pipfile.lock Gemfile.lock gems.locked
     composer.lock mix.lock rebar.lock pubspec.lock Podfile.lock Cartfile.resolved Package.resolved packages.lock.json
     paket.lock gradle.lockfile buildscript-gradle.lockfile .terraform.lock.hcl Chart.lock flake.lock
     MODULE.bazel.lock maven_install.json cabal.project.freeze stack.yaml.lock conan.lock shard.lock renv.lock
     jsonnetfile.lock.json`,
  ],
  [
    codeGenerator,
    `wire_gen.go bindata.go migration_lock.toml .pnp.cjs .pnp.js .pnp.loader.mjs generated_plugins.cmake
     generated_plugin_registrant.cc generated_plugin_registrant.h GeneratedPluginRegistrant.java
     GeneratedPluginRegistrant.swift GeneratedPluginRegistrant.m GeneratedPluginRegistrant.h`,
  ],
  [wrapper, 'gradlew gradlew.bat gradle-wrapper.jar mvnw mvnw.cmd maven-wrapper.jar'],
  [
    copied,
    `.cargo-checksum.json swagger-ui-bundle.js swagger-ui-standalone-preset.js swagger-ui.js swagger-ui.css
     swagger-ui-es-bundle.js redoc.standalone.js jquery.js config.guess config.sub libtool.m4`,
  ],
]);

/** Endings of file names, by what follows their last dot, longest meaning first. */
export const fileEndings: ReadonlyMap<string, readonly (readonly [ending: string, noise: FileNoise])[]> =
  byExtension([
    [
      protobuf,
      `.pb.go .pb.gw.go .connect.go .twirp.go .drpc.go _pb2.py _pb2.pyi _pb2_grpc.py _pb2_grpc.pyi .pb.cc .pb.h
       .pb.cpp .pb.ts .pb.js .pb.d.ts _pb.ts _pb.js _pb.d.ts _grpc_pb.js _grpc_pb.d.ts  _pb.rb _services_pb.rb
       .pb.swift .grpc.swift .pb.dart .pbenum.dart .pbgrpc.dart .pbjson.dart .pb.rs .pb.php .binpb`,
    ],
    [
      codeGenerator,
      `.gen.go _easyjson.go _ffjson.go _templ.go .sql.go .deepcopy.go .gen.ts .gen.tsx .gen.js .gen.py .gen.rs .gen.dart
       .g.dart .freezed.dart .gr.dart .mocks.dart .g.cs .g.i.cs .gql.dart`,
    ],
    [designer, '.designer.cs .Designer.cs .designer.vb .Designer.vb'],
    [minified, '.min.js .min.mjs .min.cjs .min.css .min.html -min.js -min.css'],
    [buildOutput, '.js.map .mjs.map .cjs.map .css.map .d.ts.map .pyc .class .o .tsbuildinfo'],
    [catalogue, '.pot'],
    [recorded, '.snap .ambr .golden'],
  ]);

/** Folders whose content somebody else wrote or a tool installed, wherever they stand. */
export const folderNames: ReadonlyMap<string, FileNoise> = named([
  [
    installed,
    'node_modules bower_components jspm_packages site-packages Pods .pnpm elm-stuff .terraform .bundle',
  ],
  [copied, '_vendor Godeps third_party swagger-ui swagger-ui-dist'],
  [codeGenerator, 'generated __generated__ .openapi-generator .swagger-codegen .sqlx'],
  [buildOutput, '__pycache__ .next .nuxt .svelte-kit'],
  [recorded, '__snapshots__ vcr_cassettes'],
]);

/** The same, but only at the top of the repository: deeper down the words have other meanings. */
export const topFolderNames: ReadonlyMap<string, FileNoise> = named([
  [copied, 'vendor third-party thirdparty'],
]);

function named(rows: readonly (readonly [FileNoise, string])[]): ReadonlyMap<string, FileNoise> {
  return new Map(rows.flatMap(([noise, names]) => words(names).map((name) => [name, noise] as const)));
}

function byExtension(rows: readonly (readonly [FileNoise, string])[]) {
  const found = new Map<string, (readonly [string, FileNoise])[]>();
  for (const [noise, endings] of rows) {
    for (const ending of words(endings)) {
      const extension = ending.slice(ending.lastIndexOf('.') + 1);
      found.set(extension, [...(found.get(extension) ?? []), [ending, noise]]);
    }
  }
  return found;
}

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/u);
}

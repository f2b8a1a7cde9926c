import type { FileChange } from '../facts.ts';

/** Files in which a project names what it depends on. */
const dependencyNames: ReadonlySet<string> = new Set(
  `package.json go.mod go.work Cargo.toml pyproject.toml setup.py setup.cfg Pipfile Gemfile pom.xml build.gradle
   build.gradle.kts settings.gradle dependencies.gradle libs.versions.toml gradle-wrapper.properties composer.json mix.exs
   pubspec.yaml Package.swift Podfile Cartfile packages.config Directory.Packages.props Directory.Build.props global.json
   jsonnetfile.json Chart.yaml requirements.yaml helmfile.yaml WORKSPACE MODULE.bazel .bazelversion .tool-versions .nvmrc
   .node-version .python-version .ruby-version .go-version .terraform-version .pre-commit-config.yaml rust-toolchain
   rust-toolchain.toml flake.nix build.sbt plugins.sbt deps.edn project.clj cpanfile stack.yaml pnpm-workspace.yaml mise.toml
   .mise.toml environment.yml conda.yml versions.tf .gitmodules`.split(/\s+/u),
);

const dependencyEndings = [
  '.gemspec',
  '.csproj',
  '.fsproj',
  '.nuspec',
  '.podspec',
  '.dockerfile',
  '.Dockerfile',
  '.mod',
];

/** Files that follow a bump or a release without being its point. */
const companionNames: ReadonlySet<string> = new Set(
  `CHANGELOG.md CHANGELOG CHANGES CHANGES.md CHANGELOG.rst CHANGES.rst HISTORY.md NEWS.md RELEASES.md README.md values.yaml
   Makefile LICENSE-binary LICENSE-3rdparty.csv NOTICE NOTICE-binary THIRD-PARTY-NOTICES.txt gradle.properties VERSION
   VERSION.txt version.txt .version lerna.json .release-please-manifest.json manifest.json build.info revisions.json`.split(
    /\s+/u,
  ),
);

/** Whether the file says which versions of what are used: package manifests, image files, workflow files. */
export function isDependencyFile(path: string): boolean {
  const name = nameOf(path);
  if (dependencyNames.has(name) || /^Dockerfile\b/u.test(name)) return true;
  if (/^(?:requirements|constraints)[\w.-]{0,40}\.(?:txt|in)$/u.test(name)) return true;
  if (path.startsWith('requirements/') && /\.(?:txt|in)$/u.test(name)) return true;
  if (/^(?:docker-)?compose[\w.-]{0,40}\.ya?ml$/u.test(name)) return true;
  return isWorkflow(path) || dependencyEndings.some((ending) => name.endsWith(ending));
}

/** Changelogs, licence lists, version numbers, release notes: they come along. */
export function isCompanion(path: string): boolean {
  return companionNames.has(nameOf(path)) || /(?:^|\/)\.(?:changeset|server-changes|changes)\//u.test(path);
}

/** A file whose whole content is the version: `version.go`, `_version.py`, `__init__.py`, `version.rb`. */
export function isVersionFile(path: string): boolean {
  return /^(?:_{0,2}version_{0,2}|__init__|__about__|AssemblyInfo|build_?info)\.\w{1,5}$/iu.test(
    nameOf(path),
  );
}

export function isDocument(path: string): boolean {
  return /\.(?:md|mdx|rst|adoc|txt)$/u.test(path) || /^docs?\/.{0,300}\.html$/u.test(path);
}

/** Whether a change touches documents and nothing else by hand. */
export function documentsOnly(own: readonly FileChange[]): boolean {
  return own.length > 0 && own.every((file) => isDocument(file.path));
}

/** A file that people program in: neither a manifest nor a companion nor a document. */
export function isSource(file: FileChange): boolean {
  const { path } = file;
  return !(isDependencyFile(path) || isCompanion(path) || isVersionFile(path) || isDocument(path));
}

/** How a project is built and opened, rather than what it does: workflows, editors, git's own files. */
export function isSetUp(path: string): boolean {
  if (isWorkflow(path) || /^\.(?:git\w+|editorconfig|envrc)$/u.test(nameOf(path))) return true;
  return /(?:^|\/)\.(?:devcontainer|vscode|idea)\//u.test(path);
}

function isWorkflow(path: string): boolean {
  if (!/\.ya?ml$/u.test(path)) return false;
  return /(?:^|\/)(?:\.github\/(?:workflows|actions)|\.circleci|\.gitlab|\.buildkite|\.drone)\//u.test(path);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

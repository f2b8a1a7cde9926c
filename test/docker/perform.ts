import { execFile } from 'node:child_process';
import { chmod, copyFile, cp, mkdir, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { readCommand, readEnvironment } from './dockerfile.ts';
import type { Stage, Step } from './dockerfile.ts';

/** What the steps of one stage left. */
export type Image = {
  /** The folder that stands for `/`. */
  readonly root: string;
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly user: string;
  readonly command: readonly string[];
  readonly health: readonly string[];
  readonly port: number | null;
};

export type Context = {
  readonly root: string;
  readonly isIgnored: (path: string) => boolean;
  /** Puts what the base image brings under the folder that stands for `/`. */
  readonly giveBase: (root: string) => Promise<void>;
  /** What RUN finds around it: where programs are, and where npm keeps its downloads. */
  readonly environment: NodeJS.ProcessEnv;
};

/** Does what `docker build` would, in `folder`, with a folder for each stage in place of a file system. */
export async function performSteps(
  stages: readonly Stage[],
  context: Context,
  folder: string,
): Promise<Image> {
  const images = new Map<string, Image>();
  let last: Image | null = null;
  for (const [index, stage] of stages.entries()) {
    last = await performStage(stage, { context, images, root: join(folder, `stage-${index}`) });
    if (stage.name !== null) images.set(stage.name, last);
  }
  if (last === null) throw new Error('The Dockerfile makes nothing.');
  return last;
}

type Surroundings = {
  readonly context: Context;
  readonly images: ReadonlyMap<string, Image>;
  readonly root: string;
};

async function performStage(stage: Stage, around: Surroundings): Promise<Image> {
  const { root, context } = around;
  await context.giveBase(root);
  let image: Image = {
    root,
    folder: '/',
    environment: {},
    user: 'root',
    command: [],
    health: [],
    port: null,
  };
  for (const step of stage.steps) {
    const perform = instructions[step.instruction];
    if (perform === undefined)
      throw new Error(`Line ${step.line}: ${step.instruction} is not understood here.`);
    image = await perform(step, image, around);
  }
  return image;
}

/** What the base image brings. */
export async function giveNode(root: string): Promise<void> {
  const program = join(root, 'usr/local/bin/node');
  await mkdir(join(program, '..'), { recursive: true });
  await copyFile(process.execPath, program);
  await chmod(program, 0o755);
}

type Perform = (step: Step, image: Image, around: Surroundings) => Promise<Image>;

const instructions: Readonly<Record<string, Perform>> = {
  WORKDIR: async ({ text }, image) => {
    await mkdir(join(image.root, text), { recursive: true });
    return { ...image, folder: text };
  },
  ENV: async (step, image) => ({
    ...image,
    environment: { ...image.environment, ...readEnvironment(step) },
  }),
  COPY: async (step, image, around) => {
    await copy(step, image, around);
    return image;
  },
  RUN: async (step, image, { context }) => {
    await run(step, image, context);
    return image;
  },
  USER: async ({ text }, image) => ({ ...image, user: text }),
  EXPOSE: async ({ text }, image) => ({ ...image, port: Number(text) }),
  HEALTHCHECK: async ({ text, line }, image) => ({
    ...image,
    health: readCommand({ text: text.replace(/^CMD\s+/u, ''), line }),
  }),
  CMD: async (step, image) => ({ ...image, command: readCommand(step) }),
};

/** A folder is copied as what is in it; into a name that ends with `/`, or is `.`, things keep their own names. */
async function copy(
  { text, flags, line }: Step,
  image: Image,
  { context, images }: Surroundings,
): Promise<void> {
  const { from, ...unknown } = flags;
  const source = from === undefined ? null : images.get(from);
  if (Object.keys(unknown).length > 0 || source === undefined || /["'*?$]/u.test(text))
    throw new Error(`Line ${line}: this COPY is not understood here.`);
  const names = text.split(/\s+/u);
  const to = names.pop() ?? '';
  const into = join(image.root, to.startsWith('/') ? '' : image.folder, to);
  for (const name of names) {
    const place = join(source?.root ?? context.root, name);
    const keepsName = /(?:^|\/)\.?\/?$/u.test(to) && (await stat(place)).isFile();
    await cp(place, keepsName ? join(into, basename(name)) : into, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => source !== null || path === place || !context.isIgnored(relative(context.root, path)),
    });
  }
}

/** As the shell of the image would run it. Only what stands relative to WORKDIR can be done in a folder. */
async function run({ text, line }: Step, image: Image, context: Context): Promise<void> {
  if (/(?:^|[\s='":])\//u.test(text)) throw new Error(`Line ${line}: RUN names a path that begins with /.`);
  const cwd = join(image.root, image.folder);
  const env = { ...context.environment, ...image.environment };
  try {
    await promisify(execFile)('sh', ['-c', `umask 022; ${text}`], { cwd, env, maxBuffer: 2 ** 26 });
  } catch (cause) {
    const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr) : '';
    throw new Error(`Line ${line} failed: RUN ${text}\n${said}`, { cause });
  }
}

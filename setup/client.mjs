import { delimiter, join } from 'node:path';
import { run } from './child.mjs';
import { stampClient } from './state.mjs';
import { Trouble } from './trouble.mjs';

/** Generates the database client from prisma/schema.prisma. What Prisma prints is shown only when it fails. */
export async function generateClient(paths, { say, watch }) {
  const heard = [];
  const { program, given } = prismaCommand(paths);
  const code = await run(program, given, {
    cwd: paths.root,
    env: prismaEnvironment(paths),
    hear: (text) => heard.push(text),
    ...watch(say),
  });
  if (code !== 0) throw new Trouble(`${heard.join('').trim()}\n${failed(code)}`);
  stampClient(paths);
}

function prismaCommand(paths) {
  const prisma = join(paths.modules, '.bin', 'prisma');
  if (process.platform !== 'win32') return { program: prisma, given: ['generate'] };
  return { program: 'cmd.exe', given: ['/d', '/s', '/c', `${prisma}.cmd`, 'generate'] };
}

function prismaEnvironment(paths) {
  const bin = join(paths.modules, '.bin');
  const path = [bin, process.env.PATH ?? ''].join(delimiter);
  return {
    ...process.env,
    PATH: path,
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    NO_COLOR: '1',
  };
}

function failed(code) {
  return `Prisma could not generate the database client from prisma/schema.prisma (it ended with ${code}; what it said is above). Correct the schema and run the same command again.`;
}

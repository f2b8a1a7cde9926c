import type { FileNoise } from './verdict.ts';

function generated(reason: string): FileNoise {
  return { kind: 'generated', reason };
}

function vendored(reason: string): FileNoise {
  return { kind: 'vendored', reason };
}

/** The repository's own word comes first; the rest are places and names that tools write. */
export const markedGenerated = generated('The repository marks this file as generated.');
export const markedVendored = vendored('The repository marks this file as vendored.');

export const lock: FileNoise = {
  kind: 'lock',
  reason: 'A package manager writes this lock file.',
};

export const protobuf = generated('A compiler writes this code from an interface definition.');
export const codeGenerator = generated('A code generator writes this file.');
export const designer = generated('An editor writes this designer file.');
export const mock = generated('A tool writes this mock from the interface.');
export const minified = generated('A bundler writes this minified file.');
export const buildOutput = generated('A build writes this output.');
export const catalogue = generated('A tool collects this translation catalogue from the source.');
export const wrapper = generated('The build tool writes its own start script.');
export const recorded = generated('The tests record this expected output themselves.');
export const schemaDump = generated('A tool dumps this schema from the migrations, which count themselves.');

export const installed = vendored('A package manager installs this folder.');
export const copied = vendored("This is a copy of somebody else's code.");

/** Whatever else GitHub's Linguist names, which keeps such lists for all languages. */
export const listedGenerated = generated("GitHub's list of files that tools write names it.");
export const listedVendored = vendored("GitHub's list of copied code names it.");

const accompanying: ReadonlySet<FileNoise> = new Set([recorded, schemaDump]);

/** Whether such a file follows human work so closely that, standing alone, it may be that work. */
export function followsHandwork(noise: FileNoise): boolean {
  return accompanying.has(noise);
}

import { compileFramework } from './compile.ts';
import type { Framework } from './compile.ts';
import { loadPack } from './load.ts';
import { markOf } from './mark.ts';
import { ownPack } from './own.ts';
import type { BuiltPack, Fault } from './own.ts';
import { ownFrameworkJsonSchema, ownFrameworkSchema } from './own-schema.ts';
import type { OwnFramework } from './own-schema.ts';
import type { Pack } from './schema.ts';

/** Which framework an organisation's work is judged by. Plain data, kept with its rules. */
export type FrameworkChoice = {
  /** A pack's name, or the name of the organisation's own file. */
  readonly named: string;
  /** What that file says; null where a pack is taken as it is. */
  readonly own: OwnFramework | null;
};

export type Chosen = {
  readonly framework: Framework;
  /** Changes with anything in the framework: evidence with another one was judged by another. */
  readonly mark: string;
};

/** The packs that come with the app, and what organisations make of them. */
export type Frameworks = {
  readonly names: readonly string[];
  /** What holds while nobody chose. */
  readonly usual: FrameworkChoice;
  /** Whatever cannot be had, such as a pack that is gone, is replaced by the usual one. */
  of(choice: FrameworkChoice): Chosen;
  /** What an organisation's file stands for, or what is wrong in it. */
  build(own: OwnFramework): BuiltPack;
  /** How such a file is read: its schema, and what no schema sees. */
  readonly file: {
    readonly schema: typeof ownFrameworkSchema;
    readonly jsonSchema: typeof ownFrameworkJsonSchema;
    readonly faults: (own: OwnFramework) => readonly Fault[];
  };
};

/** Compiled ones that are kept at hand. */
const mostKept = 30;

/** Of the packs the first is the usual one. @throws PackRefused where one of them has a fault. */
export function createFrameworks(packs: readonly [unknown, ...unknown[]]): Frameworks {
  const loaded = packs.map(loadPack);
  const [first] = loaded;
  if (first === undefined) throw new TypeError('At least one pack is needed.');
  const kept = new Map<string, Chosen>();
  return {
    names: loaded.map(({ name }) => name),
    usual: { named: first.name, own: null },
    build: (own) => ownPack(own, loaded),
    file: {
      schema: ownFrameworkSchema,
      jsonSchema: ownFrameworkJsonSchema,
      faults: (own) => ownPack(own, loaded).faults,
    },
    of(choice) {
      const key = JSON.stringify(choice);
      const known = kept.get(key);
      if (known !== undefined) return known;
      const pack = packOf(choice, loaded) ?? first;
      const chosen = { framework: compileFramework(pack), mark: markOf(pack) };
      if (kept.size >= mostKept) kept.clear();
      kept.set(key, chosen);
      return chosen;
    },
  };
}

function packOf({ named, own }: FrameworkChoice, packs: readonly Pack[]): Pack | null {
  if (own === null) return packs.find(({ name }) => name === named) ?? null;
  // What an earlier version of the app kept lacks whatever such files could not say then.
  const { data } = ownFrameworkSchema.safeParse(own);
  return data === undefined ? null : ownPack(data, packs).pack;
}

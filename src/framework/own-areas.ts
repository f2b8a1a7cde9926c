import { notable } from './load.ts';
import type { OwnFramework } from './own-schema.ts';
import type { Area, Pack } from './schema.ts';

/** What is wrong at one place of an organisation's file. */
export type Fault = { readonly path: readonly (string | number)[]; readonly sentence: string };

type OwnArea = OwnFramework['areas'][string];

/** The areas of an organisation, and what the weights of the pack mean for them. */
export type OwnAreas = {
  readonly areas: readonly Area[];
  /** Area of the pack → the name under which its weights go on. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Area of the pack → the area that it counts as. */
  readonly mapped: ReadonlyMap<string, string>;
};

/** Areas that stay, are called otherwise, are new, or take in others; in the order of the pack, new ones last. */
export function ownAreas({ areas: own }: OwnFramework, pack: Pack): OwnAreas {
  const mapped = mappedIn(own);
  const known = new Map(pack.areas.map((area) => [area.key, area]));
  const inOrder = pack.areas.map(({ key }) => mapped.get(key) ?? key);
  const keys = [...new Set([...inOrder, ...Object.keys(own).filter((key) => !mapped.has(key))])];
  const renamed = new Map<string, string>();
  const areas = keys.map((key) => {
    const sources = [...mapped].filter(([, target]) => target === key).map(([source]) => source);
    const [first] = sources;
    // A new area goes on with what was learnt of the first that counts as it.
    if (!known.has(key) && first !== undefined) renamed.set(first, key);
    const also = known.has(key) ? [...(known.get(key)?.alsoAs ?? []), ...sources] : sources.slice(1);
    return areaOf(key, known.get(key), own[key], also);
  });
  return { areas, renamed, mapped };
}

function areaOf(key: string, old: Area | undefined, own: OwnArea | undefined, also: readonly string[]): Area {
  const levels = own?.levels ?? old?.levels;
  return {
    key,
    title: own?.title ?? old?.title ?? key,
    means: own?.means ?? old?.means ?? key,
    question: own?.question ?? old?.question ?? key,
    ...(levels === undefined ? {} : { levels }),
    ...(also.length === 0 ? {} : { alsoAs: [...also] }),
  };
}

function mappedIn(own: OwnFramework['areas']): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(own).flatMap(([key, area]) =>
      area.counts_as === undefined ? [] : [[key, area.counts_as] as const],
    ),
  );
}

export function faultsOfAreas({ areas: own }: OwnFramework, pack: Pack): readonly Fault[] {
  return Object.entries(own).flatMap(([key, area]) =>
    area.counts_as === undefined ? faultsOfArea(key, area, pack) : faultsOfMapping(key, area, own, pack),
  );
}

function faultsOfArea(key: string, area: OwnArea, pack: Pack): readonly Fault[] {
  const path = ['areas', key];
  if (key === notable) return [{ path, sentence: `\`${notable}\` is taken. Choose another name.` }];
  if (pack.areas.some((known) => known.key === key)) return [];
  const missing = (['title', 'means', 'question'] as const).filter((part) => area[part] === undefined);
  if (missing.length === 0) return [];
  const names = missing.map((part) => `\`${part}\``).join(', ');
  return [
    { path, sentence: `${pack.name} has no area \`${key}\`, so it is a new one, which needs ${names}.` },
  ];
}

function faultsOfMapping(
  key: string,
  area: OwnArea,
  own: OwnFramework['areas'],
  pack: Pack,
): readonly Fault[] {
  const path = ['areas', key, 'counts_as'];
  const target = area.counts_as ?? '';
  const names = pack.areas.map((known) => known.key);
  if (!names.includes(key))
    return [{ path, sentence: `${pack.name} has no area \`${key}\` that could count as another.` }];
  if (Object.keys(area).length > 1)
    return [
      { path, sentence: 'An area that counts as another has no words of its own. Delete the other keys.' },
    ];
  const goesOn = own[target]?.counts_as !== undefined;
  if (target === key || goesOn)
    return [{ path, sentence: 'Name an area that stays one. This one counts as another itself.' }];
  if (names.includes(target) || own[target] !== undefined) return [];
  return [
    { path, sentence: `There is no area \`${target}\`. Name one of ${pack.name}, or describe it here.` },
  ];
}

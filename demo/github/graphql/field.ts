import type { State } from '../state.ts';
import type { House } from '../router.ts';
import type { Caller } from '../tokens.ts';
import type { Cost } from './cost.ts';
import type { Kind, ThingOf } from './thing.ts';

/** Who asks, for all fields of one request. */
export type Asking = {
  readonly house: House;
  readonly state: State;
  readonly base: string;
  readonly caller: Caller;
  readonly cost: Cost;
};

/** One field as it is asked for. */
export type Asked = Asking & {
  readonly field: string;
  /** The arguments, with the schema's defaults. */
  readonly given: Readonly<Record<string, unknown>>;
};

export type Field<K extends Kind> = {
  /** The arguments that are understood. Others are refused: an argument must not be passed over in silence. */
  readonly takes: readonly string[];
  readonly answer: (thing: ThingOf<K>, asked: Asked) => unknown;
};

/** The fields of one type, by name. */
export type Fields<K extends Kind> = Readonly<Record<string, Field<K> | Field<K>['answer']>>;

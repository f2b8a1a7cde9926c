import { GiveUp, reasonOf, RetryLater } from '../../errors.ts';

export type State = 'good' | 'attention' | 'wrong';

/** What one look gave. `says` and `do` may hold other people's words; they are made plain where they are shown. */
export type Finding = {
  readonly state: State;
  readonly says: string;
  /** What to do about it; null where there is nothing to do. */
  readonly do: string | null;
};

export type Check = {
  readonly name: string;
  look(): Promise<readonly Finding[]>;
};

export type CheckedUp = { readonly name: string; readonly findings: readonly Finding[] };

export function good(says: string): Finding {
  return { state: 'good', says, do: null };
}

export function attention(says: string, advice: string | null = null): Finding {
  return { state: 'attention', says, do: advice };
}

export function wrong(says: string, advice: string | null = null): Finding {
  return { state: 'wrong', says, do: advice };
}

const longest = 120_000;

/** Looks, and turns whatever goes wrong while looking into a finding: no check hides the others. */
export async function checkUp(check: Check, limit: number = longest): Promise<CheckedUp> {
  const { name } = check;
  const late = Promise.withResolvers<readonly Finding[]>();
  const tooLate = wrong(
    `There was no answer within ${limit / 1000} seconds.`,
    'Look at the network and try again.',
  );
  const timer = setTimeout(() => late.resolve([tooLate]), limit);
  try {
    return { name, findings: await Promise.race([check.look(), late.promise]) };
  } catch (error) {
    return { name, findings: [findingOf(error)] };
  } finally {
    clearTimeout(timer);
  }
}

function findingOf(error: unknown): Finding {
  if (error instanceof NotOpen) return attention(error.message);
  if (error instanceof GiveUp) return wrong(error.reason);
  if (error instanceof RetryLater)
    return wrong(error.message, `Try again after ${error.when.toISOString().slice(0, 16)} UTC.`);
  return wrong(`It could not be looked at: ${withoutSecrets(reasonOf(error))}`);
}

/** Addresses in messages may carry a password. */
function withoutSecrets(text: string): string {
  return text.slice(0, 1000).replaceAll(/\/\/[^\s/@]{0,300}@/gu, '//…@');
}

/** What a check needs did not open; another check has said why. */
export class NotOpen extends Error {
  override readonly name = 'NotOpen';

  constructor(what: string) {
    super(`Not looked at, because of what is said above about ${what}.`);
  }
}

/** Opens something once, for the check that is about it; for all others it is there, or NotOpen. */
export type Opened<T> = {
  readonly itself: () => Promise<T>;
  readonly forOthers: () => Promise<T>;
  readonly wasAsked: () => boolean;
};

export function openOnce<T>(what: string, open: () => Promise<T> | T): Opened<T> {
  let opened: Promise<T> | null = null;
  const itself = (): Promise<T> => (opened ??= Promise.try(open));
  return {
    itself,
    wasAsked: () => opened !== null,
    forOthers: () =>
      itself().catch(() => {
        throw new NotOpen(what);
      }),
  };
}

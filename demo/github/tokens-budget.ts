/** The two budgets that GitHub keeps apart. */
export type Resource = 'core' | 'graphql';

export type Budget = {
  readonly limit: number;
  readonly used: number;
  /** Milliseconds since 1970, in real time. */
  readonly resetAt: number;
};

/** How often one kind of caller called one route. */
export type RequestCount = {
  readonly caller: 'app' | 'installation' | 'user' | 'nobody';
  /** `GET /repos/:owner/:repo`. */
  readonly route: string;
  readonly count: number;
};

export type Budgets = {
  /** Takes from the budget of a holder; false where too little is left, and then nothing is taken. */
  take(holder: string, resource: Resource, cost: number): boolean;
  budget(holder: string, resource: Resource): Budget;
  count(caller: RequestCount['caller'], route: string): void;
  requests(): readonly RequestCount[];
};

const HOUR = 3_600_000;

/** Budgets by holder, each for an hour of real time from its first use. */
export function openBudgets(limit: number, now: () => number): Budgets {
  const budgets = new Map<string, { used: number; resetAt: number }>();
  const counts = new Map<string, RequestCount>();
  function open(holder: string, resource: Resource): { used: number; resetAt: number } {
    const key = `${resource} ${holder}`;
    const known = budgets.get(key);
    if (known !== undefined && known.resetAt > now()) return known;
    const fresh = { used: 0, resetAt: now() + HOUR };
    budgets.set(key, fresh);
    return fresh;
  }
  return {
    take(holder, resource, cost) {
      const budget = open(holder, resource);
      if (budget.used + cost > limit) return false;
      budget.used += cost;
      return true;
    },
    budget: (holder, resource) => ({ limit, ...open(holder, resource) }),
    count(caller, route) {
      const key = `${caller} ${route}`;
      counts.set(key, { caller, route, count: (counts.get(key)?.count ?? 0) + 1 });
    },
    requests: () => [...counts.values()],
  };
}

/** What GitHub tells with every answer. */
export function budgetHeaders(budget: Budget, resource: Resource): Record<string, string> {
  return {
    'x-ratelimit-limit': String(budget.limit),
    'x-ratelimit-remaining': String(budget.limit - budget.used),
    'x-ratelimit-used': String(budget.used),
    'x-ratelimit-reset': String(Math.ceil(budget.resetAt / 1000)),
    'x-ratelimit-resource': resource,
  };
}

/** The same, as `/rate_limit` tells it. */
export function budgetBody(budget: Budget): {
  limit: number;
  used: number;
  remaining: number;
  reset: number;
} {
  const { limit, used } = budget;
  return { limit, used, remaining: limit - used, reset: Math.ceil(budget.resetAt / 1000) };
}

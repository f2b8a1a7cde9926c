import type { EmulatorContext } from 'emulate';
import { Refusal } from './actions/refusal.ts';
import { Problem } from './router-problem.ts';
import { budgetHeaders } from './tokens-budget.ts';
import type { Budgets, Resource } from './tokens-budget.ts';
import { holderOf } from './tokens.ts';
import type { Caller, Tokens } from './tokens.ts';
import type { World } from './world.ts';

/** The frame's application: what routes are hung on. */
export type Frame = EmulatorContext<object>['app'];

/** What all routes share. */
export type House = {
  readonly world: World;
  readonly tokens: Tokens;
  readonly budgets: Budgets;
  /** Sends a delivery again, by its number. */
  readonly redeliver: (delivery: number) => void;
  readonly page: PageFor;
};

/** The HTML of a page for people; null where there is none at this address. */
export type PageFor = (url: URL) => string | null | Promise<string | null>;

/** One request, understood. */
export type Call = {
  readonly house: House;
  readonly world: World;
  /** All addresses in answers begin with this, without a slash at the end. */
  readonly base: string;
  readonly caller: Caller;
  /** What the placeholders of the path stand for. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly url: URL;
  /** Empty where none was sent. */
  readonly body: Readonly<Record<string, unknown>>;
};

/** `body` is sent as JSON; undefined sends none. */
export type Answer = {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
};

export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `/repos/:owner/:repo`; `:path{.+}` takes slashes too. */
  readonly path: string;
  readonly answer: (call: Call) => Answer | Promise<Answer>;
};

type Context = Parameters<Parameters<Frame['get']>[1]>[0];

/**
 * Takes the REST routes, which cost one request each. A path that nobody built
 * answers 400 and says so: a 404 would read as a thing that is missing, a 5xx as an outage that passes.
 */
export function mountRoutes(frame: Frame, house: House, routes: readonly Route[]): void {
  for (const route of routes) {
    frame.on(route.method, route.path, (context) => handle(context, house, route, 'core'));
  }
  frame.notFound((context) => elsewhere(context, house));
}

/** Takes a route that pays for itself, as its cost is known only after reading the request. */
export function mountUnpaid(frame: Frame, house: House, route: Route): void {
  frame.on(route.method, route.path, (context) => handle(context, house, route, null));
}

async function handle(
  context: Context,
  house: House,
  route: Route,
  resource: Resource | null,
): Promise<Response> {
  let told: Readonly<Record<string, string>> = {};
  try {
    const caller = house.tokens.callerOf(context.req.header('authorization') ?? null);
    house.budgets.count(caller.kind, `${route.method} ${route.path}`);
    if (resource !== null) told = pay(house, caller, resource);
    const { status, body, headers } = await route.answer(await callOf(context, house, caller));
    return respond(status, body, { ...told, ...headers });
  } catch (error) {
    return refused(error, told);
  }
}

/** Takes from the caller's budget. Throws a Problem (403) where it is used up. */
export function pay(house: House, caller: Caller, resource: Resource, cost = 1): Record<string, string> {
  const holder = holderOf(caller);
  const enough = house.budgets.take(holder, resource, cost);
  const headers = budgetHeaders(house.budgets.budget(holder, resource), resource);
  if (enough) return headers;
  throw new Problem(403, `API rate limit exceeded for ${holder}.`, {
    ...headers,
    'x-ratelimit-remaining': '0',
  });
}

async function callOf(context: Context, house: House, caller: Caller): Promise<Call> {
  return {
    house,
    world: house.world,
    base: house.world.url,
    caller,
    parameters: context.req.param(),
    url: new URL(context.req.url),
    body: await bodyOf(context),
  };
}

async function bodyOf(context: Context): Promise<Readonly<Record<string, unknown>>> {
  const text = await context.req.text();
  if (text === '') return {};
  const body = parsed(text);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new Problem(400, 'Problems parsing JSON');
  }
  return Object.fromEntries(Object.entries(body));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function refused(error: unknown, told: Readonly<Record<string, string>>): Response {
  if (error instanceof Refusal) return respond(error.status, refusal(error, error.errors), told);
  if (error instanceof Problem)
    return respond(error.status, refusal(error, []), { ...told, ...error.headers });
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return respond(500, { message: `The local GitHub made a mistake: ${message}` }, told);
}

function refusal({ message, status }: Refusal | Problem, errors: readonly unknown[]): object {
  const told = errors.length === 0 ? {} : { errors };
  return { message, ...told, documentation_url: 'https://docs.github.com/rest', status: String(status) };
}

function respond(status: number, body: unknown, headers: Readonly<Record<string, string>>): Response {
  const text = body === undefined ? null : JSON.stringify(body);
  const type = {
    'content-type': 'application/json; charset=utf-8',
    'x-github-media-type': 'github.v3; format=json',
  };
  return new Response(text, { status, headers: { ...type, ...headers } });
}

/** What is no part of the interfaces: a page for people, if there is one, else a request that nobody built. */
async function elsewhere({ req }: Context, house: House): Promise<Response> {
  const page = req.method === 'GET' ? await house.page(new URL(req.url)) : null;
  if (page !== null) return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } });
  return respond(400, { message: `The local GitHub does not answer ${req.method} ${req.path}` }, {});
}

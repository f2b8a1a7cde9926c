import { numberParameter } from '../router-answers.ts';
import { invalid, notFound } from '../router-problem.ts';
import type { Answer, Call, Route } from '../router.ts';
import type { Delivery } from '../state.ts';
import { demandApp } from './needs.ts';

export const deliveryRoutes: readonly Route[] = [
  { method: 'GET', path: '/app/hook/deliveries', answer: deliveries },
  { method: 'POST', path: '/app/hook/deliveries/:id/attempts', answer: attempt },
];

/** Newest first, by cursor. What is still under way is not listed yet. */
function deliveries(call: Call): Answer {
  demandApp(call);
  const { searchParams } = call.url;
  const size = Math.min(100, Number(searchParams.get('per_page') ?? 30) || 30);
  const before = cursorIn(searchParams.get('cursor'));
  const status = searchParams.get('status');
  const all = call.world.state.deliveries
    .filter((one) => one.status !== null && (before === null || one.id < before))
    .filter((one) => status === null || (status === 'success') === succeeded(one))
    .toReversed();
  const page = all.slice(0, size);
  const last = page.at(-1);
  const headers: Record<string, string> =
    last === undefined || all.length <= size ? {} : { link: `<${next(call, last)}>; rel="next"` };
  return { status: 200, body: page.map((one) => item(one)), headers };
}

function attempt(call: Call): Answer {
  demandApp(call);
  const id = numberParameter(call, 'id');
  if (!call.world.state.deliveries.some((one) => one.id === id)) throw notFound();
  call.house.redeliver(id);
  return { status: 202, body: {}, headers: {} };
}

function cursorIn(cursor: string | null): number | null {
  if (cursor === null) return null;
  const id = /^v1_(\d+)$/.exec(cursor)?.[1];
  if (id === undefined) throw invalid('cursor is not valid.');
  return Number(id);
}

function next(call: Call, last: Delivery): string {
  const url = new URL(`${call.base}${call.url.pathname}${call.url.search}`);
  url.searchParams.set('cursor', `v1_${last.id}`);
  return url.href;
}

function succeeded({ status }: Delivery): boolean {
  return status !== null && status >= 200 && status < 400;
}

function item(delivery: Delivery): object {
  return {
    id: delivery.id,
    guid: delivery.guid,
    delivered_at: delivery.deliveredAt,
    redelivery: delivery.redelivery,
    duration: 0.03,
    status: inWords(delivery),
    status_code: delivery.status ?? 0,
    event: delivery.event,
    action: delivery.action,
    installation_id: delivery.installation,
    repository_id: delivery.repository,
    throttled_at: null,
  };
}

function inWords(delivery: Delivery): string {
  if (succeeded(delivery)) return 'OK';
  return delivery.status === 0 ? 'failed to connect to host' : `Invalid HTTP Response: ${delivery.status}`;
}

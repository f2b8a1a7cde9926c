import type { Pool } from 'pg';
import type { Delivery, DeliveryTable, Recorded } from '../ports/store.ts';
import { cleanText, cleanTextOrNull } from './columns.ts';

/** All that is needed of a pool of connections. */
export type Intake = Pick<Pool, 'query'>;

export function deliveryTable(intake: Intake): DeliveryTable {
  return { record: (delivery) => record(intake, delivery) };
}

type Row = { readonly new: boolean; readonly subject: string | null };

async function record(intake: Intake, delivery: Delivery): Promise<Recorded> {
  const { rows } = await intake.query<Row>({
    name: 'record-delivery',
    text: statement,
    values: valuesOf(delivery),
  });
  const { new: isNew = false, subject = null } = rows[0] ?? {};
  return { new: isNew, subject: subject === null ? null : Number(subject) };
}

function valuesOf(delivery: Delivery): unknown[] {
  return [
    cleanText(delivery.id),
    cleanText(delivery.event),
    cleanTextOrNull(delivery.action),
    delivery.account,
    delivery.installation,
    delivery.repository,
    delivery.subject?.kind ?? null,
    delivery.subject?.number ?? null,
    delivery.comment,
    delivery.actor,
    delivery.updatedAt,
    delivery.receivedAt,
  ];
}

/*
 * One statement, so it is kept whole or not at all. A dirty mark always grows, also within one millisecond: a gathering
 * that began before this delivery can never pass for one that has seen it. An account that is heard of through a subject
 * first (the delivery of its installation was lost) is work to do, too.
 */
const statement = `
  WITH delivery AS (
    INSERT INTO deliveries (id, event, action, account_id, installation_id, repository_id, kind, number,
                            comment_id, actor_id, updated_at, received_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
    ON CONFLICT (id) DO NOTHING
    RETURNING *
  ), subject AS (
    INSERT INTO subjects (account_id, repository_id, kind, number, installation_id, dirty_at)
    SELECT account_id, repository_id, kind, number, installation_id, received_at FROM delivery WHERE kind IS NOT NULL
    ON CONFLICT (account_id, repository_id, kind, number) DO UPDATE SET
      installation_id = coalesce(excluded.installation_id, subjects.installation_id),
      dirty_at = greatest(excluded.dirty_at, subjects.dirty_at + interval '1 ms')
    RETURNING id
  ), account AS (
    INSERT INTO accounts (id, installation_id, dirty_at)
    SELECT account_id, installation_id, received_at FROM delivery WHERE kind IS NULL
    ON CONFLICT (id) DO UPDATE SET
      installation_id = coalesce(excluded.installation_id, accounts.installation_id),
      dirty_at = greatest(excluded.dirty_at, accounts.dirty_at + interval '1 ms')
  ), unheard AS (
    INSERT INTO accounts (id, installation_id, dirty_at)
    SELECT account_id, installation_id, received_at FROM delivery WHERE kind IS NOT NULL
    ON CONFLICT (id) DO NOTHING
  )
  SELECT EXISTS (SELECT FROM delivery) AS new, (SELECT id FROM subject) AS subject`;

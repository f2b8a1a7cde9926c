const readme = `# harbour-payments

Takes payments for harbour's merchants, pays them out, and keeps the ledger.

harbour is invented, and so is everybody who works on this repository: it exists
so that Groundwork has half a year of work to show. The files hold numbered
lines instead of a program; titles, descriptions, paths and counts are the story.

## Run it

    scripts/setup.sh
    docker compose up

The API listens on port 8080. The first payment is in docs/onboarding.

## Where things are

- cmd/        one folder per process
- internal/   what the processes share
- migrations/ the database, step by step
- clients/    what we publish for merchants
- runbooks/   what to do at night
`;

const mailmap = `Adaeze Okafor <adaeze@harbour.example> adaeze <ada.okafor@post.example>
`;

const attributes = `gen/** linguist-generated
*.gen.go linguist-generated
*.gen.ts linguist-generated
third_party/** linguist-vendored
docs/** linguist-documentation
`;

const owners = `# Who is asked for review. docs/ownership.md says who decides what.
*                     @harbour/payments
/internal/acquirer/   @harbour/payments @harbour/on-call
/internal/capture/    @harbour/payments
/internal/fees/       @harbour/payments @harbour/finance
/internal/fraud/      @harbour/payments @harbour/risk
/internal/ledger/     @harbour/ledger
/internal/money/      @harbour/ledger
/internal/payouts/    @harbour/payouts
/internal/settlement/ @harbour/payouts @harbour/ledger
/internal/webhooks/   @harbour/payments @harbour/integrations
/migrations/          @harbour/ledger @harbour/billing
/openapi/             @harbour/integrations
/clients/             @harbour/integrations
/runbooks/            @harbour/on-call
/alerts/              @harbour/on-call
`;

const ordersIndex = `-- Order search reads one account, newest first. Both plans: docs/plans/order-search.md.
-- CONCURRENTLY takes no lock that a payment would wait for, and so cannot run in a transaction.
-- migrate:no-transaction
CREATE INDEX CONCURRENTLY IF NOT EXISTS orders_account_created
  ON orders (account_id, created_at DESC);
-- undo: DROP INDEX CONCURRENTLY orders_account_created;
`;

/** What these files say, word for word, when they first appear; all others get numbered lines. */
export const textByPath: ReadonlyMap<string, string> = new Map([
  ['README.md', readme],
  ['.mailmap', mailmap],
  ['.gitattributes', attributes],
  ['.github/CODEOWNERS', owners],
  ['migrations/0142_orders_account_created_index.sql', ordersIndex],
]);

/** Files that are there before the first change although no change touches them. */
export const standingPaths: readonly string[] = ['.mailmap', '.gitattributes'];

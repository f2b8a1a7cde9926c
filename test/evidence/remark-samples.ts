import type { RemarkKind } from '../../src/evidence/remark/kind.ts';

/**
 * Remarks as reviewers write them, invented, each with what it is and how much its words alone show: `much` would be
 * evidence by itself, `some` only with what came of it, `none` never by its words.
 */
export type Sample = readonly [kind: RemarkKind, shows: 'much' | 'some' | 'none', remark: string];

const defects: readonly Sample[] = [
  [
    'defect',
    'much',
    'Two workers can pick the same row here, because the lock is released before the update commits. We would charge the card twice.',
  ],
  [
    'defect',
    'much',
    'If the upload is cancelled half way, the temporary file is never removed, so a busy node fills its disk within a day.',
  ],
  [
    'defect',
    'much',
    'This swallows the error from `Close()`. On NFS that is where a failed write shows up, so we would report success for a file that is cut short.',
  ],
  [
    'defect',
    'much',
    '`time.Now()` is local time on the old hosts, which means that the expiry is off by an hour twice a year.',
  ],
  [
    'taught',
    'some',
    "The cache key leaves the tenant out, so the second tenant that asks gets the first one's prices. Please put the tenant id in front.",
  ],
  [
    'defect',
    'some',
    'The loop variable is captured by the closure, every goroutine sees the last value.\n\nThis loses all rows but one.',
  ],
  [
    'defect',
    'some',
    'The response body is not closed on this path, it leaks one connection per failed request.',
  ],
  [
    'defect',
    'much',
    'With an empty list `max()` throws, and the importer then stops for everybody else in the batch, since there is no handler around it.',
  ],
  [
    'defect',
    'much',
    'Anybody with a link can download the export: the signature is checked only when the parameter is present. Leave it out and you are in, because `undefined` skips the branch.',
  ],
  [
    'taught',
    'much',
    'Retrying a POST without an idempotency key means that a slow answer becomes a second order. We had this in November with the shipping labels.',
  ],
  [
    'defect',
    'some',
    'The migration takes an exclusive lock on `orders` and will block all writes while it runs.',
  ],
  [
    'defect',
    'much',
    'Floats for money: 0.1 + 0.2 is where it starts, and the rounding differs between the invoice and the ledger, so the nightly comparison will never be empty.',
  ],
  [
    'defect',
    'some',
    'The test passes without the fix as well, so it does not cover the bug. I removed the line and it stayed green.',
  ],
  [
    'defect',
    'some',
    "The token is written to the log in plain text. Support can read those logs and is not meant to see customers' tokens.",
  ],
  [
    'defect',
    'some',
    '**issue (blocking):** the consumer acknowledges before the row is stored; a crash in between drops the message.',
  ],
  [
    'defect',
    'some',
    'Off by one: the last page is never fetched when the total is a multiple of the page size.',
  ],
  [
    'defect',
    'some',
    'Great that this is finally tested! One thing though: the clock is real here, so the test fails on the last day of a month.',
  ],
  [
    'defect',
    'much',
    'I ran it against a copy of production: the query does a full scan as soon as `status` is null, because the partial index does not match that condition.',
  ],
  ['defect', 'some', 'Deadlock: `transfer(a, b)` and `transfer(b, a)` take the two locks in opposite order.'],
];

const designs: readonly Sample[] = [
  [
    'design',
    'some',
    'What happens to jobs that are already queued when this flag is switched off in the middle of the day?',
  ],
  [
    'design',
    'much',
    'Have you considered keeping the state in the database instead of in the worker? A restart would then need no special case.',
  ],
  [
    'design',
    'some',
    'Could we make the second write idempotent rather than wrap both of them in a transaction across services?',
  ],
  [
    'design',
    'some',
    'Who owns this topic once both teams publish to it? I would like that to be written down in the schema.',
  ],
  [
    'design',
    'some',
    'Why does the gateway need to know the plan of a customer? The billing service answers that for everyone else.',
  ],
  [
    'design',
    'some',
    'Should this be a new endpoint? The old one is called by two apps that nobody can update any more.',
  ],
  [
    'design',
    'much',
    'Would the id and the names of the changed fields be enough here, so that the payload stays out of the queue?',
  ],
  [
    'design',
    'much',
    'Could a slow consumer make this buffer grow for ever, or is there a bound that I do not see?',
  ],
  ['design', 'some', 'Can two of these run at the same time, for example during a deployment with overlap?'],
];

const teaching: readonly Sample[] = [
  [
    'taught',
    'much',
    'Prefer `errors.Is` here, because the error is wrapped two layers down and a plain comparison stops working as soon as somebody adds context: https://go.dev/blog/go1.13-errors',
  ],
  [
    'taught',
    'some',
    'In Postgres `NOT IN` with a subquery that yields one null returns no rows at all. `NOT EXISTS` does what you mean, see https://wiki.postgresql.org/wiki/Don%27t_Do_This',
  ],
  [
    'taught',
    'some',
    'You can let the type do this instead of the comment:\n\n```ts\ntype Open = { state: "open" };\ntype Closed = { state: "closed"; at: Date };\n```',
  ],
  [
    'taught',
    'much',
    'We keep one builder per entity, so that a new required field means one place to change; have a look at `OrderBuilder` for example.',
  ],
  [
    'taught',
    'some',
    'Percentiles cannot be averaged. Take the histogram and compute the quantile over all pods, otherwise an idle pod weighs as much as a busy one.',
  ],
  [
    'taught',
    'some',
    'The reason for the two steps: old pods still read the column while the new ones start.',
  ],
  [
    'taught',
    'some',
    'I did this with a generated column last year, the pull request is https://example.org/orders/pull/88 in case you want to copy it.',
  ],
];

const nits: readonly Sample[] = [
  ['nit', 'none', 'nit: could be `const`, otherwise somebody will reassign it'],
  [
    'nit',
    'none',
    'Nit - this name breaks with how we call it in the other package, because there it is `account`',
  ],
  [
    'nit',
    'none',
    '**nitpick (non-blocking):** the blank line is lost here, which makes the block hard to read',
  ],
  [
    'nit',
    'none',
    'Minor: a stale comment, it still says seconds although these are milliseconds since the last release',
  ],
  ['nit', 'none', 'Typo: "recieve", twice in this file, otherwise fine with me'],
  ['nit', 'none', 'super small thing, the import is duplicated and the linter ignores it for some reason'],
  ['nit', 'none', 'Style: we usually put the longer branch last, so that the short one is read first'],
  ['nit', 'none', '(nit) wrong indentation in the second case because of the tab'],
];

const questions: readonly Sample[] = [
  ['question', 'none', 'Is this still used anywhere?'],
  ['question', 'none', 'Which version of the client did you have on your machine when you ran these?'],
  ['question', 'none', 'Did you see the thread about naming in the channel yesterday?'],
  ['question', 'none', 'Are you planning to backport it, or is the old branch closed by now?'],
];

const approvals: readonly Sample[] = [
  ['approval', 'none', ''],
  ['approval', 'none', 'LGTM'],
  ['approval', 'none', '👍'],
  ['approval', 'none', ':shipit:'],
  ['approval', 'none', 'LGTM, thanks for the quick turnaround on this one!'],
  ['approval', 'none', 'Looks good to me, nothing is lost and nothing breaks as far as I can see.'],
  [
    'approval',
    'none',
    'Nice! This race has bitten us twice because nobody remembered the order of the locks.',
  ],
  [
    'approval',
    'none',
    'Great fix, thank you for taking the time to write down why it failed, since it helps the next person.',
  ],
  ['approval', 'none', 'Approved. Happy to merge whenever the release is out.'],
  ['approval', 'none', 'I really like how the errors are wrapped here, because it makes the logs readable.'],
  [
    'approval',
    'none',
    'praise: what a lovely way to get rid of the duplicate state, so that it cannot be wrong any more',
  ],
  ['approval', 'none', 'Thanks for fixing the leak!'],
  [
    'approval',
    'none',
    '- [x] no races\n- [x] no leaks, because everything is closed\n- [x] nothing is lost if the process crashes',
  ],
  [
    'approval',
    'none',
    '> Two workers can take the same row here, because the lock is released before the update.\n\n👍',
  ],
  ['approval', 'none', '<!-- Reviewers: say what breaks, because the author cannot know otherwise -->'],
  [
    'approval',
    'none',
    'The lock is released too early, because of which a row is lost.\n\n_Generated with Claude Code_',
  ],
];

/** About the way to the merge, or about the reader: no word of it is about the change. */
const chatter: readonly Sample[] = [
  ['approval', 'none', 'Please rebase onto main, otherwise the build breaks because of the renamed module.'],
  ['approval', 'none', 'Sorry for the delay, I lost track of this one because I was away for two weeks.'],
  [
    'approval',
    'none',
    'CI is red because of a flaky test that fails when the runner is slow, re-running it now.',
  ],
  [
    'approval',
    'none',
    'Could you squash the commits, because otherwise bisecting breaks for the next person?',
  ],
  ['approval', 'none', 'This is a duplicate of #412, which means that one of the two should be closed.'],
  ['approval', 'none', 'The pull request title is wrong, since it says orders and this is about refunds.'],
  ['approval', 'none', "I'll have a closer look tomorrow, because today I would only miss things."],
  ['approval', 'none', 'cc @billing because you would otherwise miss that this breaks your import.'],
];

const nearMisses: readonly Sample[] = [
  ['defect', 'some', 'Optional chaining hides the missing account here, the total is then empty.'],
  ['defect', 'some', 'Minor versions of this library break the format, as they did in spring.'],
  ['other', 'none', 'There is no race here and nothing is lost, I looked at both callers.'],
  ['other', 'none', 'I had to read this twice. A short comment above it would help the next reader a lot.'],
  ['other', 'none', 'Let us keep the old name for now and rename everything together in a later change.'],
  ['other', 'none', 'This prevents the duplicate rows that we saw, and it removes the deadlock.'],
  ['other', 'none', 'The `loseLeaseTwice` and `skipNull` helpers live in the package next to this one.'],
  ['other', 'none', 'Same question as above for this file, and for the three that follow it.'],
  ['other', 'none', 'Moved here from the other repository without changes, as we agreed on Monday.'],
  ['other', 'none', 'We have used this since March in the other service and are content with it.'],
  ['other', 'none', 'Bitte den Namen der Spalte noch einmal prüfen, im alten Schema hieß sie anders.'],
  [
    'other',
    'none',
    '~~This loses a row if the worker dies, because nothing is stored yet.~~ I had the old diff open.',
  ],
  ['taught', 'some', 'Please also update the table in the handbook, because support reads it.'],
  ['defect', 'some', 'This leaks.\n\nEverything else is as we had planned it on the board.'],
];

/** In a hurry, in other people's English. */
const hasty: readonly Sample[] = [
  [
    'design',
    'some',
    "hmm doesn't this break for users who have no email? we have a few thousand of those in prod",
  ],
  [
    'defect',
    'some',
    'I think there is a TOCTOU here: we check `exists` and then open, if someone swaps the file in between we read the wrong one',
  ],
  [
    'defect',
    'much',
    'the ctx passed here is the request ctx so the goroutine gets cancelled as soon as the handler returns',
  ],
  ['defect', 'some', 'This index will not be used, the query casts the column to text.'],
  ['defect', 'none', 'nil map write → panic on first insert'],
  ['defect', 'some', 'You forgot to unlock in the early return on line 88, second caller hangs forever.'],
  [
    'defect',
    'much',
    'N+1: for every order we load the customer separately. With 5k orders that page takes half a minute, because each query is ~6ms.',
  ],
  [
    'defect',
    'some',
    'The regex is vulnerable to catastrophic backtracking, try it with 40 spaces and it never comes back.',
  ],
  ['defect', 'some', '`retries: 0` here means retry for ever in this library, not "no retries". Careful!'],
  ['defect', 'some', 'SQL injection: `sort` goes into the query unescaped.'],
  [
    'defect',
    'some',
    'This can return stale data for up to 5 min after an update. Is that ok for the checkout?',
  ],
  [
    'defect',
    'some',
    'Backwards incompatible: old clients send `id` as a number and will get a 400 after this.',
  ],
  ['design', 'some', "Why a new table and not a column on `accounts`? Seems like it's always 1:1."],
  ['design', 'some', 'Do we want this in the shared lib? Everyone then pulls in the AWS SDK.'],
  ['design', 'some', "What's the plan if the provider is down for a day, do we queue or refuse?"],
  ['design', 'much', 'can we do this async? the user waits for the PDF otherwise'],
  ['design', 'some', "Is there a reason this isn't behind the feature flag like the other endpoints?"],
  [
    'taught',
    'some',
    'FYI you can use `sync.OnceValue` for this, it was added in 1.21: https://pkg.go.dev/sync#OnceValue',
  ],
  [
    'taught',
    'some',
    'Rule of thumb from the last outage: timeouts shrink as you go down the stack, e.g. 10s at the edge, 5s here, 2s for the db.',
  ],
  [
    'defect',
    'much',
    'I would use a fake rather than a mock here, because the mock only repeats what the code does and breaks with each refactoring.',
  ],
  ['nit', 'none', 'nits: s/teh/the, missing period'],
  ['nit', 'none', 'optional: extract this into a helper'],
  ['question', 'none', 'why 300?'],
  ['question', 'none', 'Where can I see the dashboards for it?'],
  ['question', 'none', 'How did you generate these fixtures?'],
  ['approval', 'none', 'Looks great, thanks a lot for cleaning this up!! 🚀'],
  ['approval', 'none', 'LGTM assuming tests pass'],
  ['other', 'none', 'Thanks, this is much better than what we had. I always lost half an hour here.'],
  ['other', 'none', 'ok for me, I did not check the math though'],
  ['approval', 'none', 'Sorry, approved the wrong PR'],
  ['approval', 'none', 'Stamp'],
  ['approval', 'none', 're-approving after rebase'],
  ['other', 'none', 'Leaving this open until the migration ran on staging.'],
  ['other', 'none', 'I verified this locally with the three sample files and the output is identical.'],
  ['other', 'none', "Let's do this in a follow-up"],
  ['defect', 'some', 'as discussed offline we keep the wrong spelling in the enum'],
  ['other', 'none', 'Done in 4f2a9c0'],
  ['other', 'none', 'No leaks found with the race detector on, ran it for an hour.'],
  ['approval', 'none', 'Please add a changelog line for the dropped flag.'],
  ['other', 'none', 'Can confirm the crash is gone with this branch.'],
];

export const samples: readonly Sample[] = [
  ...defects,
  ...designs,
  ...teaching,
  ...nits,
  ...questions,
  ...approvals,
  ...chatter,
  ...nearMisses,
  ...hasty,
];

import { approved, asked, noted, on, outdated, said } from './say.ts';
import type { StoryPull } from './story.ts';

/** What mended the certificate of April, and what was learned from it. */
export const incidentPullsOfSpring: readonly StoryPull[] = [
  {
    handle: 'renew-with-shared-token',
    repository: 'platform-infra',
    by: 'arturs-k',
    at: '2026-04-21T08:35:00Z',
    title: 'The certificate renewer reads the shared DNS token',
    body: `Fixes {#incident-certificate}.

The renewer had a copy of the token in a secret of its own, made in 2023 and known to nobody. It now mounts the shared one, so a rotation reaches it within a minute.

I looked for other copies: two more, in the staging renewer and in an old script that removed itself from the world in January. Both are gone. The rotation runbook lists who reads the token, produced by a query and not by memory.

Rehearsed on staging: rotated the token, renewed a certificate 5 minutes later.`,
    files: [
      { path: 'clusters/shared/cert-renewer.tf', additions: 9, deletions: 22 },
      { path: 'clusters/staging/cert-renewer.tf', additions: 4, deletions: 18 },
      { path: 'runbooks/rotate-dns-token.md', additions: 16, deletions: 3 },
    ],
    reviews: [
      approved(
        'lucia',
        '2026-04-21T09:20',
        'Plan read: three secrets destroyed, one mount added, nothing else. The role of the renewer may read that one secret only; I tried another and was refused.',
      ),
    ],
    merged: { at: '2026-04-21T09:26:00Z', by: 'arturs-k' },
  },
  {
    handle: 'postmortem-certificate',
    repository: 'platform-infra',
    by: 'lucia',
    at: '2026-04-22T12:00:00Z',
    with: ['arturs-k'],
    title: 'Post-mortem: the expired certificate of 21 April',
    body: `For {#incident-certificate}. 26 minutes without the portal, no payment affected.

Short version: a rotation that we did well had a reader that we did not know. It failed for 30 days, politely, into a log.

Causes, in the order in which we can do something about them:
1. Nothing looks at the certificate that is really served.
2. A failing renewal is a log line and never a number.
3. A secret can be copied without leaving a trace.

For 1 and 2 there is {#follow-up-certificate-alert}. For 3 we have no good answer yet and say so.`,
    files: [
      { path: 'docs/incidents/2026-04-21-certificate.md', status: 'added', additions: 91, deletions: 0 },
    ],
    reviews: [
      noted(
        'yaw',
        '2026-04-22T13:25',
        "From the portal's side I would add one line: for 26 minutes our own status page was green, because it asks from inside, over a path that needs no certificate. Merchants noticed that, and two wrote to say so.",
      ),
      approved(
        'wanjiru',
        '2026-04-23T08:00',
        'Good that number 3 is left open instead of being papered over.',
      ),
    ],
    comments: [
      said(
        'lucia',
        '2026-04-22T15:10',
        "Added as cause 4, with Yaw's letters. The status page asks from outside as of today.",
      ),
    ],
    merged: { at: '2026-04-23T09:10:00Z', by: 'lucia' },
  },
  {
    handle: 'alert-certificate-days',
    repository: 'platform-infra',
    by: 'lucia',
    at: '2026-05-05T09:00:00Z',
    title: 'Count the days left on every certificate we serve',
    body: `Fixes {#follow-up-certificate-alert}.

A probe opens each of our 23 endpoints once an hour, from outside, and exports the days left on the certificate it gets. Below 14 days: a message on weekdays. Below 3: a page.

The list of endpoints is read from the ingress, not kept by hand. An endpoint that the probe cannot reach counts as 0 days.

On its first run it found two more: a demo host with 6 days and a webhook receiver of billing with 11. Both renewed.`,
    files: [
      { path: 'probes/certificates/main.go', status: 'added', additions: 84, deletions: 0 },
      { path: 'alerts/certificates.yml', status: 'added', additions: 31, deletions: 0 },
      { path: 'alerts/certificates.test.yml', status: 'added', additions: 47, deletions: 0 },
      { path: 'clusters/shared/probe.tf', status: 'added', additions: 38, deletions: 0 },
    ],
    pushes: [
      {
        at: '2026-05-06T09:40:00Z',
        message: 'Ask for every name, not for every address',
        files: [{ path: 'probes/certificates/main.go', status: 'added', additions: 97, deletions: 0 }],
      },
    ],
    reviews: [
      asked(
        'arturs-k',
        '2026-05-06T07:30',
        '',
        outdated(
          on(
            'probes/certificates/main.go',
            39,
            "Dialling the address without a server name gets the ingress's default certificate, the same one 23 times. I let one host's certificate run down on staging: the probe still says 61 days. Set `ServerName` in the TLS configuration to the host that is asked for.",
            said(
              'lucia',
              '2026-05-06T09:45',
              'Confirmed and changed. With names there are seven different certificates, and the two short ones I reported were luck.',
            ),
          ),
        ),
      ),
      approved(
        'arturs-k',
        '2026-05-06T11:10',
        'My short one now shows 2 days and would page. Thank you for the test with a wrong name.',
      ),
    ],
    merged: { at: '2026-05-06T11:30:00Z', by: 'lucia' },
  },
];

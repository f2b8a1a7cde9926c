import type { IncomingMessage, ServerResponse } from 'node:http';
import { createNodeMiddleware, createProbot } from 'probot';
import type { Probot } from 'probot';
import { reasonOf } from './errors.ts';

/** The events we hear. All others are answered and forgotten. */
export const heardEvents = [
  'pull_request.closed', // Merged: the work is done, and read whole. Closed without merging is ignored.
  'pull_request.edited', // Also of texts of ours: a tick is an edit.
  'pull_request.labeled',
  'pull_request.unlabeled',
  'pull_request_review.submitted', // Reviews come after merges, too.
  'pull_request_review.edited',
  'pull_request_review.dismissed',
  'pull_request_review_comment.created',
  'pull_request_review_comment.edited',
  'pull_request_review_comment.deleted',
  'pull_request_review_thread.resolved',
  'pull_request_review_thread.unresolved',
  'issues.opened', // Only what speaks to the app: a win that its author opened an issue for.
  'issues.labeled', // Incidents are told by their labels.
  'issues.unlabeled',
  'issues.assigned',
  'issues.unassigned',
  'issues.closed',
  'issues.reopened',
  'issues.edited', // Ticks in reports and prep issues.
  'issues.deleted', // What is gone is forgotten.
  'issues.transferred',
  'issue_comment.created', // Commands, answers and notes; also below pull requests.
  'issue_comment.edited',
  'issue_comment.deleted',
  'installation.created',
  'installation.deleted',
  'installation.suspend',
  'installation.unsuspend',
  'installation.new_permissions_accepted',
  'installation_repositories.added',
  'installation_repositories.removed',
  'repository.created',
  'repository.deleted',
  'repository.archived',
  'repository.unarchived',
  'repository.renamed',
  'repository.transferred',
  'repository.publicized', // Nothing is written where everybody could read it.
  'repository.privatized',
  'organization.member_added',
  'organization.member_removed',
  'organization.renamed',
  'membership.added', // Teams say who gets a report.
  'membership.removed',
  'team.created',
  'team.edited',
  'team.deleted',
] as const;

/** Keeps one webhook; rejects where that failed. */
export type Hear = (event: string, id: string, payload: unknown) => Promise<unknown>;

/** Lets `hear` have every event of the list. When it rejects, GitHub is told that the delivery failed. */
export function hearEvents(probot: Probot, hear: Hear): void {
  probot.on([...heardEvents], async ({ name, id, payload }) => {
    await hear(name, id, payload);
  });
}

export type WebhookOptions = {
  readonly appId: number;
  readonly privateKey: string;
  readonly secret: string;
  readonly apiUrl: string;
  readonly path: string;
  readonly hear: Hear;
  /** Hears one line for each delivery that was refused or failed. It should not be able to flood a log. */
  readonly say: (line: string) => void;
  /** Milliseconds within which `hear` must be done. Well under the 9 s after which Probot claims success. */
  readonly answerWithin?: number;
};

/** A request whose body was read already, since it may be read only once and only up to a limit. */
export type DeliveryRequest = IncomingMessage & { readonly body: string };

export type WebhookListener = (request: DeliveryRequest, response: ServerResponse) => Promise<void>;

/**
 * Answers GitHub's deliveries: 200 once `hear` is done, 400 where the signature does not fit, 503 where `hear` failed
 * or took too long. Nothing of the environment reaches Probot.
 */
export async function createWebhooks(options: WebhookOptions): Promise<WebhookListener> {
  const { appId, privateKey, secret, apiUrl, path, say } = options;
  if (secret === '') throw new Error('Without a webhook secret, Probot would take one that everybody knows.');
  // Probot logs whole payloads with its errors, so only what ends it may be logged; the rest is said here.
  const overrides = { appId, privateKey, secret, baseUrl: apiUrl, logLevel: 'fatal' } as const;
  const probot = createProbot({ env: {}, overrides });
  const hear = withinTime(options.hear, options.answerWithin ?? 4500, say);
  const listen = await createNodeMiddleware((app) => hearEvents(app, hear), { probot, webhooksPath: path });
  probot.webhooks.onError(({ errors }) => {
    if (errors.some((error) => error.message.includes('signature'))) say(wrongSignature);
  });
  return async (request, response) => {
    const refuse = () =>
      void response.writeHead(400, { 'content-type': 'text/plain' }).end('This is no delivery of GitHub.\n');
    if (mayBeDelivery(request)) await listen(request, response, refuse);
    else refuse();
  };
}

const wrongSignature =
  'A delivery was refused: its signature does not fit WEBHOOK_SECRET. If it came from GitHub, set the same secret on the settings page of the app.';

// What no event of GitHub looks like would make Probot stumble instead of refusing.
function mayBeDelivery({ headers, body }: DeliveryRequest): boolean {
  const event = headers['x-github-event'];
  return (event === undefined || /^[a-z]+(?:_[a-z0-9]+)*$/.test(String(event))) && /^\s*\{/.test(body);
}

function withinTime(hear: Hear, limit: number, say: (line: string) => void): Hear {
  return async (event, id, payload) => {
    const timer = new AbortController();
    try {
      await Promise.race([hear(event, id, payload), lateAfter(limit, timer.signal)]);
    } catch (error) {
      say(`A delivery of ${event} was not kept, and GitHub was told so: ${reasonOf(error)}`);
      throw Object.assign(new Error('The delivery could not be kept. Please send it again.'), {
        status: 503,
      });
    } finally {
      timer.abort();
    }
  };
}

function lateAfter(limit: number, signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const timeout = setTimeout(() => reject(new Error(`it took longer than ${limit} ms.`)), limit);
    signal.addEventListener('abort', () => clearTimeout(timeout));
  });
}

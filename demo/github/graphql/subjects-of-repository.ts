import type { Issue, Pull } from '../state.ts';
import { connection } from './connection.ts';
import type { Asked } from './field.ts';
import { inOrder, inside, texts } from './given.ts';
import { demandSubjects } from './seen.ts';
import { subjectThing } from './thing.ts';
import type { Subject, ThingOf } from './thing.ts';

export function pullRequests({ repository }: ThingOf<'Repository'>, asked: Asked): unknown {
  demandSubjects(asked, repository, 'pull');
  const states = texts(asked.given['states']);
  const base = asked.given['baseRefName'];
  const head = asked.given['headRefName'];
  const all = [...repository.threads.values()].filter((subject): subject is Pull => subject.kind === 'pull');
  const asWanted = all
    .filter(
      (pull) =>
        states === null || states.includes(pull.mergedAt === null ? pull.state.toUpperCase() : 'MERGED'),
    )
    .filter((pull) => typeof base !== 'string' || pull.base === base)
    .filter((pull) => typeof head !== 'string' || pull.head === head)
    .filter((pull) => carries(pull, texts(asked.given['labels'])));
  return connection(asked, inOrder(asked, asWanted), (pull) => subjectThing(repository, pull));
}

export function issues({ repository }: ThingOf<'Repository'>, asked: Asked): unknown {
  demandSubjects(asked, repository, 'issue');
  const filter = inside(asked.given['filterBy']);
  const states = texts(filter.get('states')) ?? texts(asked.given['states']);
  const all = [...repository.threads.values()].filter(
    (subject): subject is Issue => subject.kind === 'issue',
  );
  const asWanted = all
    .filter((issue) => states === null || states.includes(issue.state.toUpperCase()))
    .filter(
      (issue) => carries(issue, texts(asked.given['labels'])) && carries(issue, texts(filter.get('labels'))),
    )
    .filter((issue) => matches(asked, issue, filter));
  return connection(asked, inOrder(asked, asWanted), (issue) => subjectThing(repository, issue));
}

/** GitHub takes any one of several labels here. */
function carries(subject: Subject, wanted: readonly string[] | null): boolean {
  return wanted === null || wanted.length === 0 || wanted.some((label) => subject.labels.includes(label));
}

function matches({ state }: Asked, issue: Issue, filter: ReadonlyMap<string, unknown>): boolean {
  const since = filter.get('since');
  const by = filter.get('createdBy');
  const assignee = filter.get('assignee');
  const loginOf = (name: string): string | undefined => state.users.get(name)?.login;
  return (
    (typeof since !== 'string' || Date.parse(issue.updatedAt) >= Date.parse(since)) &&
    (typeof by !== 'string' || loginOf(issue.author) === by) &&
    (typeof assignee !== 'string' || issue.assignees.some((name) => loginOf(name) === assignee))
  );
}

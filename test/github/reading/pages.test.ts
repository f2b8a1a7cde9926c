import { describe, expect, test } from '@jest/globals';
import { RetryLater } from '../../../src/errors.ts';
import {
  adaUser,
  bertilUser,
  commentNode,
  commitNode,
  fileNode,
  issueNode,
  pullNode,
  reviewNode,
  signature,
  threadNode,
} from './pull.ts';
import { githubWith, read } from './pull-world.ts';
import { listOf } from './stub.ts';

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** A list that says for ever that there is more after the same place. */
function still() {
  return { nodes: [fileNode('a.go')], pageInfo: { hasNextPage: true, endCursor: 'same' } };
}

describe('what is longer than a page arrives whole', () => {
  test('files, commits, comments, reviews, labels and threads, by one more request for each further page', async () => {
    const files = numbers(250).map((n) => fileNode(`src/file-${n}.go`));
    const commits = numbers(60).map((n) =>
      commitNode(
        n.toString(16).padStart(40, '0'),
        `Step ${n}`,
        signature('Ada', 'ada@harbour.example', adaUser),
      ),
    );
    const long = numbers(55).map((n) => commentNode(`${500 + n}`, bertilUser, `line ${n}`));
    const threads = numbers(51).map((n) =>
      threadNode(`PRRT_${n}`, 'src/a.go', n === 50 ? long : [commentNode(`${n}`, adaUser, 'x')]),
    );
    const labels = numbers(51).map((n) => ({ name: `label-${n}` }));
    const pull = pullNode({
      changedFiles: 250,
      files: listOf(files),
      commits: listOf(commits),
      labels: listOf(labels),
      reviews: listOf(numbers(110).map((n) => reviewNode(`${n}`, bertilUser, 'COMMENTED', `${n}`))),
      comments: listOf(numbers(101).map((n) => commentNode(`${n}`, adaUser, `comment ${n}`))),
      reviewThreads: listOf(threads),
    });
    const stub = githubWith({ pull, nodes: { PRRT_50: threads[50] ?? {} } });
    const facts = await read(stub);
    expect(facts.files.map((file) => file.path)).toEqual(files.map((file) => file.path));
    expect(facts.commits.map((commit) => commit.title)).toEqual(numbers(60).map((n) => `Step ${n}`));
    expect(facts.labels).toEqual(labels.map((label) => label.name));
    expect(facts.reviews.map((review) => review.body)).toEqual(numbers(110).map(String));
    expect(facts.comments.map((comment) => comment.body)).toEqual(numbers(101).map((n) => `comment ${n}`));
    expect(facts.threads).toHaveLength(51);
    expect(facts.threads[50]?.comments.map((comment) => comment.body)).toEqual(
      numbers(55).map((n) => `line ${n}`),
    );
    // The subject, two pages of files, and one each of commits, labels, reviews, comments, threads and the long thread.
    expect(stub.asked).toHaveLength(1 + 2 + 6);
  });

  test('labels of a closed issue', async () => {
    const issue = issueNode(
      77,
      'Many labels',
      numbers(30).map((n) => `l${n}`),
    );
    const stub = githubWith({
      pull: pullNode({ closingIssuesReferences: listOf([issue]) }),
      nodes: { I_77: issue },
    });
    expect((await read(stub)).closes[0]?.labels).toHaveLength(30);
  });

  test('a list that vanishes or stands still while it is read is read again later', async () => {
    await expect(read(githubWith({ pull: pullNode({ files: still }) }))).rejects.toBeInstanceOf(RetryLater);
    const gone = threadNode(
      'PRRT_9',
      'a.go',
      numbers(60).map((n) => commentNode(`${n}`, adaUser, 'x')),
    );
    const stub = githubWith({ pull: pullNode({ reviewThreads: listOf([gone]) }) });
    await expect(read(stub)).rejects.toBeInstanceOf(RetryLater);
  });
});

import { openWriting } from '../../src/github/writing/open.ts';
import { githubWritingContract } from '../contracts/github-writing.ts';
import { emptyBoard } from '../fakes/github/board.ts';
import { restClient, serveRest } from './writing-rest.ts';
import { countedBudget, rigOn } from './writing-rig.ts';

githubWritingContract('over HTTP', async () => {
  const board = emptyBoard();
  const budget = countedBudget();
  const server = await serveRest(board);
  const client = restClient(server.url);
  return rigOn(board, budget, {
    writing: openWriting({ app: client, installation: () => client }, budget.pacing),
    writes: () => server.requests.filter((request) => !request.startsWith('GET')).length,
    loseNextAnswer: () => server.lose('connection'),
    close: server.close,
  });
});

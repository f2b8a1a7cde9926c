import { githubWritingContract } from '../contracts/github-writing.ts';
import { githubFake } from '../fakes/github.ts';
import { countedBudget, rigOn } from './writing-rig.ts';

githubWritingContract('in memory', async () => {
  const budget = countedBudget();
  const { github, world } = githubFake(budget.pacing);
  return rigOn(world.board, budget, {
    writing: github.writing,
    writes: world.writes,
    loseNextAnswer: world.loseNextAnswer,
    close: async () => undefined,
  });
});

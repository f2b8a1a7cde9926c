import { expect, test } from '@jest/globals';
import { writeFile } from '../../demo/github/actions.ts';
import { harbourFramework } from '../fixtures/frameworks.ts';
import { ask } from './database.ts';
import { cycle, issuesIn, merge, reportsOf, rules, rulesHome, writeRules } from './harbour.ts';
import { stageJourneys } from './stage.ts';

const open = stageJourneys();

test('an organisation brings its own framework: its work is judged anew, and reports speak its words', async () => {
  const journey = await open();
  const { world } = journey;
  merge(world, 'ada', { title: 'Timeouts for the tariff service' });
  await journey.settle();
  const areas = () => ask(journey.databaseUrl, 'SELECT DISTINCT area FROM evidence ORDER BY area');
  expect(await areas()).toEqual([{ area: 'care' }]);
  writeFile(world, 'olu', { repository: rulesHome, path: '.github/ladder.yml', text: harbourFramework });
  writeRules(world, `${rules}\nframework: ladder.yml\n`);
  await journey.at('2050-03-01T08:00:00Z');
  expect(await areas()).toEqual([{ area: 'care' }, { area: 'tariffs' }]);
  writeFile(world, 'olu', { repository: rulesHome, path: '.github/ladder.yml', text: 'extends: [' });
  await journey.at('2050-03-02T08:00:00Z');
  const [problems] = issuesIn(world, rulesHome).filter(({ title }) => title.includes('need a look'));
  expect(problems?.body).toContain('`harbour 2.0`');
  expect(await areas()).toEqual([{ area: 'care' }, { area: 'tariffs' }]);
  // Twice: what the first sweep finds out of date, the second may report on.
  for (let round = 0; round < 2; round += 1) await journey.at(cycle.ends);
  const [report] = issuesIn(world, reportsOf('ada')).filter(({ title }) => title.startsWith('Evidence'));
  expect(report?.body).toContain('framework harbour 2.0');
  expect(report?.body).toContain('Steady hands');
  expect(report?.body).toContain('Tariffs');
});

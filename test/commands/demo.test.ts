import { afterEach, describe, expect, test } from '@jest/globals';
import { demoCommand } from '../../src/commands/demo.ts';
import type { DemoPorts, DemoResult } from '../../src/commands/demo.ts';
import { runProgram } from '../../src/commands/program.ts';
import { GiveUp } from '../../src/errors.ts';
import { terminalOf } from './terminal.ts';

afterEach(() => {
  process.exitCode = undefined;
});

const fine: DemoResult = {
  counts: [
    { what: 'pull requests merged', count: 150 },
    { what: 'evidence reports', count: 10 },
  ],
  seconds: [
    { stage: 'start', seconds: 2.04 },
    { stage: 'play', seconds: 30.26 },
  ],
  differences: [],
  notYet: 0,
  show: () => Promise.reject(new Error('Nobody asked to see anything.')),
};

const difference = { where: 'harbour/payments#7', expected: 'a comment: it was measured', found: 'none' };

type Run = DemoPorts['run'];

async function demo(args: readonly string[], run: Run, stop = new AbortController()) {
  const { terminal, given, said } = terminalOf();
  const ports: DemoPorts = {
    terminal,
    resolvePath: (path) => `/somewhere/${path}`,
    run,
    interruption: () => stop.signal,
  };
  const code = await runProgram([demoCommand(ports)], ['node', 'groundwork', 'demo', ...args], terminal);
  return { code, given: given(), said: said() };
}

describe('demo --exit', () => {
  test('tells what there was, how long it took, and that all is well', async () => {
    const ended = await demo(['--exit'], async ({ watch }) => {
      watch.begin('start');
      watch.begin('play');
      watch.move(1, 2);
      return fine;
    });
    expect(ended).toEqual({
      code: 0,
      said: 'Starting a local GitHub, the app and its database …\nPlaying half a year …\n',
      given: `150 pull requests merged
 10 evidence reports

32.3 s: start 2.0 s, play 30.3 s

Nothing differs from what was expected, and replaying the whole history changed nothing.
`,
    });
  });

  test('fails at a single difference, and tells where it is', async () => {
    const ended = await demo(['--exit'], () => Promise.resolve({ ...fine, differences: [difference] }));
    expect(ended.code).toBe(1);
    expect(ended.given).toContain(
      'One difference:\n\nharbour/payments#7\n    expected  a comment: it was measured\n    found     none\n',
    );
  });

  test('does not keep quiet about what is known not to be met', async () => {
    const many = await demo(['--exit'], () => Promise.resolve({ ...fine, notYet: 24 }));
    expect(many.code).toBe(0);
    expect(many.given).toMatch(
      /changed nothing\.\n24 expectations are known not to be met yet; demo\/story\/not-yet\.ts lists them\.\n$/,
    );
  });

  test('keeps what it made where it is told to', async () => {
    const keeps: (string | null)[] = [];
    const run: Run = ({ keep }) => {
      keeps.push(keep);
      return Promise.resolve(fine);
    };
    const ended = await demo(['--exit', '--keep', 'here'], run);
    await demo(['--exit'], run);
    expect(keeps).toEqual(['/somewhere/here', null]);
    expect(ended.given).toContain('Log, database and texts are in /somewhere/here\n');
  });

  test('what cannot be done is one sentence', async () => {
    const ended = await demo(['--exit'], () => Promise.reject(new GiveUp('The disk is full.')));
    expect(ended).toEqual({ code: 1, given: '', said: 'The disk is full.\n' });
  });
});

describe('demo', () => {
  test('shows what came of it until it is stopped, and is then done', async () => {
    const stop = new AbortController();
    const events: string[] = [];
    const show: DemoResult['show'] = (port) => {
      events.push(`open ${port}`);
      setImmediate(() => stop.abort());
      return Promise.resolve({
        url: 'http://127.0.0.1:8123',
        close: () => Promise.resolve(void events.push('close')),
      });
    };
    const ended = await demo(['--port', '8123'], () => Promise.resolve({ ...fine, show }), stop);
    expect(ended.code).toBe(0);
    expect(ended.given).toContain('http://127.0.0.1:8123/\nCtrl-C ends it.\n');
    expect(events).toEqual(['open 8123', 'close']);
  });

  test.each(['x', '-1', '70000', '8.5', ''])(
    '--port %j is refused before anything is started',
    async (port) => {
      let runs = 0;
      const ended = await demo([`--port=${port}`], () => {
        runs += 1;
        return Promise.resolve(fine);
      });
      expect(ended.code).toBe(2);
      expect(runs).toBe(0);
    },
  );
});

import type { Command } from 'commander';
import { demoCommand } from '../commands/demo.ts';
import type { Joined } from './commands.ts';

/**
 * The demo, joined. It stands on packages that only developers install, so it is loaded when it runs: an image without
 * them has everything else.
 */
export function demo({ environment, terminal, resolvePath }: Omit<Joined, 'frameworks' | 'now'>): Command {
  return demoCommand({
    terminal,
    resolvePath,
    interruption,
    run: async ({ keep, signal, watch }) => {
      const { runDemo } = await import('../../demo/play/demo.ts');
      const { demoPlan } = await import('./demo-plan.ts');
      return runDemo({ ...(await demoPlan(environment)), keep, signal, watch });
    },
  });
}

function interruption(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort());
  return stop.signal;
}

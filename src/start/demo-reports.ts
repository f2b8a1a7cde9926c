/** Plays the demo quietly, and gives the reports that came of it. It stands on packages that only developers install. */
export async function demoReports(environment: NodeJS.ProcessEnv): Promise<readonly string[]> {
  const { runDemo } = await import('../../demo/play/demo.ts');
  const { demoPlan } = await import('./demo-plan.ts');
  const stop = new AbortController();
  const end = () => stop.abort();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, end);
  const watch = { begin: () => undefined, move: () => undefined };
  const plan = await demoPlan(environment);
  const { reports } = await runDemo({ ...plan, keep: null, signal: stop.signal, watch });
  return reports;
}

import type { Facts } from '../src/evidence/facts.ts';
import type { ModelReading } from '../src/evidence/model-reading.ts';
import type { WorkerPorts } from './ports.ts';

/** What the model makes of a change; null without one, and for issues. */
export async function readByModel(
  facts: Facts,
  { reader, framework }: Pick<WorkerPorts, 'reader' | 'framework'>,
): Promise<ModelReading | null> {
  if (reader.name === null || facts.kind !== 'change' || facts.mergedAt === null) return null;
  const areas = framework.pack.areas.map(({ key, title, means }) => ({
    key,
    name: title,
    definition: means,
  }));
  return reader.read(facts, areas);
}

/** What must never count, each with its reason. When in doubt, work is kept. */
export type { ChangeReference, FileNoise, Handwritten, LeftOut, Noise, NoiseKind } from './noise/verdict.ts';
export { handwritten, noiseOfFile } from './noise/files.ts';
export { noiseOfChange } from './noise/change.ts';
export { agentOf, agentsOf, humansOf, isBot } from './noise/actors.ts';
export type { AgentWork } from './noise/actors.ts';

import type { Actor } from '../facts.ts';

/** Logins (without `[bot]`) and names that belong to a coding agent and to no person. */
const agentLabels: ReadonlyMap<string, string> = new Map([
  ['copilot', 'Copilot'],
  ['copilot-swe-agent', 'Copilot'],
  ['github copilot', 'Copilot'],
  ['claude code', 'Claude'],
  ['devin-ai-integration', 'Devin'],
  ['devin ai', 'Devin'],
  ['chatgpt-codex-connector', 'Codex'],
  ['openai codex', 'Codex'],
  ['cursoragent', 'Cursor'],
  ['cursor agent', 'Cursor'],
  ['google-labs-jules', 'Jules'],
  ['sweep-ai', 'Sweep'],
  ['sweep-nightly', 'Sweep'],
  ['openhands', 'OpenHands'],
  ['openhands-agent', 'OpenHands'],
  ['codegen-sh', 'Codegen'],
  ['gemini-cli', 'Gemini'],
  ['gemini-code-assist', 'Gemini'],
  ['amp-code', 'Amp'],
  ['factory-droid', 'Droid'],
]);

/** Names that people have too: they mean an agent only where GitHub or the address says so. */
const sharedLabels: ReadonlyMap<string, string> = new Map([
  ['claude', 'Claude'],
  ['devin', 'Devin'],
  ['codex', 'Codex'],
  ['cursor', 'Cursor'],
  ['jules', 'Jules'],
  ['sweep', 'Sweep'],
  ['amp', 'Amp'],
]);

const agentAddresses: ReadonlyMap<string, string> = new Map([
  ['noreply@anthropic.com', 'Claude'],
  ['copilot@github.com', 'Copilot'],
  ['cursoragent@cursor.com', 'Cursor'],
  ['noreply@openai.com', 'Codex'],
  ['codex@openai.com', 'Codex'],
  ['openhands@all-hands.dev', 'OpenHands'],
  ['noreply@aider.chat', 'Aider'],
  ['aider@aider.chat', 'Aider'],
  ['amp@ampcode.com', 'Amp'],
]);

/** The coding agent that an actor is, or null. People who share its name are people. */
export function agentNamed(actor: Actor): string | null {
  const label = actor.label
    .toLowerCase()
    .replace(/\[bot\]$/u, '')
    .trim();
  const certain = agentLabels.get(label) ?? agentOfAddress(actor.key.toLowerCase());
  if (certain !== null && certain !== undefined) return certain;
  return isMarked(actor, label) ? (sharedLabels.get(label) ?? null) : null;
}

/** Logins are unique: the account `claude` on GitHub is the agent's own. */
function isMarked(actor: Actor, label: string): boolean {
  if (actor.type === 'bot' || actor.label.endsWith('[bot]')) return true;
  return label === 'claude' && actor.key.startsWith('github:');
}

function agentOfAddress(key: string): string | null {
  if (!key.startsWith('mail:')) return null;
  const address = key.slice('mail:'.length);
  return agentAddresses.get(address) ?? agentLabels.get(loginOfAddress(address) ?? '') ?? null;
}

/** `copilot` of `198982749+copilot@users.noreply.github.com`; null for other addresses. Expects lower case. */
export function loginOfAddress(address: string): string | null {
  const [local, host] = address.split('@', 2);
  if (local === undefined || host !== 'users.noreply.github.com') return null;
  return local.slice(local.indexOf('+') + 1).replace(/\[bot\]$/u, '');
}

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
  ['opencode-agent', 'OpenCode'],
  ['amazon-q-developer', 'Amazon Q'],
  ['windsurf-bot', 'Windsurf'],
  ['ellipsis-dev', 'Ellipsis'],
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
  ['claude@anthropic.com', 'Claude'],
  ['devin@cognition.ai', 'Devin'],
  ['apk@cognition.ai', 'Devin'],
  ['noreply@opencode.ai', 'OpenCode'],
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
  const label = actor.label.toLowerCase().trim();
  const login = label.replace(/\[bot\]$/u, '');
  const certain = agentLabels.get(login) ?? agentOfAddress(actor.key.toLowerCase());
  if (certain !== null && certain !== undefined) return certain;
  if (actor.type === 'bot' || label.endsWith('[bot]')) return agentWithin(login);
  return isAccount(actor, login) ? 'Claude' : null;
}

/** Logins are unique: the account `claude` on GitHub is the agent's own. */
function isAccount(actor: Actor, login: string): boolean {
  return login === 'claude' && actor.key.startsWith('github:');
}

/** `claude`, `harbour-claude-agent`: an app that bears an agent's name, as companies call their own. */
function agentWithin(login: string): string | null {
  const whole = sharedLabels.get(login);
  if (whole !== undefined) return whole;
  const words = login.split(/[-_ ]/u);
  if (!words.some((word) => word === 'agent' || word === 'ai' || word === 'code')) return null;
  return words.map((word) => sharedLabels.get(word)).find((name) => name !== undefined) ?? null;
}

function agentOfAddress(key: string): string | null {
  if (!key.startsWith('mail:')) return null;
  const address = key.slice('mail:'.length);
  const login = loginOfAddress(address) ?? '';
  return agentAddresses.get(address) ?? agentLabels.get(login) ?? (login === 'claude' ? 'Claude' : null);
}

/** `copilot` of `198982749+copilot@users.noreply.github.com`; null for other addresses. Expects lower case. */
export function loginOfAddress(address: string): string | null {
  const [local, host] = address.split('@', 2);
  if (local === undefined || host !== 'users.noreply.github.com') return null;
  return local.slice(local.indexOf('+') + 1).replace(/\[bot\]$/u, '');
}

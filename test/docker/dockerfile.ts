/** One step of a Dockerfile, comments and line ends taken away. */
export type Step = {
  /** `COPY`, in capital letters. */
  readonly instruction: string;
  /** `--from=build` → `from`: `build`. */
  readonly flags: Readonly<Record<string, string>>;
  /** All that follows the flags, on one line. */
  readonly text: string;
  /** For messages. */
  readonly line: number;
};

/** One `FROM` with what follows it. */
export type Stage = { readonly image: string; readonly name: string | null; readonly steps: readonly Step[] };

/** Reads a Dockerfile. @throws where it uses what is not understood here, so that nothing is skipped unseen. */
export function readDockerfile(text: string): readonly Stage[] {
  const stages: { image: string; name: string | null; steps: Step[] }[] = [];
  for (const step of stepsOf(text)) {
    if (step.instruction === 'FROM') stages.push({ ...stageOf(step), steps: [] });
    else if (stages.length === 0) throw new Error(`Line ${step.line}: ${step.instruction} before any FROM.`);
    else stages.at(-1)?.steps.push(step);
  }
  return stages;
}

function stepsOf(text: string): readonly Step[] {
  const steps: Step[] = [];
  let open = '';
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '' || /^\s*#/u.test(line)) continue;
    open += line.replace(/\\\s*$/u, ' ');
    if (/\\\s*$/u.test(line)) continue;
    steps.push(stepOf(open.trim(), index + 1));
    open = '';
  }
  return steps;
}

function stepOf(text: string, line: number): Step {
  const [instruction = '', ...words] = text.split(/\s+/u);
  const flags: Record<string, string> = {};
  let rest = text.slice(instruction.length).trimStart();
  for (const word of words) {
    const flag = /^--([a-z-]+)=(\S+)$/u.exec(word);
    if (flag === null) break;
    flags[flag[1] ?? ''] = flag[2] ?? '';
    rest = rest.slice(word.length).trimStart();
  }
  return { instruction: instruction.toUpperCase(), flags, text: rest, line };
}

function stageOf({ text, line }: Step): Pick<Stage, 'image' | 'name'> {
  const [, image, name] = /^(\S+)(?:\s+AS\s+(\S+))?$/iu.exec(text) ?? [];
  if (image === undefined) throw new Error(`Line ${line}: this FROM is not understood.`);
  return { image, name: name ?? null };
}

/** `NAME=value NAME=value`; values without spaces. */
export function readEnvironment({ text, line }: Step): Readonly<Record<string, string>> {
  const pairs = text.split(/\s+/u).map((pair) => /^([A-Z][A-Z_\d]*)=([^"'$\\]*)$/u.exec(pair));
  return Object.fromEntries(
    pairs.map((pair) => {
      if (pair === null) throw new Error(`Line ${line}: write ENV as NAME=value, without quotes.`);
      return [pair[1], pair[2]];
    }),
  );
}

/** `["node", "src/main.ts"]`. Words without brackets would run in a shell, which takes signals and keeps them. */
export function readCommand({ text, line }: Pick<Step, 'text' | 'line'>): readonly string[] {
  const words: unknown = text.startsWith('[') ? JSON.parse(text) : null;
  if (!Array.isArray(words) || words.some((word) => typeof word !== 'string'))
    throw new Error(`Line ${line}: write the command as a list, ["node", "…"].`);
  return words as string[];
}

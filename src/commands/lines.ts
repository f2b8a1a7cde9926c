/** The lines of a UTF-8 stream, split at line feeds alone: within JSON every other separator is text. */
export async function* linesOf(input: AsyncIterable<string | Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let parts: string[] = [];
  for await (const chunk of input) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const [end = '', ...begun] = text.split('\n');
    parts.push(end);
    for (const next of begun) {
      yield parts.join('');
      parts = [next];
    }
  }
  const last = `${parts.join('')}${decoder.decode()}`;
  if (last !== '') yield last;
}

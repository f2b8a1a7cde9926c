/** The longest piece that is kept of one field; a commit message may be larger than memory. */
const LONGEST = 1024 * 1024;

/**
 * Cuts git's output at its NUL bytes. Nothing that people write can hold a NUL: git ends every text there.
 * What is not UTF-8 becomes U+FFFD. A last piece without a NUL is dropped: git was cut short.
 */
export async function* splitAtNul(chunks: AsyncIterable<Buffer>): AsyncGenerator<readonly string[]> {
  let kept: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    const tokens: string[] = [];
    let from = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, from)) {
      tokens.push(join(kept, chunk.subarray(from, end)));
      kept = [];
      length = 0;
      from = end + 1;
    }
    const rest = chunk.subarray(from, from + Math.max(0, LONGEST - length));
    if (rest.length > 0) kept.push(rest);
    length += rest.length;
    yield tokens;
  }
}

function join(kept: readonly Buffer[], last: Buffer): string {
  const whole = kept.length === 0 ? last : Buffer.concat([...kept, last]);
  return whole.toString('utf8', 0, LONGEST);
}

/**
 * Makes this checkout ready to run: the pinned Node and the packages, then the database client.
 * The commands of package.json run it first, in a shell of its own, because a shell remembers where it found
 * `node`. This file alone is read by Node versions that are too old, so its words are ones they know.
 */
const OLDEST_NODE = 20;

function main(version) {
  if (parseInt(version, 10) >= OLDEST_NODE) {
    void import('./setup/begin.mjs');
    return;
  }
  process.stderr.write(`set-up: Node ${OLDEST_NODE} or newer is needed; this is ${version}. `);
  process.stderr.write('Install it from https://nodejs.org and run the same command again.\n');
  process.exitCode = 1;
}

main(process.versions.node);

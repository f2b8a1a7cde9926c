import { exportText } from '../../src/people/export-lines.ts';
import { heldMarkdown } from '../../src/report/held-markdown.ts';
import type { WorkerPorts } from '../ports.ts';
import { publishOwn } from '../publish.ts';
import type { Whom } from '../publish.ts';
import { exportLinesOf, heldAbout } from './held.ts';
import { heldRecordOf } from './held-record.ts';

/** Everything that is held, readable, in the person's own repository: one issue, written anew when they ask. */
export async function showHeld(whom: Whom, ports: WorkerPorts): Promise<void> {
  const held = await heldAbout(whom, ports);
  await publishOwn(
    whom,
    {
      key: `me/${whom.engineer.person}`,
      kind: 'me',
      title: 'What Groundwork holds about you',
      body: heldMarkdown(heldRecordOf(held)),
      label: 'what is held',
      file: null,
    },
    ports,
  );
}

/** The same to carry away: JSON Lines, in one block, or as a file where reports are files. */
export async function exportHeld(whom: Whom, ports: WorkerPorts): Promise<void> {
  const held = await heldAbout(whom, ports);
  const text = exportText(exportLinesOf(held));
  const name = `groundwork-export-${held.day}.jsonl`;
  await publishOwn(
    whom,
    {
      key: `export/${whom.engineer.person}/${held.day}`,
      kind: 'export',
      title: `Your record as of ${held.day}, to carry away`,
      body: `All that Groundwork holds about you, one JSON object a line. Copy the lines into a file such as \`${name}\`; where the text is longer than one issue may be, it goes on in the comments below.\n\n\`\`\`json\n${text}\n\`\`\``,
      label: 'what is held',
      file: {
        path: `exports/${name}`,
        branch: `groundwork/export-${held.day}`,
        content: text,
        about: 'All that Groundwork holds about you, as a file: one JSON object a line.',
      },
    },
    ports,
  );
}

import type { CommandName } from '../../src/people/commands.ts';
import { also } from './also.ts';
import { answer } from './answer.ts';
import { accept } from './accept.ts';
import type { Handler } from './asked.ts';
import { away } from './away.ts';
import { explain } from './explain.ts';
import { ofOwnWork } from './own-work.ts';
import { kudos, win } from './told.ts';
import { pauseOrResume } from './pause.ts';
import { reportSince } from './report-now.ts';
import { eraseAll, showOrExport } from './rights.ts';
import { undo } from './undo.ts';

/** Who does what each command says. A further one needs its row in the table of commands, and its line here. */
export const handlers: Readonly<Record<CommandName, Handler>> = {
  area: ofOwnWork,
  context: ofOwnWork,
  contest: ofOwnWork,
  hide: ofOwnWork,
  'not-mine': ofOwnWork,
  also,
  answer,
  win,
  kudos,
  away,
  explain,
  undo,
  pause: pauseOrResume,
  resume: pauseOrResume,
  me: showOrExport,
  export: showOrExport,
  erase: eraseAll,
  report: reportSince,
  accept,
};

/**
 * One thing that people may say to the app. This table makes the reading, the permission, the tests and the
 * documentation; what a command does stands in `workers/hear/`, one file each.
 */
export type Command = {
  readonly name: CommandName;
  /** Whether something stands behind the name. */
  readonly takes: 'nothing' | 'something' | 'either';
  /** As it is typed: `/groundwork area <area>`. */
  readonly usage: string;
  /** What it does, as a sentence to whoever said it. */
  readonly does: string;
  readonly where: readonly Where[];
  /** Any of these may say it. */
  readonly who: readonly Who[];
  /**
   * Whether it names evidence by id, behind its own name, in a reports repository. Below the work itself it speaks of
   * the person's own part where it names none. Null: it is about no evidence.
   */
  readonly evidence: 'must' | 'may' | null;
};

/** `work`: below a merged pull request or an incident. `issue`: below any other issue. `reports`: in one engineer's reports repository. */
export type Where = 'work' | 'issue' | 'reports';

/**
 * `doer`: whose work it is. `engineer`: somebody on the roster; in a reports repository only whom the reports are about.
 * `manager`: of whoever the reports are about, by the rules of that day.
 */
export type Who = 'doer' | 'engineer' | 'manager';

export type CommandName =
  | 'area'
  | 'context'
  | 'contest'
  | 'hide'
  | 'not-mine'
  | 'also'
  | 'answer'
  | 'win'
  | 'kudos'
  | 'away'
  | 'explain'
  | 'undo'
  | 'pause'
  | 'resume'
  | 'me'
  | 'export'
  | 'erase'
  | 'report'
  | 'accept';

const anywhere = ['work', 'issue', 'reports'] as const;
/** The two places where a command can speak of work. */
const ofWork = { where: ['work', 'reports'], who: ['doer'] } as const;

/** What concerns one's record as a whole can be said wherever one writes. */
const ofOneself = { where: anywhere, evidence: null } as const;

export const commands: readonly Command[] = [
  {
    name: 'area',
    takes: 'something',
    usage: '/groundwork area <area>',
    does: 'Your work here counts for that area, and for no other.',
    evidence: 'must',
    ...ofWork,
  },
  {
    name: 'context',
    takes: 'something',
    usage: '/groundwork context <words>',
    does: 'Your words stand beside this work in your report.',
    evidence: 'must',
    ...ofWork,
  },
  {
    name: 'contest',
    takes: 'something',
    usage: '/groundwork contest <words>',
    does: 'Your view stands beside what the record says, marked as contested: both are shown.',
    evidence: 'must',
    ...ofWork,
  },
  {
    name: 'hide',
    takes: 'nothing',
    usage: '/groundwork hide',
    does: 'Your work here appears nowhere in your report, and no comment praises it.',
    evidence: 'must',
    ...ofWork,
  },
  {
    name: 'not-mine',
    takes: 'nothing',
    usage: '/groundwork not-mine',
    does: 'It is no longer credited to you; your report lists it as left out, by your word.',
    evidence: 'must',
    ...ofWork,
  },
  {
    name: 'also',
    takes: 'something',
    usage: '/groundwork also @who',
    does: 'Whoever you name shares the credit for this change, by your word.',
    evidence: null,
    where: ['work'],
    who: ['doer'],
  },
  {
    name: 'answer',
    takes: 'something',
    usage: '/groundwork answer <words>',
    does: 'Your words tell what came of this work: the figure in them, and for whom it was.',
    evidence: 'must',
    ...ofWork,
  },
  {
    name: 'win',
    takes: 'something',
    usage: '/groundwork win <words>',
    does: 'It stands in your report in your own words, with the day and a link.',
    evidence: null,
    where: anywhere,
    who: ['engineer'],
  },
  {
    name: 'kudos',
    takes: 'something',
    usage: '/groundwork kudos @who <words>',
    does: 'Your words stand in the report of whoever you name, as a colleague’s, with your name.',
    evidence: null,
    where: ['work', 'issue'],
    who: ['engineer'],
  },
  {
    name: 'away',
    takes: 'something',
    usage: '/groundwork away <from> <to>',
    does: 'Your report shows these days as away, the first and the last included. No reason is asked, and none is kept.',
    evidence: null,
    where: anywhere,
    who: ['engineer'],
  },
  {
    name: 'explain',
    takes: 'nothing',
    usage: '/groundwork explain <id>',
    does: 'Tells where that piece of evidence comes from, what found it, and what was said of it since.',
    evidence: 'must',
    where: ['reports'],
    who: ['engineer', 'manager'],
  },
  {
    name: 'undo',
    takes: 'nothing',
    usage: '/groundwork undo',
    does: 'Takes back what you last said here, or of that work.',
    evidence: 'may',
    where: anywhere,
    who: ['doer', 'engineer'],
  },
  {
    name: 'pause',
    takes: 'nothing',
    usage: '/groundwork pause',
    does: 'From now on no evidence is made of what you do, and no comment follows it, until you say `resume`. Your report says from when to when, and no more.',
    ...ofOneself,
    who: ['engineer'],
  },
  {
    name: 'resume',
    takes: 'nothing',
    usage: '/groundwork resume',
    does: 'What you do from now on is kept again; what you did in between is not.',
    ...ofOneself,
    who: ['engineer'],
  },
  {
    name: 'me',
    takes: 'nothing',
    usage: '/groundwork me',
    does: 'Everything that is held about you is written into your reports repository.',
    ...ofOneself,
    who: ['doer', 'engineer'],
  },
  {
    name: 'export',
    takes: 'nothing',
    usage: '/groundwork export',
    does: 'The same, as JSON to carry away.',
    ...ofOneself,
    who: ['doer', 'engineer'],
  },
  {
    name: 'erase',
    takes: 'either',
    usage: '/groundwork erase <login>',
    does: 'Once you have written your own login behind it, everything that is held about you is deleted, for good, and nothing more is kept.',
    ...ofOneself,
    who: ['doer', 'engineer'],
  },
  {
    name: 'report',
    takes: 'either',
    usage: '/groundwork report [since]',
    does: 'A report is written now, over the days since then (`2026-03-01`), or since the cycle began.',
    where: ['reports'],
    who: ['doer', 'engineer', 'manager'],
    evidence: null,
  },
  {
    name: 'accept',
    takes: 'nothing',
    usage: '/groundwork accept',
    does: 'The report above is signed off and stays as it is. What comes later is added below it.',
    where: ['reports'],
    who: ['manager'],
    evidence: null,
  },
];

export function commandNamed(name: string): Command | null {
  return commands.find((one) => one.name === name) ?? null;
}

/**
 * What people write when they have nothing to add: most often nothing at all. Everybody has habits of their own, and no
 * two share a word. None of it is evidence of anything.
 */
export const plainWords: ReadonlyMap<string, readonly string[]> = new Map([
  ['adaeze', ['', 'Looks right to me.', '', 'Read it, no questions.', 'Yes.', '', 'Checked, fine.']],
  ['tomas', ['LGTM', '', '👍', 'Ship it.', '', 'Sure.', 'lgtm, green is green', 'Lovely, go.']],
  ['priya', ['ok', '', '', '+1', 'OK, go ahead', '', 'fine by on-call']],
  ['jun', ['', 'Approved.', '', 'No remarks.', 'Thank you, approved.']],
  [
    'ingrid',
    ['Thank you!', '', 'Nice and small.', 'Good to have.', '', 'Gladly.', 'Reads well.', 'Happy with this.'],
  ],
  ['noor', ['Looks good!', '', 'nice', '🎉', 'Good for me :)', '', 'Makes sense!']],
  ['marit', ['Agreed.', '', 'Fine from our side.']],
  ['yaw', ['nice one', '', '🚢', 'works for me']],
  ['lucia', ['', 'Go.', 'No objection.']],
  ['arturs-k', ['ack', '', 'seems ok']],
]);

import { describe, expect, test } from '@jest/globals';
import { nearestOf } from '../../src/people/rules-nearest.ts';

describe('what was most likely meant', () => {
  test.each([
    ['leaveOut', ['teams', 'people', 'leave_out'], 'leave_out'],
    ['timezone', ['time_zone', 'length'], 'time_zone'],
    ['maangers', ['managers', 'readers'], 'managers'],
    ['Europe/Olso', ['Europe/Oslo', 'Europe/Paris'], 'Europe/Oslo'],
    ['bakend', ['frontend', 'backend'], 'backend'],
    ['on', ['one', 'two'], 'one'],
    ['xy', ['one', 'two'], null],
    ['squads', ['teams', 'people', 'leave_out'], null],
    ['', ['teams'], null],
    ['teams', [], null],
  ])('%s among %j: %s', (word, known, expected) => {
    expect(nearestOf(word, known)).toBe(expected);
  });
});

import type { LogRow, LogTable } from '../../../src/ports/store.ts';
import { clean } from './memory.ts';
import type { Memory } from './memory.ts';

export function log(memory: Memory): LogTable {
  const rowsWhere = async (account: number, isMeant: (row: LogRow) => boolean) =>
    memory.log.filter((row) => row.account === account && isMeant(row));
  return {
    add: async (row) => addLog(memory, [row]),
    ofPerson: (account, person) => rowsWhere(account, (row) => row.person === person || row.actor === person),
    about: (account, key) => rowsWhere(account, (row) => row.about === clean(key)),
  };
}

export function addLog(memory: Memory, rows: readonly Omit<LogRow, 'at'>[]): void {
  const at = memory.now().toISOString();
  memory.log.push(...rows.map((row) => ({ ...clean(row), details: clean(row.details) ?? {}, at })));
}

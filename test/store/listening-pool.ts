import { Client, Pool } from 'pg';

/** A pool that writes down every statement on its way to the server, those of transactions too. */
export function listeningPool(url: string): { readonly pool: Pool; readonly statements: string[] } {
  const statements: string[] = [];
  class ListeningClient extends Client {
    override query(...question: unknown[]) {
      const [first] = question as [string | { text: string }];
      statements.push(typeof first === 'string' ? first : first.text);
      return Reflect.apply(super.query.bind(this), this, question);
    }
  }
  const pool = new Pool({ connectionString: url, Client: ListeningClient });
  // The server may end before the last idle connection does.
  pool.on('error', () => undefined);
  return { pool, statements };
}

/** COPY … FROM STDIN through `pg`: the fastest way in. */
import { once } from 'node:events';
import pg from 'pg';

const CHUNK = 1 << 16;

/**
 * @param {pg.Client} client
 * @param {string} target `table (column, …)`
 * @param {Iterable<readonly unknown[]>} rows in the order of the columns; a Buffer is `bytea`, null is NULL, everything else its text
 */
export const copyRows = (client, target, rows) =>
  new Promise((resolve, reject) => {
    client.query(new CopyIn(target, rows, error => (error ? reject(error) : resolve())));
  });

class CopyIn extends pg.Query {
  #rows;

  constructor(target, rows, callback) {
    super({ text: `COPY ${target} FROM STDIN` }, undefined, callback);
    this.#rows = rows;
  }

  async handleCopyInResponse(connection) {
    let lines = '';
    const send = async () => {
      connection.sendCopyFromChunk(Buffer.from(lines));
      // Millions of rows would otherwise wait in memory for PostgreSQL.
      if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain');
    };
    for (const row of this.#rows) {
      lines += `${row.map(field).join('\t')}\n`;
      if (lines.length < CHUNK) continue;
      await send();
      lines = '';
    }
    await send();
    connection.endCopyFrom();
  }
}

/** COPY's text form; the values of a load hold no tab, no line break and no backslash. */
const field = value => (value === null ? '\\N' : Buffer.isBuffer(value) ? `\\\\x${value.toString('hex')}` : String(value));

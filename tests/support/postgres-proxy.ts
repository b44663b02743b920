import { createConnection, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** Messages of the frontend after which PostgreSQL has something to do: Sync ends an extended statement, Query is a simple one. */
const STATEMENT_ENDS = new Set([0x53, 0x51]);

/**
 * Stands between one process and PostgreSQL and counts the statements that the process sends. At a chosen one it freezes: that statement
 * still reaches PostgreSQL and is executed, but its answer, and everything else in both directions, is held back. Whoever is killed now has
 * done exactly that many statements and does not know how the last one ended.
 */
export class PostgresProxy {
  readonly port: number;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #statements = 0;
  #freezeAt = Number.POSITIVE_INFINITY;
  #frozen = false;
  #onFrozen: () => void = () => undefined;

  private constructor(server: Server) {
    this.#server = server;
    this.port = (server.address() as AddressInfo).port;
  }

  static async start(target: { host: string; port: number }): Promise<PostgresProxy> {
    const server = createServer();
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const proxy = new PostgresProxy(server);
    server.on('connection', client => {
      proxy.#join(client, createConnection(target));
    });
    return proxy;
  }

  /** Statements since {@link arm}. */
  get statements(): number {
    return this.#statements;
  }

  /** Counts anew, and freezes at the `at`-th statement; resolves then, never when it is not reached. */
  arm(at: number): Promise<void> {
    this.#statements = 0;
    this.#freezeAt = at;
    return new Promise(resolve => {
      this.#onFrozen = resolve;
    });
  }

  disarm(): void {
    this.#freezeAt = Number.POSITIVE_INFINITY;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise(resolve => this.#server.close(resolve));
  }

  #join(client: Socket, database: Socket): void {
    for (const socket of [client, database]) {
      this.#sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.#sockets.delete(socket);
        client.destroy();
        database.destroy();
      });
    }
    const messages = new FrontendMessages();
    client.on('data', chunk => {
      if (this.#frozen) return;
      for (const message of messages.take(chunk)) {
        database.write(message);
        if (STATEMENT_ENDS.has(message[0] ?? 0) && messages.started) this.#statements += 1;
        if (this.#statements >= this.#freezeAt) {
          this.#frozen = true;
          this.#onFrozen();
          return;
        }
      }
    });
    database.on('data', chunk => {
      if (!this.#frozen) client.write(chunk);
    });
  }
}

/** Cuts what a client sends into whole messages. The first one has no type. */
class FrontendMessages {
  started = false;
  #rest: Buffer = Buffer.alloc(0);
  #first = true;

  *take(chunk: Buffer): Generator<Buffer> {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    for (;;) {
      const head = this.#first ? 0 : 1;
      if (this.#rest.length < head + 4) return;
      const length = head + this.#rest.readUInt32BE(head);
      if (this.#rest.length < length) return;
      const message = this.#rest.subarray(0, length);
      this.#rest = this.#rest.subarray(length);
      this.started = !this.#first;
      this.#first = false;
      yield message;
    }
  }
}

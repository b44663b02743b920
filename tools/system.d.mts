export interface SystemOptions {
  /** Everything of this system: database, keys, accounts, logs. */
  directory: string;
  ports: { server: number; simulator: number; database: number };
  /** For tests: the database is not written through to the disk. */
  throwaway?: boolean;
  /** A PostgreSQL that is there already, instead of one of our own. */
  external?: { appUrl: string; ownerUrl: string };
  /** Added to the environment of simulator, worker and server. */
  env?: Record<string, string>;
  say?: (line: string) => void;
  /** Aborting it stops everything, also in the middle of the start. */
  signal?: AbortSignal;
  /** Told when a program ends without having been stopped. */
  onCrash?: (program: Program) => void;
}

export interface Program {
  readonly name: string;
  readonly pid: number | undefined;
  readonly running: boolean;
  /** Path of its log. */
  readonly log: string;
  /** Starts it, again after a stop, and waits until it is ready. */
  start(): Promise<void>;
  /** Ends it in good order, or with 'SIGKILL' at once; resolves when it is gone. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

export interface System {
  serverUrl: string;
  simulatorUrl: string;
  appUrl: string;
  ownerUrl: string;
  /** The environment of the programs. */
  environment: Record<string, string>;
  programs: { simulator: Program; worker: Program; server: Program };
  /**
   * Stops our own database, hands its data directory over, and starts it again: a backup is a copy of it, restoring one puts a copy in its
   * place. Server and worker are stopped before by whoever asks. Absent with an external database.
   */
  withDatabaseStopped?(work: (cluster: string) => Promise<void>): Promise<void>;
  /** Stops server, worker, simulator and our own database, in this order. */
  stop(): Promise<void>;
}

export function startSystem(options: SystemOptions): Promise<System>;

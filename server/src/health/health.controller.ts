import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';

/** For whoever runs the process: alive, and able to serve. */
@Controller('health')
export class HealthController {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  @Get('live')
  live(): { status: string } {
    return { status: 'live' };
  }

  /** Ready when the database answers and serves as a role that row-level security binds. */
  @Get('ready')
  async ready(): Promise<{ status: string }> {
    try {
      await this.#database.directory('SELECT 1 FROM county LIMIT 1');
      return { status: 'ready' };
    } catch {
      throw new ServiceUnavailableException();
    }
  }
}

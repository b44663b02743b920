import { Refusal } from '@guanhu/shared/kernel/decision';
import { isId, type Id } from '@guanhu/shared/kernel/ids';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { catchError, from, switchMap, throwError, type Observable } from 'rxjs';
import { Database } from '../platform/database/database.ts';
import { namesPatient, type Incoming, type Led } from '../platform/http/endpoint.ts';
import { Files } from './files.ts';

/**
 * Leads a request about a merged file to the one kept in its place: a phone may have queued it before the merge. Only what found no file is
 * asked again, with whether this person may asked again about the kept file; so nothing is spent on any other request. Deeds name both files.
 * Lists that are narrowed to one patient find nothing instead of refusing, so theirs are led at once.
 */
@Injectable()
export class LeadToKept implements NestInterceptor {
  readonly #database: Database;
  readonly #files: Files;

  constructor(database: Database, files: Files) {
    this.#database = database;
    this.#files = files;
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Incoming>();
    const filter = namesPatient(request.query);
    if (request.actor && typeof filter === 'string' && isId(filter)) return this.#filtered(request, request.actor.countyId, filter, next);
    return next.handle().pipe(
      catchError((error: unknown) => {
        const asked = [request.params, request.body, request.query].map(namesPatient).find(id => typeof id === 'string');
        if (!(error instanceof Refusal) || error.code !== 'NOT_FOUND_OR_NO_ACCESS' || !request.actor || asked === undefined)
          return throwError(() => error);
        return from(this.#wayFrom(request.actor.countyId, asked)).pipe(
          switchMap(way => {
            if (!way || !request.actor) return throwError(() => error);
            request.led = way;
            request.actor = { ...request.actor, ledFrom: way.from };
            return next.handle();
          }),
        );
      }),
    );
  }

  /** A list is never refused for the file that it is narrowed to: it would only be empty. So the way is looked up before. */
  #filtered(request: Incoming, countyId: number, patientId: Id, next: CallHandler): Observable<unknown> {
    return from(this.#wayFrom(countyId, patientId)).pipe(
      switchMap(way => {
        if (way) request.led = way;
        return next.handle();
      }),
    );
  }

  async #wayFrom(countyId: number, asked: string): Promise<Led | null> {
    const kept = await this.#files.keptFor(this.#database.county(countyId), asked);
    return kept === null ? null : { from: asked, to: kept };
  }
}

import type { Contract } from '@guanhu/shared/kernel/contract';
import { Refusal } from '@guanhu/shared/kernel/decision';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { CONTRACT, type Incoming } from '../platform/http/endpoint.ts';
import { Sessions } from './sessions.ts';

const BEARER = /^Bearer (\S{1,200})$/;

/** Finds out who asks, unless the endpoint's door is open to everybody. What they may do is asked by the use-case, about a patient. */
@Injectable()
export class SessionGuard implements CanActivate {
  readonly #sessions: Sessions;

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const contract = Reflect.getMetadata(CONTRACT, context.getHandler()) as Contract | undefined;
    if (!contract || contract.door === 'public' || contract.door === 'platform') return true;
    const request = context.switchToHttp().getRequest<Incoming>();
    const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
    const actor = token === undefined ? undefined : await this.#sessions.actorOf(token);
    if (!actor) throw new Refusal('SIGN_IN_NEEDED');
    request.actor = actor;
    return true;
  }
}

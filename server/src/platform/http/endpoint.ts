import { isUtf8 } from 'node:buffer';
import type { Actor } from '@guanhu/shared/access/access.terms';
import type { Contract } from '@guanhu/shared/kernel/contract';
import { CONTRACT_HEADER, readingOf } from '@guanhu/shared/kernel/contract-version';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { applyDecorators, createParamDecorator, Get, HttpCode, Post, Put, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';

/** Under this key a handler carries its contract: the guard, the reply and the document read it. */
export const CONTRACT = 'guanhu:contract';

/** Everything but WeChat's callbacks lives below this path. */
const API = '/api';

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

type Sent = { readonly params: unknown; readonly body: unknown };

/** A request that has passed its contract. */
export type CallOf<C extends Contract> = {
  readonly contract: C;
  /** Who asks. A public or platform door has nobody. */
  readonly actor: C['door'] extends 'public' | 'platform' ? undefined : Actor;
  readonly params: Parsed<C['params']>;
  readonly query: Parsed<C['query']>;
  readonly body: Parsed<C['body']>;
  /** The Idempotency-Key, present exactly when the contract says `once`. */
  readonly key: C['once'] extends true ? string : undefined;
  /** What was sent, before it was led to another file: by this a repeat is known as the same write. */
  readonly sent: Sent;
  readonly request: {
    readonly ip: string;
    readonly id: string;
    readonly rawBody: Buffer | undefined;
    readonly headers: FastifyRequest['headers'];
  };
  readonly reply: FastifyReply;
};

/** What the server keeps on a Fastify request between the guard and the handler. */
export type Incoming = FastifyRequest & { actor?: Actor; rawBody?: Buffer; led?: Led };

/** A request about the file `from` is answered as one about `to`. */
export type Led = { readonly from: Id; readonly to: Id };

const served: Contract[] = [];

/** Every contract that a loaded controller serves: what the document describes. */
export const servedContracts = (): readonly Contract[] => served;

/** The path a contract is served at. */
export const servedPath = ({ door, route }: Contract): string => (door === 'platform' ? route.path : `${API}${route.path}`);

/** Serves the contract's route with this method. */
export function Endpoint(contract: Contract): MethodDecorator {
  served.push(contract);
  const route = { GET: Get, POST: Post, PUT: Put }[contract.route.method](servedPath(contract));
  return applyDecorators(route, HttpCode(200), SetMetadata(CONTRACT, contract));
}

const KEY = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Checks one part against its schema through Standard Schema. @throws Refusal INPUT_INVALID naming the fields, never their values. */
function check(schema: z.ZodType | undefined, part: 'params' | 'query' | 'body', value: unknown): unknown {
  if (!schema) return undefined;
  const result = schema['~standard'].validate(value);
  if (result instanceof Promise) throw new TypeError('contracts are synchronous');
  if (!result.issues) return result.value;
  const fields = result.issues.map(issue => [part, ...(issue.path ?? []).map(nameOf)].join('.'));
  throw new Refusal('INPUT_INVALID', [...new Set(fields)].slice(0, 20));
}

/** A step of the way to a wrong field. The keys of a dictionary are the sender's words: they are not repeated. */
function nameOf(step: PropertyKey | { readonly key: PropertyKey }): string {
  const name = String(typeof step === 'object' ? step.key : step);
  return /^([a-zA-Z]{1,40}|\d{1,4})$/.test(name) ? name : '*';
}

/** What was sent as JSON. @throws Refusal INPUT_INVALID for bytes that are not UTF-8 (a GBK form), and for fields where none are known. */
function bodyOf(request: Incoming, { body, door }: Contract): unknown {
  if (door !== 'platform') {
    if (request.rawBody !== undefined && !isUtf8(request.rawBody)) throw new Refusal('INPUT_INVALID', ['body']);
    if (!body && Object.keys((request.body as object | null | undefined) ?? {}).length > 0) throw new Refusal('INPUT_INVALID', ['body']);
  }
  return request.body ?? (body ? {} : undefined);
}

/**
 * The body as this version of the contracts has it.
 * @throws Refusal PHONE_TOO_OLD; SERVER_BUSY for a phone that is ahead of this server: another one, or this one soon, will understand it
 */
export function inThisVersion({ door, earlier }: Pick<Contract, 'door' | 'earlier'>, header: unknown, body: unknown): unknown {
  if (door === 'platform') return body;
  const reading = readingOf(typeof header === 'string' ? header : undefined);
  if (reading === 'tooOld') throw new Refusal('PHONE_TOO_OLD');
  if (reading === 'tooNew') throw new Refusal('SERVER_BUSY');
  return reading === 'earlier' && earlier ? earlier(body) : body;
}

/** A part of the request with the other file's id where it names the patient. */
const led = (part: unknown, way: Led | undefined): unknown =>
  way !== undefined && namesPatient(part) === way.from ? { ...(part as object), patientId: way.to } : part;

/** The patient that a part of a request is about; undefined when it names none. */
export const namesPatient = (part: unknown): unknown => (part as { patientId?: unknown } | null | undefined)?.patientId;

/** The whole request as its contract describes it. */
export const Call = createParamDecorator((_: unknown, context: ExecutionContext): CallOf<Contract> => {
  const request = context.switchToHttp().getRequest<Incoming>();
  const contract = Reflect.getMetadata(CONTRACT, context.getHandler()) as Contract;
  const key = request.headers['idempotency-key'];
  if (contract.once === true && (typeof key !== 'string' || !KEY.test(key))) throw new Refusal('INPUT_INVALID', ['header.idempotency-key']);
  const params = check(contract.params, 'params', request.params);
  const body = check(contract.body, 'body', inThisVersion(contract, request.headers[CONTRACT_HEADER], bodyOf(request, contract)));
  return {
    contract,
    actor: request.actor as never,
    params: led(params, request.led),
    query: led(check(contract.query, 'query', request.query), request.led),
    body: led(body, request.led),
    sent: { params, body },
    key: (contract.once === true ? key : undefined) as never,
    request: { ip: request.ip, id: request.id, rawBody: request.rawBody, headers: request.headers },
    reply: context.switchToHttp().getResponse<FastifyReply>(),
  };
});

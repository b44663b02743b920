import type { Contract } from '@guanhu/shared/kernel/contract';
import { REFUSALS, type RefusalCode } from '@guanhu/shared/kernel/refusals';
import { z } from 'zod';
import { servedPath } from './endpoint.ts';

type Json = { [key: string]: unknown };

/** Refusals any signed-in endpoint may give besides its own. */
const ALWAYS: readonly RefusalCode[] = ['INPUT_INVALID', 'INTERNAL', 'SERVER_BUSY'];
const SIGNED_IN: readonly RefusalCode[] = ['SIGN_IN_NEEDED', 'NOT_FOUND_OR_NO_ACCESS'];
const ONCE: readonly RefusalCode[] = ['KEY_REUSED'];

/** The document of all endpoints: OpenAPI 3.1, with JSON Schema as zod writes it and the refusals each endpoint can give. */
export function openApi(contracts: readonly Contract[], version: string): Json {
  const components = new Components();
  const paths: Record<string, Json> = {};
  const ordered = [...contracts].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
  for (const contract of ordered) {
    const path = servedPath(contract).replace(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[contract.route.method.toLowerCase()] = operation(contract, components);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Guanhu 关护', version, license: { name: 'Apache-2.0' } },
    paths,
    components: {
      securitySchemes: { session: { type: 'http', scheme: 'bearer', description: 'Opaque token of a session' } },
      schemas: { Refusal: REFUSAL_BODY, ...components.all() },
    },
  };
}

const REFUSAL_BODY = {
  type: 'object',
  required: ['code', 'say', 'retry'],
  properties: {
    code: { type: 'string', description: 'For machines: a code of the refusal catalogue' },
    say: { type: 'string', description: 'For people, in Chinese' },
    retry: { type: 'boolean', description: 'Whether sending the same again can help' },
    fields: { type: 'array', items: { type: 'string' }, description: 'Names of the fields that were wrong' },
  },
};

const idOf = (contract: Contract): string => `${servedPath(contract)} ${contract.route.method}`;

function operation(contract: Contract, components: Components): Json {
  const { route, summary, door, params, query, body, answer, refusals } = contract;
  const anybody = door === 'public' || door === 'platform';
  const codes = [...new Set([...ALWAYS, ...(anybody ? [] : SIGNED_IN), ...(contract.once === true ? ONCE : []), ...refusals])];
  return {
    operationId: `${route.method.toLowerCase()}${servedPath(contract).replace(/[^a-zA-Z]+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    summary,
    'x-door': door,
    ...(anybody ? {} : { security: [{ session: [] }] }),
    parameters: [
      ...parameters('path', params && components.schemaOf(params, 'input')),
      ...parameters('query', query && components.schemaOf(query, 'input')),
      ...(contract.once === true
        ? [
            {
              name: 'Idempotency-Key',
              in: 'header',
              required: true,
              schema: { type: 'string', format: 'uuid' },
              description: 'UUIDv7 made once for what the person wanted, kept through every retry',
            },
          ]
        : []),
    ],
    ...(body ? { requestBody: { required: true, content: json(components.schemaOf(body, 'input')) } } : {}),
    responses: {
      200: { description: 'Done', ...(answer ? { content: json(components.schemaOf(answer, 'output')) } : {}) },
      ...refusalResponses(codes),
    },
  };
}

const json = (schema: Json): Json => ({ 'application/json': { schema } });

function refusalResponses(codes: readonly RefusalCode[]): Json {
  const statuses = [...new Set(codes.map(code => REFUSALS[code].status))].sort((a, b) => a - b);
  const words = (status: number) => codes.filter(code => REFUSALS[code].status === status).map(code => `${code}: ${REFUSALS[code].say}`);
  return Object.fromEntries(
    statuses.map(status => [status, { description: words(status).join('\n'), content: json({ $ref: '#/components/schemas/Refusal' }) }]),
  );
}

function parameters(place: 'path' | 'query', schema: Json | undefined): Json[] {
  const properties = (schema?.['properties'] ?? {}) as Record<string, Json>;
  const required = (schema?.['required'] ?? []) as string[];
  return Object.entries(properties).map(([name, one]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: one,
  }));
}

/** Named schemas, each written once. A name whose request and answer forms differ appears twice. */
class Components {
  readonly #named = new Map<string, Json>();

  schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
    const {
      $schema: _,
      $defs = {},
      ...root
    } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json & { $defs?: Record<string, Json> };
    const names = new Map(Object.entries($defs).map(([name, definition]) => [name, this.#nameFor(name, definition, io)]));
    const rename = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value), (key, each: unknown) =>
        key === '$ref' && typeof each === 'string' ? `#/components/schemas/${names.get(each.replace('#/$defs/', '')) ?? each}` : each,
      );
    for (const [name, definition] of Object.entries($defs)) this.#named.set(names.get(name) ?? name, rename(strip(definition)) as Json);
    return rename(strip(root)) as Json;
  }

  all(): Record<string, Json> {
    return Object.fromEntries([...this.#named].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  #nameFor(name: string, definition: Json, io: 'input' | 'output'): string {
    const known = this.#named.get(name);
    if (!known || JSON.stringify(known) === JSON.stringify(strip(definition))) return name;
    return io === 'input' ? `${name}Input` : `${name}Output`;
  }
}

const strip = ({ id: _, ...rest }: Json): Json => rest;

import type { ReadTogetherAnswer, readTogetherContract } from '@guanhu/shared/access/read-together.contract';
import type { Contract } from '@guanhu/shared/kernel/contract';
import { CONTRACT_HEADER } from '@guanhu/shared/kernel/contract-version';
import { LANGUAGE_HEADER } from '@guanhu/shared/kernel/language';
import { REFUSALS } from '@guanhu/shared/kernel/refusals';
import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { servedContracts, servedPath, type CallOf } from '../platform/http/endpoint.ts';
import { refusalBody } from '../platform/http/refusal-filter.ts';

type Call = CallOf<typeof readTogetherContract>;
type Read = Call['body']['reads'][number];
type Answer = ReadTogetherAnswer['answers'][number];

const NOT_HERE: Answer = { status: REFUSALS.NOT_FOUND_OR_NO_ACCESS.status, body: refusalBody('NOT_FOUND_OR_NO_ACCESS') };

/**
 * Several reads in one request. Each goes through the same door, contract, use-case and logs as by itself, with the asker's own token;
 * nothing that writes can be reached. One after the other, so that one phone holds one connection of the pool at a time.
 */
@Injectable()
export class ReadTogether {
  readonly #host: HttpAdapterHost;
  #readable: Readonly<Record<'GET' | 'POST', readonly RegExp[]>> | undefined;

  constructor(host: HttpAdapterHost) {
    this.#host = host;
  }

  async run({ body, request }: Call): Promise<ReadTogetherAnswer> {
    const answers: Answer[] = [];
    for (const read of body.reads) answers.push(await this.#one(read, request));
    return { answers };
  }

  async #one({ path, body }: Read, request: Call['request']): Promise<Answer> {
    const method = body === undefined ? 'GET' : 'POST';
    const url = `/api${path}`;
    this.#readable ??= { GET: patterns(isReadByAddress), POST: patterns(isReadByBody) };
    if (!this.#readable[method].some(pattern => pattern.test(url.split('?')[0] ?? ''))) return NOT_HERE;
    const { authorization, [CONTRACT_HEADER]: contract, [LANGUAGE_HEADER]: language } = request.headers;
    const answer = await this.#host.httpAdapter.getInstance<FastifyInstance>().inject({
      method,
      url,
      remoteAddress: request.ip,
      headers: {
        ...(authorization === undefined ? {} : { authorization }),
        ...(contract === undefined ? {} : { [CONTRACT_HEADER]: contract }),
        ...(language === undefined ? {} : { [LANGUAGE_HEADER]: language }),
      },
      ...(body === undefined ? {} : { payload: body }),
    });
    return { status: answer.statusCode, body: answer.json<unknown>() };
  }
}

/** Files are fetched by themselves: an address without an answer in words is one. */
const isReadByAddress = ({ route, door, answer }: Contract) =>
  route.method === 'GET' && door !== 'public' && door !== 'platform' && answer !== undefined;
const isReadByBody = ({ route, reads }: Contract) => route.method === 'POST' && reads === true;

const patterns = (isMeant: (contract: Contract) => boolean): readonly RegExp[] =>
  servedContracts()
    .filter(isMeant)
    .map(contract => new RegExp(`^${servedPath(contract).replace(/:\w+/g, '[^/]+')}$`));

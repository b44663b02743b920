import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LANGUAGE_HEADER } from '@guanhu/shared/kernel/language';
import { readTogether } from '@guanhu/shared/access/read-together.routes';
import type { AnswerOf, BodyOf, Route } from '@guanhu/shared/kernel/route';

/** One request as the mini-program sent it. */
export type Sent = {
  readonly route: string;
  readonly params: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly key: string | undefined;
  readonly bearer: string | undefined;
  /** What the phone says that it speaks. */
  readonly language: string | undefined;
};

type Asked = Omit<Sent, 'route' | 'params'> & { readonly method: string | undefined; readonly pathname: string };
export type Refused = { readonly status: number; readonly refusal: { code: string; say: string; retry: boolean } };
/** At once, or when the test lets it go. */
type Said<A> = A | Refused | Promise<A | Refused>;
type Script = { readonly pattern: RegExp; readonly names: readonly string[]; readonly answer: (sent: Sent) => unknown };

/**
 * A server that answers what a test scripts, for testing the harness itself; the journeys run against the real one.
 * It also is the WeChat around the phone: login, phone number, subscribe, transfer.
 */
export class ScriptedServer {
  readonly sent: Sent[] = [];
  /** The office has ended every session. */
  revoked = false;
  readonly #scripts: (Script & { readonly method: string; readonly path: string })[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      void this.#reply(request).then(({ status, body }) => {
        response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
      });
    });
  }

  static async start(): Promise<ScriptedServer> {
    const scripted = new ScriptedServer();
    await new Promise<void>(resolve => scripted.#server.listen(0, '127.0.0.1', resolve));
    return scripted;
  }
  get origin(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }
  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  /** `when(route).answer(…)`: the last script of a route counts. Two steps, so that the compiler knows the route's types first. */
  when<R extends Route>(route: R): { answer(script: (sent: Sent & { readonly body: BodyOf<R> }) => Said<AnswerOf<R>>): void } {
    return {
      answer: script => {
        const names = [...route.path.matchAll(/:(\w+)/g)].map(match => match[1] ?? '');
        const pattern = new RegExp(`^/api${route.path.replace(/:\w+/g, '([^/]+)')}$`);
        this.#scripts.unshift({ method: route.method, path: route.path, pattern, names, answer: script });
      },
    };
  }
  /** What was sent to a route so far. */
  sentTo(route: Route): readonly Sent[] {
    return this.sent.filter(each => each.route === `${route.method} ${route.path}`);
  }

  async #reply(request: IncomingMessage): Promise<{ status: number; body: unknown }> {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const { pathname } = new URL(request.url ?? '/', this.origin);
    const wechat = /^\/phones\/[^/]+\/(.+)$/.exec(pathname)?.[1];
    if (wechat !== undefined)
      return { status: 200, body: atPhone(wechat, text === '' ? {} : (JSON.parse(text) as { templateIds?: string[] })) };
    if (this.revoked && request.headers.authorization !== undefined)
      return { status: 401, body: { code: 'SIGN_IN_NEEDED', say: '登录已过期，请重新登录', retry: false } };
    const { authorization, 'idempotency-key': key, [LANGUAGE_HEADER]: language } = request.headers;
    const body = text === '' ? undefined : (JSON.parse(text) as unknown);
    const one = (header: string | string[] | undefined) => (typeof header === 'string' ? header : undefined);
    const asked = { key: one(key), bearer: authorization, language: one(language) };
    if (pathname !== `/api${readTogether.path}`) return this.#answer({ ...asked, method: request.method, pathname, body });
    // Each of several reads is answered as by itself.
    const answers = (body as BodyOf<typeof readTogether>).reads.map(read => {
      const { pathname: path } = new URL(`/api${read.path}`, this.origin);
      return this.#answer({ ...asked, method: read.body === undefined ? 'GET' : 'POST', pathname: path, body: read.body });
    });
    return { status: 200, body: { answers: await Promise.all(answers) } };
  }

  async #answer({ method: asked, pathname, ...rest }: Asked): Promise<{ status: number; body: unknown }> {
    for (const { method, path, pattern, names, answer } of this.#scripts) {
      const match = method === asked ? pattern.exec(pathname) : null;
      if (!match) continue;
      const params = Object.fromEntries(names.map((name, index) => [name, match[index + 1] ?? '']));
      const sent: Sent = { route: `${method} ${path}`, params, ...rest };
      this.sent.push(sent);
      const said = await answer(sent);
      return isRefusal(said) ? { status: said.status, body: said.refusal } : { status: 200, body: said };
    }
    return { status: 404, body: { code: 'NOT_FOUND_OR_NO_ACCESS', say: '没有找到，或您没有查看权限', retry: false } };
  }
}

const isRefusal = (said: unknown): said is { status: number; refusal: unknown } =>
  typeof said === 'object' && said !== null && 'refusal' in said;

let codes = 0;
function atPhone(act: string, body: { templateIds?: string[] }): object {
  codes += 1;
  if (act === 'subscribe') return Object.fromEntries((body.templateIds ?? []).map(id => [id, 'accept']));
  return act === 'transfers/open' ? {} : { code: `${act}-${String(codes)}` };
}

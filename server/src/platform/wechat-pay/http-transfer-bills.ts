import { createHash } from 'node:crypto';
import type { Dispatcher } from 'undici';
import type { JsonObject } from '../wechat/json-object.ts';
import { asText, jsonObject } from '../wechat/json-object.ts';
import type { ExchangeLimits, NoAnswer, OutgoingRequest } from '../wechat/outgoing-http.ts';
import { exchange } from '../wechat/outgoing-http.ts';
import { adviceFor } from './advice.ts';
import { given, readBill } from './bill-reading.ts';
import { billState } from './bill.ts';
import { NAME_FROM_FEN, unfitFieldOf } from './draft.rules.ts';
import type { MerchantAccount } from './merchant-account.ts';
import type { PlatformKey, PlatformKeys } from './platform-keys.ts';
import { verifySignature } from './signature.ts';
import type { SignedRequests } from './signed-requests.ts';
import type { BillDraft, CancelOutcome, CreateOutcome, QueryOutcome, ReceiptOutcome, TransferBills, Unknown } from './transfer-bills.ts';

const BILLS = '/v3/fund-app/mch-transfer/transfer-bills';
const RECEIPTS = '/v3/fund-app/mch-transfer/elecsign/out-bill-no';

type Verified = { readonly outcome: 'verified'; readonly body: JsonObject };

/** `TransferBills` over HTTP; made by `openMerchant`. */
export class HttpTransferBills implements TransferBills {
  readonly #account: MerchantAccount;
  readonly #requests: SignedRequests;
  readonly #keys: PlatformKeys;
  readonly #options: { readonly dispatcher: Dispatcher; readonly limits: ExchangeLimits; readonly now: () => Date };

  constructor(
    account: MerchantAccount,
    requests: SignedRequests,
    keys: PlatformKeys,
    options: { dispatcher: Dispatcher; limits: ExchangeLimits; now: () => Date },
  ) {
    this.#account = account;
    this.#requests = requests;
    this.#keys = keys;
    this.#options = options;
  }

  async create(draft: BillDraft, turn?: () => Promise<(() => void) | undefined>): Promise<CreateOutcome> {
    const field = unfitFieldOf(draft, this.#account);
    if (field !== undefined) return { outcome: 'not-sent', field };
    const platformKey = await this.#keys.current();
    if (platformKey === undefined) return { outcome: 'not-sent', field: 'platform-key' };
    const request = await this.#requests.request('POST', BILLS, JSON.stringify(this.#bodyOf(draft, platformKey)), platformKey.serial);
    const answered = turn && (await turn());
    if (turn && !answered) return { outcome: 'put-off' };
    const answer = await this.#send(request, answered);
    if (answer.outcome !== 'verified') return answer;
    const transferBillNo = asText(answer.body['transfer_bill_no']);
    const stateWord = asText(answer.body['state']);
    if (transferBillNo === undefined || stateWord === undefined) return unknown('body');
    if (answer.body['out_bill_no'] !== draft.outBillNo) return unknown('mismatch');
    return {
      outcome: 'created',
      transferBillNo,
      state: billState(stateWord),
      stateWord,
      ...given('packageInfo', answer.body['package_info']),
      ...given('createTime', answer.body['create_time']),
    };
  }

  async queryByOutBillNo(outBillNo: string): Promise<QueryOutcome> {
    const answer = await this.#ask('GET', pathOf(outBillNo), undefined, await this.#keys.current());
    if (answer.outcome === 'unknown') {
      return answer.status === 404 && answer.code === 'NOT_FOUND' && answer.why === 'status' ? { outcome: 'not-found' } : answer;
    }
    const bill = readBill(answer.body);
    if (bill === undefined) return unknown('body');
    if (bill.outBillNo !== outBillNo || bill.mchid !== this.#account.mchid) return unknown('mismatch');
    return { outcome: 'found', bill };
  }

  async cancel(outBillNo: string): Promise<CancelOutcome> {
    const answer = await this.#ask('POST', `${pathOf(outBillNo)}/cancel`, '{}', await this.#keys.current());
    if (answer.outcome === 'unknown') return answer;
    const stateWord = asText(answer.body['state']);
    if (stateWord === undefined) return unknown('body');
    if (answer.body['out_bill_no'] !== outBillNo) return unknown('mismatch');
    return { outcome: 'accepted', state: billState(stateWord), stateWord };
  }

  async receipt(outBillNo: string): Promise<ReceiptOutcome> {
    const platformKey = await this.#keys.current();
    const look = await this.#ask('GET', `${RECEIPTS}/${encodeURIComponent(outBillNo)}`, undefined, platformKey);
    if (look.outcome === 'unknown') {
      if (look.status !== 404) return look;
      const asked = await this.#ask('POST', RECEIPTS, JSON.stringify({ out_bill_no: outBillNo }), platformKey);
      return asked.outcome === 'unknown' ? asked : { outcome: 'making' };
    }
    if (look.body['state'] !== 'FINISHED') return { outcome: 'making' };
    const { hash_type: hashType, hash_value: hash, download_url: url } = look.body;
    if ((hashType !== 'SHA256' && hashType !== 'SM3') || typeof hash !== 'string' || typeof url !== 'string') return unknown('body');
    const content = await this.#download(url, platformKey);
    if (content === undefined) return unknown('network');
    const own = createHash(hashType.toLowerCase()).update(content).digest('hex');
    return own === hash.toLowerCase() ? { outcome: 'ready', hashType, hash: own, content } : unknown('mismatch');
  }

  /** A signed request to the address as it was given; what comes is proved by its digest. Only to the platform's own host. */
  async #download(url: string, platformKey: PlatformKey | undefined): Promise<Buffer | undefined> {
    if (!URL.canParse(url)) return undefined;
    const { origin, pathname, search } = new URL(url);
    if (origin !== new URL(this.#account.baseUrl).origin) return undefined;
    const { dispatcher, limits } = this.#options;
    const signed = await this.#requests.request('GET', pathname + search, undefined, platformKey?.serial);
    const answer = await exchange(dispatcher, { ...signed, url }, limits);
    return answer.got && answer.status === 200 ? answer.body : undefined;
  }

  #bodyOf(draft: BillDraft, platformKey: PlatformKey): JsonObject {
    const { appid, transferSceneId, perception, reportInfos } = this.#account;
    return {
      appid,
      out_bill_no: draft.outBillNo,
      transfer_scene_id: transferSceneId,
      openid: draft.openid,
      ...(draft.amountFen >= NAME_FROM_FEN && draft.userName !== undefined
        ? { user_name: this.#encrypt(draft.userName, platformKey) }
        : {}),
      transfer_amount: draft.amountFen,
      transfer_remark: draft.remark,
      ...(draft.notifyUrl === undefined ? {} : { notify_url: draft.notifyUrl }),
      ...(perception === null ? {} : { user_recv_perception: perception }),
      transfer_scene_report_infos: reportInfos.map(({ infoType, infoContent }) => ({ info_type: infoType, info_content: infoContent })),
    };
  }

  #encrypt(text: string, { key }: PlatformKey): string {
    return this.#requests.publicEncrypt(text, Buffer.from(key.export({ type: 'spki', format: 'pem' })));
  }

  async #ask(
    method: 'GET' | 'POST',
    path: string,
    body: string | undefined,
    platformKey: PlatformKey | undefined,
  ): Promise<Verified | Unknown> {
    return this.#send(await this.#requests.request(method, path, body, platformKey?.serial));
  }

  /** One exchange. Only a 200 whose signature is the platform's is `verified`. */
  async #send(request: OutgoingRequest, answered?: () => void): Promise<Verified | Unknown> {
    const { dispatcher, limits, now } = this.#options;
    const answer = await exchange(dispatcher, request, limits);
    answered?.();
    if (!answer.got) return unknown(WHY_NO_ANSWER[answer.why]);
    const verdict = await verifySignature(answer.header, answer.body, serial => this.#keys.keyFor(serial), now());
    if (answer.status !== 200) {
      // Gateways answer errors unsigned, and those are still worth reading: whatever they say, the result stays unknown.
      if (!verdict.valid && verdict.why !== 'absent') return { ...unknown('signature'), status: answer.status };
      const code = codeIn(answer.body);
      return { ...unknown('status'), advice: adviceFor(answer.status, code), status: answer.status, ...given('code', code) };
    }
    if (!verdict.valid) return { ...unknown('signature'), status: 200 };
    const read = jsonObject(answer.body.toString('utf8'));
    return read === undefined ? { ...unknown('body'), status: 200 } : { outcome: 'verified', body: read };
  }
}

const WHY_NO_ANSWER = {
  unreachable: 'unreachable',
  timeout: 'timeout',
  broken: 'network',
  'too-large': 'body',
} as const satisfies Record<NoAnswer['why'], Unknown['why']>;

const unknown = (why: Unknown['why']): Unknown => ({ outcome: 'unknown', why, advice: 'query' });

/** The error code and never the message, which may repeat what we sent. */
function codeIn(body: Buffer): string | undefined {
  const code = asText(jsonObject(body.toString('utf8'))?.['code']);
  return code !== undefined && /^[A-Z0-9_]{1,64}$/.test(code) ? code : undefined;
}

const pathOf = (outBillNo: string): string => `${BILLS}/out-bill-no/${encodeURIComponent(outBillNo)}`;

import type { FastifyRequest } from 'fastify';
import type { MerchantConfiguration } from '../configuration.ts';
import { rawText } from '../http/raw-body.ts';
import type { NamedKey } from '../kernel/keys.ts';
import type { Merchants } from './merchants.ts';
import { PayRefusal } from './refusal.ts';
import { readAuthorization, requestMessage, verifies } from './signing.ts';

/** A request whose sender is proved. */
export interface Admitted {
  merchant: MerchantConfiguration;
  /** Signs the answer. */
  key: NamedKey;
  /** The `Wechatpay-Serial` the request named, if any. */
  serial: string | null;
}

const LANGUAGES = ['en', 'zh-CN', 'zh-HK', 'zh-TW'];
const WINDOW_SECONDS = 300;

const unsigned = (status: number, code: string, message: string, detail?: unknown): PayRefusal =>
  new PayRefusal(status, code, message, { signed: false, ...(detail === undefined ? {} : { detail }) });

/**
 * The gateway's checks in the order the real one makes them: headers, form, time window, serial, signature; only then
 * the key for the answer. Throws a PayRefusal.
 */
export const admit = (request: FastifyRequest, merchants: Merchants): Admitted => {
  const { headers } = request;
  if (!headers.accept || !headers['user-agent']) throw unsigned(400, 'INVALID_REQUEST', 'Http头缺少Accept或User-Agent');
  const language = headers['accept-language'];
  if (language !== undefined && !LANGUAGES.includes(language)) throw unsigned(406, 'PARAM_ERROR', '传入了不支持的Accept-Language');
  const merchant = proveSender(request, merchants);
  const serial = headers['wechatpay-serial'];
  if (serial === undefined) return { merchant, key: merchants.usualKey(merchant), serial: null };
  const key = typeof serial === 'string' ? merchants.keyBySerial(merchant, serial) : null;
  if (!key || typeof serial !== 'string') throw new PayRefusal(400, 'PARAM_ERROR', '平台证书序列号Wechatpay-Serial错误', { signed: false });
  return { merchant, key, serial };
};

const proveSender = (request: FastifyRequest, merchants: Merchants): MerchantConfiguration => {
  const claim = readAuthorization(request.headers.authorization);
  if (claim === 'wrong-scheme') throw unsigned(401, 'SIGN_ERROR', 'Http头Authorization认证类型不正确');
  if (claim === 'malformed') throw unsigned(401, 'SIGN_ERROR', 'Http头Authorization值格式错误，请参考《微信支付商户REST API签名规则》');
  if (Math.abs(Date.now() / 1000 - Number(claim.timestamp)) > WINDOW_SECONDS)
    throw unsigned(401, 'SIGN_ERROR', 'Http头Authorization中的timestamp与发起请求的时间不得超过5分钟');
  const merchant = merchants.find(claim.mchid);
  if (!merchant) throw unsigned(401, 'SIGN_ERROR', '商户未申请过证书。请到商户平台上申请证书授权机构颁发的证书');
  if (merchant.serial.toUpperCase() !== claim.serial.toUpperCase())
    throw unsigned(401, 'SIGN_ERROR', '商户证书序列号有误。请使用签名私钥匹配的证书序列号');
  const message = requestMessage(request.method, request.url, claim.timestamp, claim.nonce, rawText(request.body));
  if (!verifies(message, claim.signature, merchant.publicKeyPem))
    throw unsigned(401, 'SIGN_ERROR', '签名错误', {
      field: 'signature',
      issue: 'sign not match',
      location: 'authorization',
      sign_information: {
        method: request.method,
        url: request.url,
        truncated_sign_message: message.replaceAll('\n', '\\n').slice(0, 300),
        sign_message_length: Buffer.byteLength(message),
      },
    });
  return merchant;
};

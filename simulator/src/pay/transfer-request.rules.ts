import type { TransferLimits } from '../configuration.ts';
import type { ReportInfo } from '../world.ts';
import type { PayRefusal } from './refusal.ts';
import { invalidRequest, parameterError } from './refusal.ts';
import { SCENES } from './scenes.ts';

/** A creation whose form is right. `user_name` is still encrypted. */
export interface TransferRequest {
  appid: string;
  out_bill_no: string;
  transfer_scene_id: string;
  openid: string;
  user_name?: string;
  transfer_amount: number;
  transfer_remark: string;
  notify_url?: string;
  user_recv_perception?: string;
  transfer_scene_report_infos: ReportInfo[];
}

interface TextRule {
  required: boolean;
  /** Characters. */
  maximum: number;
  pattern?: RegExp;
}

/** The documented text fields of `transfer-bills`. */
const TEXTS: Readonly<Record<string, TextRule>> = {
  appid: { required: true, maximum: 32 },
  out_bill_no: { required: true, maximum: 32, pattern: /^[0-9A-Za-z]+$/ },
  transfer_scene_id: { required: true, maximum: 36 },
  openid: { required: true, maximum: 64 },
  user_name: { required: false, maximum: 1024 },
  transfer_remark: { required: true, maximum: 32 },
  notify_url: { required: false, maximum: 256 },
  user_recv_perception: { required: false, maximum: 32 },
};
const OTHERS = ['transfer_amount', 'transfer_scene_report_infos'];

/** From this amount on (fen) the payee's real name is compulsory. */
const NAME_FROM = 200_000;

const longerThan = (value: string, maximum: number): boolean => [...value].length > maximum;

/** Checks the form of a body; the first fault found is the refusal. */
export const checkTransferForm = (body: Record<string, unknown>): PayRefusal | TransferRequest => {
  const unknown = Object.keys(body).find(field => !(field in TEXTS) && !OTHERS.includes(field));
  if (unknown !== undefined) return parameterError(unknown, '不支持的字段');
  for (const [field, rule] of Object.entries(TEXTS)) {
    const value = body[field];
    if (value === undefined) {
      if (rule.required) return parameterError(field, '缺少必填字段');
    } else if (typeof value !== 'string' || value === '') {
      return parameterError(field, '应为非空字符串');
    } else if (longerThan(value, rule.maximum)) {
      return parameterError(field, `长度不能超过${String(rule.maximum)}个字符`);
    } else if (rule.pattern && !rule.pattern.test(value)) {
      return parameterError(field, '只能由数字、大小写字母组成');
    }
  }
  const amount = body['transfer_amount'];
  if (typeof amount !== 'number' || !Number.isSafeInteger(amount) || amount <= 0)
    return parameterError('transfer_amount', '应为正整数，单位为分');
  if (amount >= NAME_FROM && body['user_name'] === undefined)
    return parameterError('user_name', '转账金额大于等于2000元时，收款用户姓名必填');
  const notifyUrl = body['notify_url'];
  if (typeof notifyUrl === 'string' && !isNotifyUrl(notifyUrl))
    return parameterError('notify_url', '应为外网可访问的HTTPS地址，不能携带参数');
  return checkReportForm(body['transfer_scene_report_infos']) ?? (body as unknown as TransferRequest);
};

const checkReportForm = (infos: unknown): PayRefusal | null => {
  const field = 'transfer_scene_report_infos';
  if (!Array.isArray(infos) || infos.length === 0) return parameterError(field, '缺少必填字段');
  for (const info of infos as unknown[]) {
    if (typeof info !== 'object' || info === null) return parameterError(field, '应为对象');
    const { info_type: type, info_content: content, ...rest } = info as Record<string, unknown>;
    if (Object.keys(rest).length > 0) return parameterError(field, '不支持的字段');
    if (typeof type !== 'string' || type === '' || longerThan(type, 15)) return parameterError(`${field}/info_type`, '长度应为1到15个字符');
    if (typeof content !== 'string' || content === '' || longerThan(content, 32))
      return parameterError(`${field}/info_content`, '长度应为1到32个字符');
  }
  return null;
};

/** The platform wants public HTTPS without a query; loopback HTTP is this simulator's only concession. */
const isNotifyUrl = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.search !== '' || text.includes('?')) return false;
  const loopback = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopback);
};

/** What the merchant account allows. `spentToday` in fen, confirmed or not. Null when all is well. */
export const checkTransferTerms = (
  request: TransferRequest,
  merchant: { appids: string[]; scenes: string[]; limits: TransferLimits },
  spentToday: number,
): PayRefusal | null => {
  if (!merchant.appids.includes(request.appid)) return invalidRequest('APPID不存在');
  const scene = SCENES[request.transfer_scene_id];
  if (!scene || !merchant.scenes.includes(request.transfer_scene_id)) return invalidRequest('你尚未获取该转账场景');
  const reported = request.transfer_scene_report_infos.map(info => info.info_type);
  const complete = reported.length === scene.infoTypes.length && scene.infoTypes.every(type => reported.includes(type));
  if (!complete) return parameterError('transfer_scene_report_infos', '未传入完整且对应的转账场景报备信息，请根据接口文档检查');
  const perception = request.user_recv_perception;
  if (perception !== undefined && !scene.perceptions.includes(perception)) return invalidRequest('暂不支持展示当前传入的用户收款感知');
  const { singleMinimum, singleMaximum, perDay } = merchant.limits;
  if (request.transfer_amount < singleMinimum || request.transfer_amount > singleMaximum) return invalidRequest('超过单笔转账上下限');
  if (spentToday + request.transfer_amount > perDay) return invalidRequest('超过商户单日转账额度');
  return null;
};

/**
 * One text for everything a repetition must repeat. The name is compared in clear, because RSA-OAEP makes a new
 * ciphertext each time.
 */
export const fingerprint = (request: Omit<TransferRequest, 'user_name'>, userName: string | null): string =>
  JSON.stringify([
    request.appid,
    request.transfer_scene_id,
    request.openid,
    request.transfer_amount,
    request.transfer_remark,
    request.notify_url ?? null,
    request.user_recv_perception ?? null,
    request.transfer_scene_report_infos.map(info => [info.info_type, info.info_content]),
    userName,
  ]);

/**
 * What a demonstration needs and an installation brings: a master key, and accounts at WeChat and WeChat Pay, which are those of the
 * simulator. All of it is made on first use, kept in the data directory, readable by us only.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
/** The built product; imported late, because the first start builds it. */
const built = path => import(join(root, path));

/** One township of the demonstration pays through a merchant whose limits nobody has raised yet. */
const NEW_MERCHANT = { name: '望岫乡人民政府（演示，默认限额）', areaCode: '990101101000' };

const secretFile = (path, text) => writeFileSync(path, text, { mode: 0o600 });
const json = value => `${JSON.stringify(value, null, 2)}\n`;

/**
 * @param {string} directory
 * @param {{ serverUrl: string, simulatorUrl: string }} urls
 * @returns {Promise<{ masterKeyFile: string, accountsFile: string, simulatorFile: string }>}
 */
export async function demonstrationFiles(directory, { serverUrl, simulatorUrl }) {
  mkdirSync(directory, { recursive: true, mode: 0o711 });
  const masterKeyFile = join(directory, 'master.key');
  if (!existsSync(masterKeyFile)) {
    const { masterKeyLine } = await built('server/dist/platform/crypto/master-key.js');
    secretFile(masterKeyFile, masterKeyLine(randomBytes(32), true));
  }
  const { simulator, server, merchantId, newMerchantId } = await secrets(directory);
  const accountsFile = join(directory, 'accounts.json');
  secretFile(accountsFile, json(serverAccounts(server, { merchantId, newMerchantId }, { serverUrl, simulatorUrl })));
  const simulatorFile = join(directory, 'simulator.json');
  secretFile(
    simulatorFile,
    json({
      ...simulator,
      port: Number(new URL(simulatorUrl).port),
      serverUrl,
      messageServer: { url: `${serverUrl}/callbacks/wechat-message`, token: server.messageToken, encodingAesKey: server.messageAesKey },
      h5Directory: join(root, 'miniapp/dist/h5'),
      stateFile: join(directory, 'simulator-state.json'),
    }),
  );
  return { masterKeyFile, accountsFile, simulatorFile };
}

/** Both sides' secrets, the same at every start: the simulator remembers phones and bills under them. */
async function secrets(directory) {
  const file = join(directory, 'demonstration-secrets.json');
  if (!existsSync(file)) {
    const { demonstrationConfig } = await built('simulator/dist/demonstration-config.js');
    const { newId } = await built('server/dist/platform/ids.js');
    secretFile(file, json({ ...demonstrationConfig({ newMerchant: NEW_MERCHANT.name }), merchantId: newId(), newMerchantId: newId() }));
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Which of our messages' fields goes to a template's key, by what the template prints before the value. */
const FIELDS = { 事项: 'what', 时间: 'when', 说明: 'note' };

/** The simulator's account of itself, in the shape of the server's accounts file. */
function serverAccounts(account, { merchantId, newMerchantId }, { serverUrl, simulatorUrl }) {
  const templates = Object.entries(account.templates).map(([purpose, { id, kind, keys }]) => [
    purpose,
    {
      id,
      kind: kind === 'long-term' ? 'long-term' : 'once',
      keys: Object.fromEntries(Object.entries(keys).map(([key, label]) => [FIELDS[label], key])),
    },
  ]);
  return {
    wechat: {
      apiBase: simulatorUrl,
      appid: account.appid,
      secret: account.secret,
      messageToken: account.messageToken,
      messageAesKey: account.messageAesKey,
      templates: Object.fromEntries(templates),
    },
    // Made before text messages were: they are left out until the secrets are made anew.
    ...(account.sms && { sms: { vendor: 'gateway', base: simulatorUrl, ...account.sms } }),
    merchants: [
      { id: merchantId, payingOffice: 'financeOffice', notifyBase: serverUrl, account: merchantAccount(account, account, simulatorUrl) },
      // Made before it was: it is left out until the secrets are made anew.
      ...(account.newMerchant
        ? [
            {
              id: newMerchantId,
              payingOffice: 'financeOffice',
              areaCodes: [NEW_MERCHANT.areaCode],
              notifyBase: serverUrl,
              account: merchantAccount(account, account.newMerchant, simulatorUrl),
            },
          ]
        : []),
    ],
  };
}

const merchantAccount = ({ appid }, merchant, simulatorUrl) => ({
  mchid: merchant.mchid,
  appid,
  serialNo: merchant.certificateSerial,
  privateKeyPem: merchant.merchantPrivateKeyPem,
  apiV3Key: merchant.apiV3Key,
  mode: 'public-key',
  publicKeys: { [merchant.wechatPayPublicKeyId]: merchant.wechatPayPublicKeyPem },
  publicKeyId: merchant.wechatPayPublicKeyId,
  transferSceneId: merchant.transferSceneId,
  reportInfos: merchant.reportInfos,
  perception: merchant.perception,
  limits: {
    singleMinFen: merchant.limits.singleMinimum,
    singleMaxFen: merchant.limits.singleMaximum,
    perPersonDayFen: merchant.limits.perUserPerDay,
    perDayFen: merchant.limits.perDay,
  },
  baseUrl: simulatorUrl,
});

import { setTimeout as sleep } from 'node:timers/promises';
import type { LogicThread } from './logic-thread.ts';
import type { Phone } from './phone.ts';
import { selectorQuery, type Geometry } from './wx-selectors.ts';

type Options = Record<string, unknown> & {
  success?: (answer: object) => void;
  fail?: (reason: object) => void;
  complete?: (answer: object) => void;
};
type RequestOptions = Options & { url: string; method?: string; header?: Record<string, string>; data?: string; timeout?: number };

const SCREEN = { windowWidth: 375, windowHeight: 812, screenWidth: 375, screenHeight: 812, pixelRatio: 2, statusBarHeight: 20 };

/**
 * The part of `wx` that our mini-program uses. Every API is a property of its own: Taro copies the enumerable keys when it loads,
 * so a proxy would not be seen. What is missing here is missing for the mini-program too, and a test sees it fail.
 * When its process ends (`life`), nothing is answered any more and requests on their way are cut.
 */
export function createWx(phone: Phone, logic: () => LogicThread, geometry: Geometry, life: AbortSignal): Record<string, unknown> {
  /** An API that ends in success, fail and complete, as the platform's do. */
  const asynchronous =
    (name: string, act: (options: Options) => object | Promise<object>) =>
    (options: Options = {}) => {
      phone.calls.push({ name, with: options });
      Promise.resolve()
        .then(() => act(options))
        .then(
          answer => {
            if (life.aborted) return;
            const said = { errMsg: `${name}:ok`, ...answer };
            options.success?.(said);
            options.complete?.(said);
          },
          (error: unknown) => {
            if (life.aborted) return;
            const said = { errMsg: `${name}:fail ${error instanceof Error ? error.message : String(error)}` };
            options.fail?.(said);
            options.complete?.(said);
          },
        );
    };
  /** The same, answered by a promise: so the platform does where no callback is given, and Taro passes what it does not know through. */
  const promised = (name: string, act: (options: Options) => object) => (options: Options) =>
    new Promise((resolve, reject) => {
      asynchronous(name, act)({ ...options, success: resolve, fail: reject });
    });
  const quiet = (name: string) => asynchronous(name, () => ({}));
  const navigation = (name: 'navigateTo' | 'redirectTo' | 'reLaunch' | 'switchTab') =>
    asynchronous(name, options => {
      logic()[name](String(options.url));
      return {};
    });
  const listener = () => undefined;
  const base = {
    SDKVersion: '3.8.0',
    platform: 'devtools',
    language: 'zh_CN',
    theme: phone.setting.dark ? 'dark' : 'light',
    fontSizeScaleFactor: phone.setting.fontScale ?? 1,
  };

  const wx: Record<string, unknown> = {
    request: (options: RequestOptions) => {
      asynchronous('request', () => request(phone, options, life))(options);
      return { abort: listener, onHeadersReceived: listener, offHeadersReceived: listener };
    },
    navigateTo: navigation('navigateTo'),
    redirectTo: navigation('redirectTo'),
    reLaunch: navigation('reLaunch'),
    switchTab: navigation('switchTab'),
    navigateBack: asynchronous('navigateBack', options => {
      logic().navigateBack(typeof options.delta === 'number' ? options.delta : 1);
      return {};
    }),
    login: asynchronous('login', () => phone.askWechat('login')),
    requestSubscribeMessage: asynchronous('requestSubscribeMessage', options =>
      phone.askWechat('subscribe', { templateIds: options.tmplIds }),
    ),
    requestMerchantTransfer: asynchronous('requestMerchantTransfer', ({ mchId, appId, package: page }) =>
      phone.askWechat('transfers/open', { mchId, appId, package: page }),
    ),
    scanCode: asynchronous('scanCode', () => {
      const result = phone.scans.shift();
      if (result === undefined) throw new Error('cancel');
      return { result, scanType: 'QR_CODE' };
    }),
    getLocation: asynchronous('getLocation', () => {
      if (!phone.place) throw new Error('auth deny');
      return { ...phone.place, speed: 0, verticalAccuracy: 0, horizontalAccuracy: phone.place.accuracy };
    }),
    chooseMedia: promised('chooseMedia', () => {
      if (phone.noCamera !== undefined) throw new Error(phone.noCamera);
      return { type: 'image', tempFiles: [{ tempFilePath: 'wxfile://tmp/picture.jpg', size: 7, fileType: 'image' }] };
    }),
    compressImage: asynchronous('compressImage', ({ src }) => ({ tempFilePath: src })),
    getFileSystemManager: () => fileSystem(phone),
    makePhoneCall: quiet('makePhoneCall'),
    downloadFile: asynchronous('downloadFile', async options => {
      const { statusCode } = (await request(phone, options as RequestOptions, life)) as { statusCode: number };
      return { statusCode, tempFilePath: `wxfile://tmp${new URL(String(options.url)).pathname}` };
    }),
    createInnerAudioContext: () => ({
      src: '',
      onEnded: listener,
      destroy: listener,
      play() {
        phone.calls.push({ name: 'play', with: this.src });
      },
    }),
    addPhoneRepeatCalendar: quiet('addPhoneRepeatCalendar'),
    showToast: quiet('showToast'),
    hideToast: quiet('hideToast'),
    showModal: asynchronous('showModal', () => ({ confirm: true, cancel: false })),
    setNavigationBarTitle: quiet('setNavigationBarTitle'),
    stopPullDownRefresh: quiet('stopPullDownRefresh'),
    pageScrollTo: quiet('pageScrollTo'),
    getNetworkType: asynchronous('getNetworkType', () => ({ networkType: phone.online ? 'wifi' : 'none' })),
    onNetworkStatusChange: (watcher: Parameters<Phone['watchNetwork']>[0]) => {
      phone.watchNetwork(watcher);
    },
    getStorageSync: (key: string): unknown => {
      const kept = phone.storage.get(key);
      return kept === undefined ? '' : (JSON.parse(kept) as unknown);
    },
    setStorageSync: (key: string, value: unknown) => {
      const text = JSON.stringify(value);
      if (text.length > 1024 * 1024) throw new Error('setStorageSync:fail entry size limit reached');
      phone.keep(key, text);
    },
    // What is enciphered can be had back by who says so, and only then.
    getStorage: asynchronous('getStorage', async ({ key, encrypt }) => {
      if (phone.opensIn > 0) await sleep(phone.opensIn);
      const text = phone.storage.get(storageKey(key, encrypt));
      if (text === undefined) throw new Error('data not found');
      return { data: JSON.parse(text) as unknown };
    }),
    setStorage: asynchronous('setStorage', ({ key, data, encrypt }) => {
      const text = JSON.stringify(data);
      if (text.length > (encrypt === true ? 0.7 : 1) * 1024 * 1024) throw new Error('entry size limit reached');
      phone.keep(storageKey(key, encrypt), text);
      return {};
    }),
    removeStorage: asynchronous('removeStorage', ({ key }) => {
      for (const encrypt of [true, undefined]) phone.storage.delete(storageKey(key, encrypt));
      return {};
    }),
    removeStorageSync: (key: string) => {
      phone.storage.delete(key);
    },
    getAppBaseInfo: () => base,
    getWindowInfo: () => SCREEN,
    getDeviceInfo: () => ({ platform: base.platform, brand: 'devtools', model: 'harness', system: 'iOS 16' }),
    getSystemInfoSync: () => ({ ...base, ...SCREEN }),
    getMenuButtonBoundingClientRect: () => ({ top: 24, right: 368, bottom: 56, left: 281, width: 87, height: 32 }),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid', envVersion: 'develop' } }),
    getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    getEnterOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    getUpdateManager: () => ({ onUpdateReady: listener, onCheckForUpdate: listener, onUpdateFailed: listener, applyUpdate: listener }),
    createSelectorQuery: () => selectorQuery(geometry),
    nextTick: (then: () => void) => setTimeout(then, 0),
    env: { USER_DATA_PATH: 'wxfile://usr' },
  };
  for (const name of ['onAppShow', 'onAppHide', 'onError', 'onUnhandledRejection', 'onPageNotFound', 'onThemeChange', 'onWindowResize'])
    wx[name] = listener;
  wx.canIUse = (name: string) => Object.hasOwn(wx, name.split('.')[0] ?? '');
  return wx;
}

/** The mini-program's own folder; a picture's bytes are told from its name. */
const fileSystem = (phone: Phone) => ({
  saveFileSync: (from: string, to: string) => {
    if (phone.filesFull) throw new Error('saveFileSync:fail the maximum size of the file storage limit is exceeded');
    phone.files.set(to, Buffer.from(from).toString('base64'));
    return to;
  },
  readFileSync: (file: string) => {
    const content = phone.files.get(file);
    if (content === undefined) throw new Error('readFileSync:fail no such file or directory');
    return content;
  },
  unlinkSync: (file: string) => {
    if (!phone.files.delete(file)) throw new Error('unlinkSync:fail no such file or directory');
  },
});

/** Enciphered values stand apart, as they do on a phone. */
const storageKey = (key: unknown, encrypt: unknown): string => `${encrypt === true ? 'enciphered:' : ''}${String(key)}`;

async function request(phone: Phone, options: RequestOptions, life: AbortSignal): Promise<object> {
  if (!phone.online) throw new Error('no network');
  const built = new URL(options.url);
  const answer = await fetch(phone.setting.server + built.pathname + built.search, {
    method: options.method ?? 'GET',
    headers: options.header ?? {},
    ...(options.data === undefined || options.method === 'GET' ? {} : { body: options.data }),
    signal: AbortSignal.any([life, AbortSignal.timeout(options.timeout ?? 60_000)]),
  });
  const text = await answer.text();
  if (phone.loseSignalAfter?.test(built.pathname)) {
    phone.loseSignalAfter = undefined;
    phone.setOnline(false);
    throw new Error('no network');
  }
  return { statusCode: answer.status, header: headersOf(answer), cookies: [], data: parsed(text) };
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const headersOf = (answer: Response): Record<string, string> => {
  const headers: Record<string, string> = {};
  answer.headers.forEach((value, name) => {
    headers[name] = value;
  });
  return headers;
};

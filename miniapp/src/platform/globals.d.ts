/// <reference types="@tarojs/taro" />

/** Address of the server's /api, set when the mini-program is built (config/index.ts). */
declare const API_BASE: string;

declare module '*.css';

import Taro from '@tarojs/taro';
import { MOST_MS, type Recording } from './voice.ts';

/** Begins a voice note (MP3, one channel); undefined when the person said no. */
export async function recordVoice(): Promise<Recording | undefined> {
  try {
    await Taro.authorize({ scope: 'scope.record' });
  } catch {
    return undefined;
  }
  const recorder = Taro.getRecorderManager();
  const done = new Promise<string | undefined>(resolve => {
    recorder.onStop(({ tempFilePath }) => {
      Taro.getFileSystemManager().readFile({
        filePath: tempFilePath,
        encoding: 'base64',
        success: ({ data }) => {
          resolve(typeof data === 'string' ? data : undefined);
        },
        fail: () => {
          resolve(undefined);
        },
      });
    });
    recorder.onError(() => {
      resolve(undefined);
    });
  });
  recorder.start({ duration: MOST_MS, sampleRate: 16_000, numberOfChannels: 1, encodeBitRate: 48_000, format: 'mp3' });
  return {
    stop: () => {
      recorder.stop();
    },
    done,
  };
}

import { base64Of } from '../media/base64.ts';
import { MOST_MS, type Recording } from './voice.ts';
import { wavOf } from './wav.ts';

/** Enough for speech, and small. */
const PER_SECOND = 8_000;

/** Begins a voice note (WAV, for browsers agree on nothing smaller); undefined when the person said no or there is no microphone. */
export async function recordVoice(): Promise<Recording | undefined> {
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  } catch {
    return undefined;
  }
  const recorder = new MediaRecorder(stream);
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  const done = new Promise<string | undefined>(resolve => {
    recorder.onstop = () => {
      for (const track of stream.getTracks()) track.stop();
      void asWav(new Blob(parts)).then(resolve, () => {
        resolve(undefined);
      });
    };
  });
  recorder.start();
  const stop = () => {
    if (recorder.state !== 'inactive') recorder.stop();
  };
  setTimeout(stop, MOST_MS);
  return { stop, done };
}

async function asWav(recorded: Blob): Promise<string> {
  const sound = await new OfflineAudioContext(1, 1, PER_SECOND).decodeAudioData(await recorded.arrayBuffer());
  return base64Of(new Blob([wavOf(sound.getChannelData(0), PER_SECOND) as Uint8Array<ArrayBuffer>]));
}

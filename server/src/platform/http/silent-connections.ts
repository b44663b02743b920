import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Ends, when called, the connections on which nothing was asked yet, and from then on whatever still connects. A browser opens some ahead; Node
 * counts them as busy and would wait a minute for each before the server has stopped. What was asked is still answered.
 */
export function watchSilentConnections(server: Server): () => void {
  const silent = new Set<Socket>();
  let isEnding = false;
  server.on('connection', socket => {
    if (isEnding) return void socket.destroy();
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  server.on('request', ({ socket }) => silent.delete(socket));
  return () => {
    isEnding = true;
    for (const socket of silent) socket.destroy();
  };
}

import type { Socket } from 'node:net';
import { REFUSALS, type RefusalCode } from '@guanhu/shared/kernel/refusals';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refusalBody } from './refusal-filter.ts';

/*
 * Requests that never reach a route. Left alone, Fastify repeats the URL to the sender; they too get a refusal of the catalogue.
 */
const statusOf = (code: RefusalCode): number => REFUSALS[code].status;

/** A URL that cannot be decoded, or a parameter longer than any id. */
export function refuseUrl(_error: unknown, _request: FastifyRequest, reply: FastifyReply): void {
  void reply.status(statusOf('NOT_FOUND_OR_NO_ACCESS')).header('cache-control', 'no-store').send(refusalBody('NOT_FOUND_OR_NO_ACCESS'));
}

/** Bytes that are no HTTP request, or headers beyond what the server reads. */
export function refuseBytes(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const body = JSON.stringify(refusalBody('INPUT_INVALID'));
  const head = `HTTP/1.1 ${String(statusOf('INPUT_INVALID'))} Bad Request\r\ncontent-type: application/json; charset=utf-8`;
  if (socket.writable) socket.write(`${head}\r\ncontent-length: ${String(Buffer.byteLength(body))}\r\nconnection: close\r\n\r\n${body}`);
  socket.destroy();
}

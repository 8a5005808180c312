import { createSocket } from 'node:dgram';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What listens on this machine's loopback, and the names it has heard. */
export type Listener = { address: string; stun: string; heard: () => string[]; close: () => Promise<void> };

/** Listens for requests of any kind on a port of its own, and for the first packet of WebRTC on another. */
export async function listen(): Promise<Listener> {
  const heard = new Set<string>();
  const server = createServer((request, response) => {
    heard.add((request.url ?? '').replace(/^\//, '').replace(/[?#/].*$/, ''));
    response
      .writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/plain' })
      .end('heard');
  });
  server.on('upgrade', (request, socket) => {
    heard.add((request.url ?? '').replace(/^\//, ''));
    socket.destroy();
  });
  const packets = createSocket('udp4').on('message', () => heard.add('webrtc'));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  await new Promise<void>((ready) => packets.bind(0, '127.0.0.1', ready));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stun: `127.0.0.1:${packets.address().port}`,
    heard: () => [...heard].filter((name) => name !== 'favicon.ico').sort(),
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await new Promise<void>((closed) => packets.close(closed));
    }
  };
}

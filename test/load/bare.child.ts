import { fastify } from 'fastify';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';

/**
 * What the machine can do at most, in a process of its own as the server is: an HTTP door that does nothing, and a socket
 * that sends one word to everybody. Tells its port, and ends with its parent.
 */
const app = fastify();
app.post('/', () => ({ ok: true }));
await app.listen({ port: 0, host: '127.0.0.1' });
const sockets = new Server(app.server, { transports: ['websocket'] });
sockets.on('connection', (socket) => {
  socket.on('tell-all', () => sockets.emit('told', 'one word'));
});
const address: AddressInfo | string | null = app.server.address();
process.send?.({ port: typeof address === 'object' ? address?.port : null });
process.on('disconnect', () => process.exit(0));

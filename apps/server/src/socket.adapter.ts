import { IoAdapter } from '@nestjs/platform-socket.io';
import type { Server, ServerOptions } from 'socket.io';

/** A cut line is noticed within ten seconds on either side; no page or agent has more to say at once than this. */
const LINE = { pingInterval: 5_000, pingTimeout: 5_000, maxHttpBufferSize: 64 * 1024, serveClient: false };

/** One socket.io server for all namespaces. */
export class SocketAdapter extends IoAdapter {
  override createIOServer(port: number, options?: ServerOptions): Server {
    return super.createIOServer(port, Object.assign({}, options, LINE));
  }
}

import net from 'node:net';

export interface TcpWireOptions {
  port: number;
  bytes(chunk: Uint8Array): void;
  /** A host has connected, or the last one has gone. */
  connected(hosts: number): void;
}

/** The simulators' end of a TCP wire: a network printer or a serial server, that can also be unplugged. */
export interface TcpWire {
  readonly port: number;
  /** Connected now. */
  hosts(): number;
  send(bytes: Uint8Array): void;
  /** Cuts every connection, without farewell. */
  cut(): void;
  /** Unplugged: nobody listens on the port until it is plugged in again. */
  unplug(): Promise<void>;
  plug(): Promise<void>;
  close(): Promise<void>;
}

export async function listenTcp(options: TcpWireOptions): Promise<TcpWire> {
  const hosts = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    hosts.add(socket);
    socket.setNoDelay(true);
    socket.on('data', (chunk) => options.bytes(chunk));
    // A host that goes away in the middle is what the simulators are for.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      hosts.delete(socket);
      options.connected(hosts.size);
    });
    options.connected(hosts.size);
  });
  const port = await listening(server, options.port);
  const cut = (): void => hosts.forEach((socket) => socket.resetAndDestroy());
  const unplug = async (): Promise<void> => {
    if (!server.listening) return;
    const closed = new Promise((resolve) => server.close(resolve));
    cut();
    await closed;
  };
  return {
    port,
    hosts: () => hosts.size,
    send: (bytes) => hosts.forEach((socket) => socket.write(bytes)),
    cut,
    unplug,
    plug: async () => {
      if (!server.listening) await listening(server, port);
    },
    close: unplug,
  };
}

function listening(server: net.Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

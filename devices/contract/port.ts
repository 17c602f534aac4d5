/** Where bytes come in and go out: a TCP socket, a serial port; later a HID device. One object is one connection, never reopened. */
export interface Port {
  write(bytes: Uint8Array): Promise<void>;
  /** Gently: what was written still goes out. */
  close(): Promise<void>;
}

export interface PortListener {
  bytes(chunk: Uint8Array): void;
  /** Once for a connection that had opened, whoever ended it. */
  closed(cause: string): void;
}

/** A new connection each time it is called; rejects with the cause when there is none to be had. */
export type OpenPort = (listener: PortListener) => Promise<Port>;

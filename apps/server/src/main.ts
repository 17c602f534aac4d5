import 'reflect-metadata';
import { readSettings } from './config.js';
import { plainFailure } from './plain-failure.js';
import { startServer } from './server.js';

try {
  const server = await startServer(readSettings(process.env));
  console.log(`tingxu listens on ${server.url}`);
  const stop = () => void server.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (cause) {
  console.error(plainFailure(cause) ?? cause);
  process.exit(1);
}

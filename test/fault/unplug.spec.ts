import { keypadOnTcp } from './unplug-buses.js';
import { scannerOnHid } from './unplug-hid.js';
import { withstands } from './unplug-trial.js';

withstands('a keypad on TCP', (id, { server }) => keypadOnTcp(id, server));
withstands('a scanner on HID', (id, { server, system }) => scannerOnHid(id, server, system));

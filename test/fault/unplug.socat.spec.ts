import { padOnSerial } from './unplug-buses.js';
import { printerOnCharacter } from './unplug-printer.js';
import { withstands } from './unplug-trial.js';

withstands('a pad on a serial port', (id, { server }) => padOnSerial(id, server));
withstands('a printer on a character device', (id, { server }) => printerOnCharacter(id, server));

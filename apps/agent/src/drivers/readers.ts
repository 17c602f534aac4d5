import { IdCardReaderDriver } from '#devices/id-card-reader/id-card-reader.driver';
import { ScannerDriver } from '#devices/scanner/scanner.driver';
import { SCANNER_MODELS, type ScannerModel } from '#devices/scanner/scanner-models';
import type { Attach } from './attached.js';

/** Of a read card the agent passes on name and number, and nothing else. */
const samV: Attach = (_device, { line, timers, onHealth, onCard }) => {
  const driver = new IdCardReaderDriver({
    ...{ line, timers },
    onHealth: (health) => onHealth(health.state, health.state === 'fault' ? health.word : null),
    onCard: ({ name, idNumber }) => onCard({ name, idNumber }),
    onUnreadable: (unreadable) => onCard({ unreadable }),
  });
  return { start: () => driver.start(), stop: () => driver.stop() };
};

const scanner =
  (model: ScannerModel): Attach =>
  (_device, { line, timers, onHealth, onInput }) => {
    const driver = new ScannerDriver({
      ...{ line, model, timers, onHealth },
      onScan: (text) => onInput({ kind: 'scan', text, pressedAt: timers.now().toISOString() }),
    });
    return { start: () => driver.start(), stop: () => driver.stop() };
  };

export const readers: Readonly<Record<string, Attach>> = {
  'sam-v': samV,
  'serial-scanner': scanner(SCANNER_MODELS.serial),
  'hid-pos-scanner': scanner(SCANNER_MODELS.hidPos),
  'keyboard-scanner': scanner(SCANNER_MODELS.keyboard),
};

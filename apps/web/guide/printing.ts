import { useI18n } from 'vue-i18n';
import type { Giving } from './giving.js';

/** Another slip for a number; the printer it comes from is said. */
export function usePrinting(giving: Giving) {
  const { t } = useI18n({ useScope: 'global' });
  return ({ ticketId, number }: { ticketId: string; number: string }): void => {
    void giving.give({
      name: 'reprint',
      body: { ticketId },
      sentence: (answer) => t('done.reprint', { number, printerName: String(answer['printerName'] ?? '') }),
    });
  };
}

import type { Worded } from './contradiction.js';

/** What contradicts itself in the rules, and where to mend it. */
export const contradictionEn: Readonly<Record<Worded, string>> = {
  'hours-overlap': 'The opening hours of “{queue}” overlap. Please mend them under Opening hours.',
  'extended-overlap':
    'The late hours of “{queue}” overlap its opening hours or each other. Please mend them under Appointments.',
  'quota-overlap': 'The quota periods of “{queue}” overlap. Please mend them under Numbers and quotas.',
  'special-day-twice': '{day} stands twice under Holidays. Please remove one.',
  'rotas-overlap': 'Noon rotas overlap. Please make them one, or move one.',
  'queue-alone':
    'The noon rota {time} has no counter for “{queue}”, which stays open. Add a counter that serves it, or change its hours.',
  'person-unknown': 'Somebody among the skills works here no more. Please remove the marked row.',
  'queue-in-use': 'Somebody still waits in or is served from “{queue}”. Please save once they are done.',
  'counter-in-use': 'Counter {counter} is still in use. Please save once it is free.',
  'slip-no-number': 'The slip names no number. Please add a line of text and insert “Number”.',
  'slip-no-reprint':
    'The slip has no reprint mark. Please add a line of text and insert “Reprint mark”, or two slips look the same.',
  'slip-field-unknown':
    'Line {row} of the slip names “{field}”, which a slip cannot say. Please choose from “Insert…”.',
  'slip-line-long':
    'Line {row} of the slip overflows the narrowest paper: {room} Chinese characters fit at its size. Please shorten it or make it smaller.',
  'slip-line-empty': 'Line {row} of the slip is empty. Please fill it in or remove it.',
};

import type { wordsZh } from './words-zh.js';

export const wordsEn: typeof wordsZh = {
  start: {
    title: 'Choose your service',
    other: '请选择您要办理的业务',
    none: 'No numbers are given today. Please ask at the {desk}.',
  },
  steps: { queue: 'Service', matter: 'Matter', slip: 'Slip' },
  queue: {
    people: 'waiting',
    nobody: 'Nobody waiting',
    closed: 'Closed',
    closedToday: 'Not open today',
    outsideHours: 'Outside hours',
    hours: '{hours}',
    opens: 'Opens {when}',
    today: 'today {time}',
    tomorrow: 'tomorrow {time}',
  },
  matter: {
    choose: 'Choose what you came for. One tap takes your number.',
    unsure: 'Not sure / something else',
    confirm: 'Please check. One tap takes your number.',
    take: 'Take a number',
    issuing: 'Taking your number…',
    up: 'Up',
    down: 'Down',
  },
  bar: {
    large: 'Large print',
    standard: 'Normal print',
    language: '中文',
    home: 'Start over',
    back: 'Back',
    retry: 'Try again',
    returning: 'Back in {seconds} s',
    complaint: 'Complaints',
  },
  result: {
    taken: 'Your number is',
    queue: 'Service',
    ahead: 'Ahead of you',
    aheadCount: '{count}',
    at: 'Taken at',
    seat: 'Please take a seat in the waiting area. Watch the screens and listen for your number.',
    scan: 'Scan to follow',
    qr: 'QR code to follow number {number}',
    done: 'Done',
    noted: 'I have noted it',
    reprint: 'Reprint slip',
    reprinting: 'Reprinting…',
    reprintLater: 'You can reprint here once the printer works again.',
  },
  slip: {
    queued: { title: 'Printing your slip', text: 'One moment. It comes out of the slot below.' },
    unheard: {
      title: 'Your slip may still be printing',
      text: 'Your number {number} is taken. Please note it down or scan the code.',
    },
    printed: { title: 'Please take your slip', text: 'It is in the slot below. Keep it with you.' },
    'paper-low': {
      title: 'Please take your slip',
      text: 'It is in the slot below. This machine is nearly out of paper.',
    },
    'paper-out': {
      title: 'Out of paper: no slip was printed',
      text: 'Your number {number} is valid. Note it down or scan the code, or get a slip at the {desk}.',
    },
    'cover-open': {
      title: 'The printer is open: no slip was printed',
      text: 'Your number {number} is valid. Note it down or scan the code, or get a slip at the {desk}.',
    },
    fault: {
      title: 'The printer failed: no slip was printed',
      text: 'Your number {number} is valid. Note it down or scan the code, or get a slip at the {desk}.',
    },
    unreachable: {
      title: 'The printer does not answer: no slip was printed',
      text: 'Your number {number} is valid. Note it down or scan the code, or get a slip at the {desk}.',
    },
    expired: {
      title: 'The slip was not printed in time',
      text: 'Your number {number} is valid. Reprint it here, or get a slip at the {desk}.',
    },
    unknown: {
      title: 'The slip may not be complete',
      text: 'Your number {number} is valid. If you have no slip, reprint it here or at the {desk}.',
    },
    none: {
      title: 'Please note your number',
      text: 'This machine prints no slips. Note down {number} or scan the code.',
    },
  },
  stopped: {
    'paper-out': 'Out of paper: no numbers here for now',
    'cover-open': 'The printer is open: no numbers here for now',
    fault: 'The printer failed: no numbers here for now',
    unreachable: 'The printer does not answer: no numbers here for now',
    way: 'Please take a number at the {desk}',
    help: 'Our staff will help you. We are sorry for the trouble.',
    low: 'Paper nearly out',
  },
  cut: {
    title: 'No numbers for the moment',
    way: 'Reconnecting, please wait. If it is urgent, take a number at the {desk}.',
  },
  failed: {
    title: 'No number was taken',
    noAnswer: 'No answer yet',
    closed: '{queue} is closed now',
    desk: 'If you need help, please go to the {desk}.',
  },
};

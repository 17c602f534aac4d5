import type { LifeEvent } from './guide.js';

/** As people search for them, files name them and pages show them. */
export const LIFE_EVENT_NAMES: Readonly<Record<LifeEvent, string>> = {
  birth: '出生',
  school: '上学',
  work: '就业',
  marriage: '婚姻',
  home: '置业',
  illness: '就医',
  retirement: '退休',
  bereavement: '身后',
  company: '开办企业',
  moving: '迁居',
};

import { z } from 'zod';

const font = z.enum(['gb2312', 'gbk']).optional();
const dots = z.number().int().min(0).max(4096).optional();

/** A bar behind a font card; lengths in pixels. What is left out is a bar of eight Chinese characters. */
const bxCard = z.strictObject({ x: dots, y: dots, width: dots, height: dots, font });
/** `columns`: half-width characters. */
const asciiCard = z.strictObject({
  card: z.number().int().min(1).max(999).optional(),
  area: z.number().int().min(1).max(99).optional(),
  columns: z.number().int().min(1).max(256).optional(),
  font,
});
const hex = z.string().regex(/^([0-9a-fA-F]{2}\s*)*$/, 'bytes in hex');
/** A bar of which only the frame is known (hardware.md 4.c, generic bars). */
const template = z.strictObject({
  prefix: hex.optional(),
  address: z.enum(['none', 'before-prefix', 'after-prefix']).optional(),
  charset: z.enum(['gb2312', 'gbk', 'ascii', 'digits']).optional(),
  width: z.number().int().min(1).max(512).optional(),
  checksum: z.enum(['none', 'sum8', 'xor8', 'crc16-arc', 'crc16-modbus']).optional(),
  covers: z.enum(['all', 'after-prefix']).optional(),
  suffix: hex.optional(),
  blank: hex.optional(),
});

/** What a pad proves at its login that it is the one of its window; none where its dialect or model has none. */
const key = z.string().min(8).max(100).optional();
const ratePad = z.strictObject({ key });
/** `page`: what the tablet opens, the hall's own pad page for that counter. */
const pagePad = z.strictObject({ key, page: z.url({ protocol: /^https?$/ }) });

const nothing = z.strictObject({});

/** What a hall may say about a model beside its port and address, by driver; a driver that is not here has nothing to set. */
export const DEVICE_SETTINGS = {
  'onbon-bx-5k': bxCard,
  'onbon-bx-6k': bxCard,
  'ascii-bar': asciiCard,
  'template-sign': template,
  'websocket-rate-pad': ratePad,
  'websocket-page-pad': pagePad,
} as const satisfies Record<string, z.ZodType>;

export const settingsOf = (driver: string): z.ZodType =>
  Object.entries(DEVICE_SETTINGS).find(([name]) => name === driver)?.[1] ?? nothing;

/** As a configuration carries them. */
export const deviceSettings = z.record(z.string().max(40), z.unknown());

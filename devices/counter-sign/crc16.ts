const POLYNOMIAL = 0xa001;

/** Both kinds differ in what the register starts with (hardware.md 4.c). */
export const CRC16_START = { arc: 0x0000, modbus: 0xffff } as const;

/** CRC-16 with the reflected polynomial 8005, as a number of 16 bits. */
export function crc16(bytes: Iterable<number>, start: number): number {
  let register = start;
  for (const byte of bytes) {
    register ^= byte;
    for (let bit = 0; bit < 8; bit += 1)
      register = register & 1 ? (register >>> 1) ^ POLYNOMIAL : register >>> 1;
  }
  return register;
}

/** The low byte goes first. */
export const crc16Bytes = (bytes: Iterable<number>, start: number): [number, number] => {
  const crc = crc16(bytes, start);
  return [crc & 0xff, crc >>> 8];
};

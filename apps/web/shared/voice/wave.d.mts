export declare const SAMPLE_RATE: number;
export declare function decodeWave(bytes: Buffer): Float64Array;

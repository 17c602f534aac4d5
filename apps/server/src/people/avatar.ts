import { createHash } from 'node:crypto';

const SKIN = ['#F3D2B3', '#E9BE98', '#F7DCC4', '#DDAE86'] as const;
const HAIR = ['#1B1B1F', '#2B211C', '#3A2E2A'] as const;
const COAT = ['#1257C9', '#0F4A86', '#2E4A6B', '#35507A'] as const;

/** A staff photo for the demonstration, drawn from a seed: the same seed draws the same face. */
export function avatar(seed: string): string {
  const bytes = createHash('sha256').update(seed).digest();
  const pick = <T>(from: readonly T[], place: number): T | undefined =>
    from[(bytes[place] ?? 0) % from.length];
  const long = (bytes[3] ?? 0) % 2 === 0;
  const glasses = (bytes[4] ?? 0) % 3 === 0;
  const hair = pick(HAIR, 1);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 300" role="img">
<rect width="240" height="300" fill="#DCE6F5"/>
${long ? `<path d="M62 128c0-60 22-92 58-92s58 32 58 92v70c0 14-14 20-24 20H86c-10 0-24-6-24-20z" fill="${hair}"/>` : ''}
<path d="M18 300c2-58 40-82 102-82s100 24 102 82z" fill="${pick(COAT, 2)}"/>
<path d="M96 206h48v26l-24 26-24-26z" fill="${pick(SKIN, 0)}"/>
<path d="M96 226l24 30 24-30 14 10-38 44-38-44z" fill="#FFFFFF"/>
<path d="M113 258h14l7 42h-28z" fill="#C0272D"/>
<ellipse cx="120" cy="142" rx="50" ry="62" fill="${pick(SKIN, 0)}"/>
<path d="M68 138c-4-64 20-96 52-96s56 32 52 96c-6-30-14-44-22-50-20 10-44 8-60 0-8 8-16 20-22 50z" fill="${hair}"/>
<path d="M92 132q9-6 18 0M130 132q9-6 18 0" stroke="${hair}" stroke-width="4" fill="none" stroke-linecap="round"/>
<circle cx="101" cy="146" r="5" fill="#20242C"/><circle cx="139" cy="146" r="5" fill="#20242C"/>
${glasses ? '<g fill="none" stroke="#3B4656" stroke-width="3"><rect x="84" y="136" width="32" height="22" rx="9"/><rect x="124" y="136" width="32" height="22" rx="9"/><path d="M116 145h8"/></g>' : ''}
<path d="M118 150l-5 20h12" stroke="#C7926B" stroke-width="3" fill="none" stroke-linecap="round" stroke-linejoin="round"/>
<path d="M102 181q18 13 36 0" stroke="#A8503F" stroke-width="4" fill="none" stroke-linecap="round"/>
</svg>`;
}

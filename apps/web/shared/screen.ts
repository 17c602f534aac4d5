import type { EnrolAnswer } from '#libs/contracts/rest';

/** `/board/?screen=<deviceId>`: which device this page is. */
export function screenId(): string | null {
  return new URLSearchParams(location.search).get('screen');
}

/** `#code=XXXX-XXXX`, as the office hands it out; read once and taken out of the address bar. */
export function takeCodeFromAddress(): string | null {
  const code = new URLSearchParams(location.hash.slice(1)).get('code');
  if (code !== null) history.replaceState(null, '', location.pathname + location.search);
  return code;
}

/** Keeps who this screen is in the address, so that a reload finds it again. */
function becomeScreen(deviceId: string): void {
  history.replaceState(null, '', `${location.pathname}?screen=${encodeURIComponent(deviceId)}`);
}

export type EnrolResult = 'enrolled' | 'code-unknown' | 'unreachable';

/** The server sets the screen's cookie; a code of another kind of screen leads to that screen's page. */
export async function enrolScreen(code: string, kind: string): Promise<EnrolResult> {
  try {
    const response = await fetch('/api/devices/enrol', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: code.trim().toUpperCase() }),
    });
    if (response.status >= 500) return 'unreachable';
    if (!response.ok) return 'code-unknown';
    const device: EnrolAnswer = await response.json();
    if (device.kind === kind) becomeScreen(device.deviceId);
    else location.replace(`/${device.kind}/?screen=${encodeURIComponent(device.deviceId)}`);
    return 'enrolled';
  } catch {
    return 'unreachable';
  }
}

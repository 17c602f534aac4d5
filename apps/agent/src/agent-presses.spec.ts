import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AgentBench } from './agent.fixture.js';

let bench: AgentBench;
beforeEach(async () => {
  bench = await AgentBench.open();
  await bench.startAgent();
  await bench.allReady();
});
afterEach(() => bench.close());

const ids = (): string[] => bench.server.inputs.map(({ requestId }) => requestId);

describe('a press on a pad', () => {
  it('goes up with its level, the invitation that was lit, and the hall’s time', async () => {
    await bench.invite('invitation-1');
    bench.pads.bus.press(3, 3);
    await bench.server.until(() => bench.server.inputs.length === 1);
    expect(bench.server.inputs[0]).toMatchObject({
      deviceId: 'pad-3',
      kind: 'level',
      level: 5,
      invitationId: 'invitation-1',
    });
    expect(bench.server.inputs[0]?.pressedAt).toMatch(/^2026-03-02T01:05:/);
  });

  it('while the server is gone goes up once it is back, once', async () => {
    await bench.invite('invitation-1');
    await bench.server.stop();
    bench.pads.bus.press(3, 0);
    await bench.pads.until(() => bench.pads.bus.acknowledged(3));
    await bench.server.start();
    await bench.server.until(() => bench.server.inputs.length === 1);
    await bench.server.stop();
    bench.server.healths.length = 0;
    await bench.server.start();
    await bench.allReady();
    expect(bench.server.inputs).toMatchObject([{ level: 2, invitationId: 'invitation-1' }]);
  });

  it('outlives the agent when nobody acknowledged it', async () => {
    bench.server.reply = () => null;
    await bench.invite('invitation-1');
    bench.pads.bus.press(3, 3);
    await bench.server.until(() => bench.server.inputs.length === 1);
    await bench.agent?.stop();
    bench.server.reply = () => ({ ok: true, answer: {} });
    await bench.startAgent();
    await bench.server.until(() => bench.server.inputs.length === 2);
    expect(new Set(ids()).size).toBe(1);
  });

  it('that the server refuses has been answered and is not sent again', async () => {
    bench.server.reply = () => ({ ok: false, refusal: { code: 'invitation-over', params: {} } });
    await bench.invite('invitation-1');
    bench.pads.bus.press(3, 3);
    await bench.server.until(() => bench.server.inputs.length === 1);
    await bench.invite('invitation-2');
    bench.pads.bus.press(3, 2);
    await bench.server.until(() => bench.server.inputs.length === 2);
    await bench.agent?.stop();
    bench.server.healths.length = 0;
    await bench.startAgent();
    await bench.allReady();
    expect(ids().filter((id) => id === ids()[0])).toHaveLength(1);
  });

  it('that met an accident on the server goes up again under the same request', async () => {
    let accidents = 1;
    bench.server.reply = () => (accidents-- > 0 ? { ok: false, incident: 'f00d' } : { ok: true, answer: {} });
    await bench.invite('invitation-1');
    bench.pads.bus.press(3, 3);
    await bench.server.until(() => bench.server.inputs.length === 2);
    expect(new Set(ids()).size).toBe(1);
  });
});

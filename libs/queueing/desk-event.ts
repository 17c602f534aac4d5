export type SessionEnd = 'signed-out' | 'taken-over' | 'ended-by-duty';

/** Who sits where, and what the counter says of itself. */
export type DeskEvent =
  | {
      type: 'session-opened';
      sessionId: string;
      personId: string;
      counterId: string | null;
      tokenHash: string;
    }
  | {
      type: 'session-closed';
      sessionId: string;
      personId: string;
      counterId: string | null;
      cause: SessionEnd;
    }
  | { type: 'counter-paused'; counterId: string; personId: string; reason: string }
  | { type: 'counter-reopened'; counterId: string; personId: string | null }
  | { type: 'help-asked'; counterId: string; personId: string }
  | { type: 'help-cleared'; counterId: string };

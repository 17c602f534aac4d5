interface Issue {
  message: string;
  path?: readonly unknown[] | undefined;
}

/** What is wrong with the shape of something handed in: the field and the fault, of the first issue. */
export function shapeFault([issue]: readonly Issue[]): string {
  const path = (issue?.path ?? []).map((step) =>
    typeof step === 'object' && step !== null && 'key' in step ? String(step.key) : String(step),
  );
  return `${path.join('.')}: ${issue?.message ?? ''}`;
}

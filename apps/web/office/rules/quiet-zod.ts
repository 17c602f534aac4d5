import { z } from 'zod';

/** The content policy of the server forbids eval, which zod tries before it takes the slower way. Imported before any schema. */
z.config({ jitless: true });

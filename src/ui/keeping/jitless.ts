/**
 * The page's policy forbids eval. Zod tries it when a schema is built and lives without it, but the browser reports
 * each try as a violation. `engine()` loads this before anything that holds a schema.
 */
import { config } from "zod";

config({ jitless: true });

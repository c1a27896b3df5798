/**
 * The page's policy forbids eval. Zod tries it when its first object is parsed and lives without it, but the browser
 * reports each try as a violation. Import this before anything that parses.
 */
import { config } from "zod";

config({ jitless: true });

/**
 * JSON in pieces: what `JSON.stringify(value, null, 2)` gives, without ever being one string. A summary with every
 * text of a million games would be longer than a string can be.
 */

export function* jsonOf(value: unknown, indent = ""): Generator<string> {
  if (Array.isArray(value) && value.length > 0) {
    yield* enclosed("[", "]", value.entries(), indent, () => "");
  } else if (isRecord(value)) {
    const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
    yield* entries.length === 0
      ? ["{}"]
      : enclosed("{", "}", entries, indent, (key) => `${JSON.stringify(key)}: `);
  } else yield JSON.stringify(value) ?? "null";
}

function* enclosed<Key>(
  open: string,
  close: string,
  entries: Iterable<readonly [Key, unknown]>,
  indent: string,
  named: (key: Key) => string,
): Generator<string> {
  const inner = `${indent}  `;
  let before = `${open}\n${inner}`;
  for (const [key, entry] of entries) {
    yield before + named(key);
    yield* jsonOf(entry, inner);
    before = `,\n${inner}`;
  }
  yield `\n${indent}${close}`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

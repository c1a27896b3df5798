/**
 * Parts of the page that are fetched when they are needed. After an update of the page they have other names, so that a
 * page that was opened before asks for what is gone: only a reload helps then.
 */
export class PartMissing extends Error {
  override readonly name = "PartMissing";
}

/** What `import()` gives. Throws PartMissing. */
export async function part<T>(loading: Promise<T>): Promise<T> {
  try {
    return await loading;
  } catch (cause) {
    throw new PartMissing("A part of the page could not be fetched.", { cause });
  }
}

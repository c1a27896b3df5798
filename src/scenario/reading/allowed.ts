/**
 * What the format allows at a place, read from the one schema: for messages that list the values, name both forms of a
 * union, and say where a key belongs that was written at the wrong level.
 */
import { nearestName, type Path } from "../problem.ts";

/** The parts of a Zod schema that are read here; Zod types them for each kind of schema apart. */
interface Definition {
  readonly type?: string;
  readonly format?: string;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly element?: Schema;
  readonly innerType?: Schema;
  readonly valueType?: Schema;
  readonly options?: readonly Schema[];
  readonly items?: readonly Schema[];
  readonly discriminator?: string;
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, unknown>>;
}
interface Schema {
  readonly def: Definition;
}

/** The schema without what makes it optional or gives it a default. */
function bare(schema: Schema): Schema {
  const { type, innerType } = schema.def;
  return innerType === undefined || type === "nullable" ? schema : bare(innerType);
}

/** Alternatives of a union, or the schema alone. */
function alternatives(schema: Schema): readonly Schema[] {
  const { def } = bare(schema);
  if (def.type === "nullable") return alternatives(def.innerType!);
  return def.type === "union" ? def.options!.flatMap(alternatives) : [{ def }];
}

export interface Allowed {
  /** What may stand at a path, in words: `a number or the word "disagreement"`. Undefined where there is no such place. */
  formAt(path: Path): string | undefined;
  /** What may be a list where one was written in place of an object; undefined where nothing in it may. */
  cureForList(path: Path): string | undefined;
  /** What to do with a name that the object at a path does not know; `present`: the names it has. */
  cureForKey(path: Path, name: string, present: ReadonlyMap<string, unknown>): string;
}

/** For a schema made with Zod. */
export function allowedBy(schema: { readonly def: object }): Allowed {
  const top: Schema = { def: schema.def };
  let places: ReadonlyMap<string, readonly string[]> | undefined;
  return {
    formAt: (path) => formAt(top, path),
    cureForList: (path) => cureForList(top, path),
    cureForKey: (path, name, present) => {
      places ??= placesIn(top);
      return cureForKey({ top, places, path }, name, present);
    },
  };
}

/** Where a name was found that does not belong there. `places`: by name, the properties in whose objects it may stand. */
interface Place {
  readonly top: Schema;
  readonly places: ReadonlyMap<string, readonly string[]>;
  readonly path: Path;
}

/** Every schema that the value at a path may have. */
function schemasAt(top: Schema, path: Path): readonly Schema[] {
  return path.reduce<readonly Schema[]>(
    (schemas, step) =>
      schemas.flatMap(alternatives).flatMap(({ def: { shape, element, valueType, items } }) => {
        const key = String(step);
        const named = shape !== undefined && Object.hasOwn(shape, key) ? shape[key] : undefined;
        const next = typeof step === "number" ? (element ?? items?.[step]) : (named ?? valueType);
        return next === undefined ? [] : [next];
      }),
    [top],
  );
}

/** Names that an object at this path may have. */
function namesAt(top: Schema, path: Path): readonly string[] {
  return schemasAt(top, path)
    .flatMap(alternatives)
    .flatMap(({ def }) => Object.keys(def.shape ?? {}));
}

const WORD = "the word ";

function formAt(top: Schema, path: Path): string | undefined {
  const forms = [...new Set(schemasAt(top, path).map(formOf))];
  const words = forms.every((form) => /^the word "\w+"$/.test(form))
    ? forms.map((form) => form.slice(WORD.length))
    : forms;
  return forms.length === 0 ? undefined : either(words);
}

const FORMS: Readonly<Record<string, string>> = {
  string: "a text in quotation marks",
  number: "a number",
  boolean: "true or false",
  array: "a list in [ ]",
  tuple: "a list in [ ]",
  record: "an object in { }",
  object: "an object in { }",
};

function formOf(schema: Schema): string {
  const { def } = bare(schema);
  switch (def.type) {
    case "nullable":
      return `${formOf(def.innerType!)} or null`;
    case "union":
      return def.discriminator === undefined ? either(def.options!.map(formInUnion)) : FORMS.object!;
    case "literal":
      return typeof def.values![0] === "string" ? `${WORD}${valuesOf(def.values!)}` : valuesOf(def.values!);
    case "enum":
      return valuesOf(Object.values(def.entries!));
    case "number":
      return def.format === undefined ? FORMS.number! : "a whole number";
    default:
      return FORMS[def.type ?? ""] ?? "a value";
  }
}

/** Objects that are alternatives to each other are told by what they must have. */
function formInUnion(schema: Schema): string {
  const { shape } = bare(schema).def;
  if (shape === undefined) return formOf(schema);
  const needed = Object.keys(shape).filter((key) => !["optional", "default"].includes(shape[key]!.def.type!));
  return `an object with ${either(needed.map((key) => JSON.stringify(key)))}`;
}

/** Values that may be written: `"level" or "clause"`. */
export function valuesOf(values: readonly unknown[]): string {
  const written = values.map((value) => JSON.stringify(value));
  return either(written);
}

export function either(forms: readonly string[]): string {
  const last = forms.at(-1) ?? "";
  return forms.length < 2 ? last : `${forms.slice(0, -1).join(", ")} or ${last}`;
}

/** Names inside the object that may be one object or a list of them. */
function cureForList(top: Schema, path: Path): string | undefined {
  const names = namesAt(top, path).filter((name) => {
    const types = schemasAt(top, [...path, name])
      .flatMap(alternatives)
      .map(typeOf);
    return types.includes("array") && types.includes("object");
  });
  if (names.length === 0) return undefined;
  const list = names.map((name) => JSON.stringify(name));
  return `Write one object; inside it ${either(list)} may be a list.`;
}

function typeOf({ def: { type } }: Schema): string | undefined {
  return type;
}

const LEVELS = ["", "one level", "two levels", "three levels", "four levels", "five levels"];
/** So many places are named where a key occurs; more would be a list of the format. */
const NAMED = 5;

function cureForKey(place: Place, name: string, present: ReadonlyMap<string, unknown>): string {
  const free = namesAt(place.top, place.path).filter((known) => !present.has(known));
  return (
    cureFromVariant(place, name) ??
    cureFromAbove(place, name) ??
    cureFromBelow(place, name) ??
    cureFromElsewhere(place, name) ??
    cureFromSpelling(place, name, free) ??
    (free.length > 0 && free.length <= 8
      ? `Remove it; what may still stand here: ${free.join(", ")}.`
      : "Remove it.")
  );
}

/** It belongs to an object of the same place that is of another sort. */
function cureFromVariant({ top, path }: Place, name: string): string | undefined {
  for (const schema of schemasAt(top, path)) {
    const { options = [], discriminator } = bare(schema).def;
    if (discriminator === undefined) continue;
    const sorts = options.flatMap(({ def: { shape = {} } }) =>
      Object.hasOwn(shape, name) ? (shape[discriminator]?.def.values ?? []) : [],
    );
    if (sorts.length > 0) return `It goes with "${discriminator}": ${valuesOf(sorts)} only. Remove it.`;
  }
  return undefined;
}

/** It belongs to an object around this one. */
function cureFromAbove({ top, path }: Place, name: string): string | undefined {
  let climbed = 0;
  for (let length = path.length - 1; length >= 0; length--) {
    if (typeof path[length] === "number") continue;
    climbed++;
    if (!namesAt(top, path.slice(0, length)).includes(name)) continue;
    return `It belongs ${LEVELS[climbed] ?? "further"} up, beside "${path[length]}". Move it there.`;
  }
  return undefined;
}

/** It belongs to an object within this one. */
function cureFromBelow({ top, path }: Place, name: string): string | undefined {
  const inner = namesAt(top, path).find((key) => namesAt(top, [...path, key]).includes(name));
  return inner === undefined ? undefined : `It belongs one level down, inside "${inner}". Move it there.`;
}

/** It is known where an object of another kind stands. */
function cureFromElsewhere({ places, path }: Place, name: string): string | undefined {
  const others = (places.get(name) ?? []).filter((place) => place !== "" && place !== placeOf(path));
  if (others.length === 0 || others.length > NAMED) return undefined;
  return `The format has it only in ${valuesOf(others)}. Move it there or remove it.`;
}

function cureFromSpelling({ places }: Place, name: string, free: readonly string[]): string | undefined {
  const meant = nearestName(name, free) ?? nearestName(name, places.keys());
  return meant === undefined || meant === name ? undefined : `Did you mean "${meant}"? If not, remove it.`;
}

function placeOf(path: Path): string {
  return String(path.findLast((step) => typeof step === "string") ?? "");
}

function placesIn(top: Schema): ReadonlyMap<string, readonly string[]> {
  const places = new Map<string, readonly string[]>();
  const collect = (schema: Schema, place: string) => {
    for (const { def } of alternatives(schema)) {
      for (const [key, value] of Object.entries(def.shape ?? {})) {
        const known = places.get(key) ?? [];
        if (!known.includes(place)) places.set(key, [...known, place]);
        collect(value, key);
      }
      for (const next of [def.element, def.valueType]) if (next !== undefined) collect(next, place);
    }
  };
  collect(top, "");
  return places;
}

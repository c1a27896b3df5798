/**
 * Every text that a person reads on the screen is a whole message with named placeholders (Unicode MessageFormat 2), kept
 * by language and section: `en/table.ts` has the English of the section "table". Code asks for a message by its key and
 * gives the values; which words, plural or case form they get is the catalogue's to say. Another language is a folder
 * beside `en/` and a call of `speak`; a message that it lacks is shown in English.
 */
import { MessageFormat, type MessagePart } from "messageformat";
import { FUNCTIONS } from "./functions.ts";

/** Messages by key; groups hold what is chosen by a value of the code, such as the name of each beat. */
export interface Source {
  readonly [key: string]: string | Source;
}

/** The same keys in another language; placeholders keep their names. */
export type Translation<T> = { readonly [K in keyof T]?: T[K] extends string ? string : Translation<T[K]> };

export type Value = string | number | readonly string[];

type Head<S extends string> = S extends `${infer Inside}}${string}`
  ? Inside extends `${infer Name} ${string}`
    ? Name
    : Inside
  : never;
type Placeholders<S extends string> = S extends `${string}{$${infer Rest}`
  ? Head<Rest> | Placeholders<Rest>
  : never;
type Values<S extends string> = { readonly [K in Placeholders<S>]: Value };

/** Text, or what stands inside the markup of a message, to be shown as an element of its own. */
export type Part = string | { readonly name: string; readonly parts: readonly Part[] };

type Said<S extends string> = S extends `${string}{#${string}` ? readonly Part[] : string;

/** A message without placeholders is its text; one with them is a function of their values. */
export type Words<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? [Placeholders<T[K]>] extends [never]
      ? Said<T[K]>
      : (values: Values<T[K]>) => Said<T[K]>
    : Words<T[K]>;
};

let language = "en";
let translations: Readonly<Record<string, Translation<Source>>> = {};

/** Changes the language of all messages from now on; `sections`: its messages by section. */
export function speak(tag: string, sections: Readonly<Record<string, Translation<Source>>>): void {
  language = tag;
  translations = sections;
}

/** The messages of a section in the language that is spoken when they are read. */
export function section<const T extends Source>(name: string, english: T): Words<T> {
  return groupOf(english, () => translations[name]) as Words<T>;
}

function groupOf(english: Source, translated: () => Translation<Source> | undefined): object {
  const group = {};
  for (const [key, source] of Object.entries(english)) {
    if (typeof source !== "string") {
      const inner = () => translated()?.[key] as Translation<Source> | undefined;
      Object.defineProperty(group, key, { enumerable: true, value: groupOf(source, inner) });
      continue;
    }
    const message = messageOf(key, source, () => translated()?.[key] as string | undefined);
    const takesValues = /\{\$/.test(source);
    Object.defineProperty(group, key, {
      enumerable: true,
      ...(takesValues ? { value: message } : { get: () => message({}) }),
    });
  }
  return group;
}

type Given = Readonly<Record<string, Value>>;

/** Sentences that a message keeps: a screen says nearly all of them again at every click. */
const MOST_SAID = 100;

/** Parsed when it is first said, and again when the language has changed. Throws when a value is missing. */
function messageOf(key: string, english: string, translated: () => string | undefined) {
  let spoken: string | undefined;
  let say: (values: Given) => string | readonly Part[];
  const said = new Map<string, string | readonly Part[]>();
  return (values: Given) => {
    if (spoken !== language) {
      const own = translated();
      say = compiled(key, own === undefined ? "en" : language, own ?? english);
      spoken = language;
      said.clear();
    }
    const given = JSON.stringify(values);
    const known = said.get(given);
    if (known !== undefined) return known;
    if (said.size >= MOST_SAID) said.clear();
    const sentence = say(values);
    said.set(given, sentence);
    return sentence;
  };
}

function compiled(key: string, tag: string, source: string): (values: Given) => string | readonly Part[] {
  if (!/^\s*\.|[{}\\]/.test(source)) return () => source;
  const format = new MessageFormat(tag, source, { functions: FUNCTIONS });
  const fail = (error: unknown) => {
    throw new Error(`The message "${key}" can't be said: ${(error as Error).message}`);
  };
  if (source.includes("{#")) return (values) => nested(format.formatToParts(values, fail));
  return (values) => format.format(values, fail);
}

/** Flat parts with opening and closing marks as a tree. */
function nested(flat: readonly MessagePart<string>[]): Part[] {
  const top: Part[] = [];
  const open: Part[][] = [top];
  for (const part of flat) {
    const into = open.at(-1)!;
    if (!("kind" in part)) into.push(textOf(part));
    else if (part.kind === "close") open.pop();
    else {
      const parts: Part[] = [];
      into.push({ name: part.name, parts });
      if (part.kind === "open") open.push(parts);
    }
  }
  return top;
}

function textOf(part: MessagePart<string>): string {
  if ("parts" in part && part.parts) return part.parts.map(({ value }) => String(value ?? "")).join("");
  return "value" in part ? String(part.value ?? "") : "";
}

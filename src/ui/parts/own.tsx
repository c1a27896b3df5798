/**
 * A text of the scenario in its author's language, where that is not the page's: read aloud, hyphenated and ordered by its own
 * rules, and never disordering what stands around it. Sentences of the page isolate the names in them by themselves.
 */
import { type ComponentChildren, createContext, Fragment } from "preact";
import { useContext } from "preact/hooks";

/** Language of the scenario on the screen (BCP 47), where it is not that of the page. */
const Language = createContext<string | undefined>(undefined);

const RIGHT_TO_LEFT = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"]);

const primaryOf = (tag: string) => tag.split("-")[0]!;

export function WrittenIn(props: { readonly language: string; readonly children: ComponentChildren }) {
  const foreign = primaryOf(props.language) !== primaryOf(document.documentElement.lang);
  return <Language.Provider value={foreign ? props.language : undefined}>{props.children}</Language.Provider>;
}

/** The attributes of an element that can hold nothing but text. */
export function useOwn(): { readonly lang?: string; readonly dir?: "ltr" | "rtl" } {
  const language = useContext(Language);
  if (language === undefined) return {};
  return { lang: language, dir: RIGHT_TO_LEFT.has(primaryOf(language)) ? "rtl" : "ltr" };
}

export function Own({ children }: { readonly children: ComponentChildren }) {
  const own = useOwn();
  if (own.lang === undefined) return <Fragment>{children}</Fragment>;
  return <bdi {...own}>{children}</bdi>;
}

/**
 * Opening what a person has: the bundled scenarios, a scenario file, a saved game. Either button takes either kind of
 * file, and a drop works on every screen, because a file that misses its target would make the browser leave the game.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import { prepareReader } from "../keeping/reader.ts";
import { BUNDLED } from "../keeping/scenarios.ts";
import { RefusalPanel } from "./refusal.tsx";
import { chooseSeat, dismissRefusal, openFiles, refusal } from "./visit.ts";
import { visit } from "./words.ts";

const words = visit.files;

export function OpenSection() {
  const refused = refusal.value;
  return (
    <section class="band" aria-labelledby="open-title">
      <div class="page open-section">
        <h2 id="open-title">{words.title}</h2>
        {refused !== undefined && <RefusalPanel refusal={refused} close={dismissRefusal} />}
        <div class="open-columns">
          <div>
            <h3>{words.bundled}</h3>
            <ul class="bundled">
              {BUNDLED.map(({ id, title, about }) => (
                <li key={id}>
                  <button type="button" class="link" onClick={() => chooseSeat(id)}>
                    {words.seat({ title })}
                  </button>
                  <p class="muted">{about}</p>
                </li>
              ))}
            </ul>
          </div>
          <div>
            <h3>{words.yours}</h3>
            <div class="actions">
              <FileButton label={words.scenario} />
              <FileButton label={words.run} />
            </div>
            <p class="muted">{words.hint}</p>
          </div>
        </div>
      </div>
    </section>
  );
}

function FileButton({ label }: { readonly label: string }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        onClick={() => {
          prepareReader();
          input.current?.click();
        }}
      >
        {label}
      </button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        multiple
        hidden
        aria-label={label}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same file chosen again after mending is a change too.
          event.currentTarget.value = "";
          void openFiles(files);
        }}
      />
    </>
  );
}

/** A sheet over the whole page while a file hangs above it. */
export function DropTarget() {
  const [hanging, setHanging] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
      prepareReader();
      setHanging(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setHanging(false);
    };
    const drop = (event: DragEvent) => {
      setHanging(false);
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      void openFiles([...event.dataTransfer.files]);
    };
    const listening = new AbortController();
    const { signal } = listening;
    addEventListener("dragenter", over, { signal });
    addEventListener("dragover", over, { signal });
    addEventListener("dragleave", leave, { signal });
    addEventListener("drop", drop, { signal });
    return () => listening.abort();
  }, []);
  return hanging ? (
    <div class="drop-sheet" aria-hidden="true">
      <p>{words.drop}</p>
    </div>
  ) : null;
}

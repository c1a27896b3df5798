/**
 * Choosing a seat: the delegations of all phases by bloc, and beside them the brief of the one chosen. Radio groups
 * give arrow keys and names for free; blocs share one group name, so exactly one seat is chosen overall.
 */
import { useMemo, useState } from "preact/hooks";
import { partiesIn, partiesSeated } from "../../scenario/parties.ts";
import type { Scenario, ScenarioParty } from "../../scenario/schema.ts";
import { publicOf } from "../../seat/public.ts";
import { dateName } from "../../view/date.ts";
import { drawSeed, parseSeed } from "../keeping/address.ts";
import type { OpenScenario } from "../keeping/open.ts";
import { focusOn } from "../page/focus.ts";
import { say } from "../page/status.ts";
import { Own, WrittenIn } from "../parts/own.tsx";
import { FindingList } from "../visit/findings.tsx";
import { beginAs } from "../visit/visit.ts";
import { PartyBrief } from "./brief.tsx";
import { briefing } from "./words.ts";

const words = briefing.briefing;

export function Briefing({ open, leave }: { readonly open: OpenScenario; leave(): void }) {
  const { scenario, findings = [] } = open;
  const seats = useMemo(() => partiesSeated(scenario), [scenario]);
  const first = useMemo(() => partiesIn(scenario, scenario.phases[0]!), [scenario]);
  const told = useMemo(() => publicOf(scenario), [scenario]);
  const [chosen, setChosen] = useState(seats[0]!);
  const [sought, setSought] = useState("");
  const [seed, setSeed] = useState("");
  const party = scenario.parties[chosen]!;
  const seedWrong = seed.trim() !== "" && parseSeed(seed) === undefined;
  const silent = scenario.parties.filter((_, i) => !seats.includes(i));

  const begin = (event: Event) => {
    event.preventDefault();
    if (seedWrong) focusOn(document.getElementById("seed"));
    else void beginAs(open, party.id, parseSeed(seed) ?? drawSeed());
  };
  const draw = () => {
    const drawn = seats[drawSeed() % seats.length]!;
    setSought("");
    setChosen(drawn);
    say(words.drawn({ name: scenario.parties[drawn]!.name }));
  };

  return (
    <WrittenIn language={scenario.language}>
      <form class="page briefing" onSubmit={begin} noValidate>
        <div class="briefing-head">
          <button type="button" class="link" onClick={leave}>
            {words.back}
          </button>
          <h1 tabIndex={-1}>{words.title}</h1>
          <p class="lead">
            <strong>
              <Own>{scenario.title}</Own>.
            </strong>{" "}
            <Own>{scenario.summary}</Own>
          </p>
          <p class="muted small">{words.asOf({ date: dateName(scenario.asOf) })}</p>
          {findings.length > 0 && (
            <details class="checks">
              <summary>{words.check({ count: findings.length })}</summary>
              <p class="muted">{words.checkHint}</p>
              <FindingList findings={findings} />
            </details>
          )}
        </div>
        <section class="seats" aria-labelledby="seats-title">
          <h2 id="seats-title">{words.seats}</h2>
          <div class="seats-tools">
            <label class="field">
              <span>{words.find}</span>
              <input
                type="search"
                value={sought}
                autocomplete="off"
                onInput={(event) => {
                  const { value } = event.currentTarget;
                  setSought(value);
                  const count = seats.filter((i) => matches(scenario.parties[i]!, value)).length;
                  say(count === 0 ? words.none : words.found({ count }));
                }}
              />
            </label>
            <button type="button" onClick={draw}>
              {words.lot}
            </button>
          </div>
          <SeatList scenario={scenario} seats={seats} sought={sought} chosen={chosen} choose={setChosen} />
          {silent.map(({ id, name }) => (
            <p key={id} class="muted">
              {words.silent({ name })}
            </p>
          ))}
          {seats
            .filter((seat) => !first.includes(seat))
            .map((seat) => (
              <p key={seat} class="muted">
                {words.later({ name: scenario.parties[seat]!.name, phase: scenario.phases[0]!.title })}
              </p>
            ))}
          <details open={seed !== "" || undefined}>
            <summary>{words.more}</summary>
            <label class="field" for="seed">
              <span>{words.seed}</span>
              <input
                id="seed"
                inputMode="numeric"
                autocomplete="off"
                value={seed}
                aria-invalid={seedWrong}
                aria-describedby="seed-hint"
                onInput={(event) => setSeed(event.currentTarget.value)}
              />
            </label>
            <p id="seed-hint" class={seedWrong ? "wrong" : "muted"}>
              {seedWrong ? words.seedWrong : words.seedHint}
            </p>
          </details>
        </section>
        <PartyBrief key={party.id} scenario={told} party={party} />
        <div class="begin-bar">
          <p>
            <span class="muted">{words.as}</span>{" "}
            <strong>
              <Own>{party.name}</Own>
            </strong>
          </p>
          <button type="submit" class="primary large">
            {words.begin}
          </button>
        </div>
      </form>
    </WrittenIn>
  );
}

function SeatList(props: {
  readonly scenario: Scenario;
  readonly seats: readonly number[];
  readonly sought: string;
  readonly chosen: number;
  choose(seat: number): void;
}) {
  const { scenario, sought, chosen, choose } = props;
  const found = props.seats.filter((seat) => matches(scenario.parties[seat]!, sought));
  if (found.length === 0) return <p class="muted">{words.none}</p>;
  return (
    <div class="blocs">
      {[...Map.groupBy(found, (seat) => scenario.parties[seat]!.bloc)].map(([bloc, members]) => (
        <fieldset key={bloc}>
          <legend>
            <Own>{bloc}</Own>
          </legend>
          <div class="pills">
            {members.map((seat) => (
              <label key={seat} class="pill">
                <input type="radio" name="seat" checked={seat === chosen} onChange={() => choose(seat)} />
                <span>
                  <Own>{scenario.parties[seat]!.name}</Own>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}

/** By name, code or bloc, without regard to case and accents: "turk" finds Türkiye. */
function matches({ name, code, bloc }: ScenarioParty, sought: string): boolean {
  const wanted = plain(sought.trim());
  return [name, code, bloc].some((text) => plain(text).includes(wanted));
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

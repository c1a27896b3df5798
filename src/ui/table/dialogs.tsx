/** The dialogs of the table: sources, help, levers, the question before walking away, and the link to copy by hand. */
import { points } from "../../view/sentences.ts";
import { copied, LONGEST_LINK, saveGame } from "../desk/deeds.ts";
import type { Desk } from "../desk/desk.ts";
import { CopyField } from "../page/copy.tsx";
import { Dialog } from "../page/dialog.tsx";
import { Own } from "../parts/own.tsx";
import { HelpText } from "./help.tsx";
import { LeverList } from "./levers.tsx";
import { SourceList } from "./sources.tsx";
import { table } from "./words.ts";

const words = table.dialogs;

export function TableDialogs({ desk }: { readonly desk: Desk }) {
  const { dialog } = desk;
  const open = dialog.value;
  const close = () => {
    dialog.value = undefined;
  };
  return (
    <>
      <Dialog open={open === "sources"} title={words.sources} close={close}>
        <SourceList desk={desk} />
      </Dialog>
      <Dialog open={open === "help"} title={words.help} close={close}>
        <HelpText desk={desk} />
      </Dialog>
      <Dialog open={open === "levers"} title={words.levers} close={close}>
        <LeverList desk={desk} close={close} />
      </Dialog>
      <Dialog open={open === "walkaway"} title={words.walkaway} close={close}>
        <WalkAway desk={desk} close={close} />
      </Dialog>
      <Dialog open={open === "link"} title={words.link} close={close}>
        <LinkDialog desk={desk} close={close} />
      </Dialog>
    </>
  );
}

function WalkAway({ desk, close }: { readonly desk: Desk; close(): void }) {
  const { disagreement, inForce, talks, you } = desk.fixed.value;
  const worth = { walkAway: points(you.reservationValue), text: points(you.textUtility) };
  const go = () => {
    close();
    desk.act(desk.play.walkAway);
  };
  return (
    <>
      <p>{talks?.mediator ? words.mediatorText : words.walkawayText}</p>
      <p>
        <strong>
          <Own>{disagreement}</Own> {!inForce.stated && inForce.sentence}
        </strong>{" "}
        {words.worth[you.measured](worth)}
      </p>
      <div class="actions">
        <button type="button" class="primary" onClick={close}>
          {words.stay}
        </button>
        <button type="button" onClick={go}>
          {words.go}
        </button>
      </div>
    </>
  );
}

/** A long link is offered last: what carries it would cut it. */
function LinkDialog({ desk, close }: { readonly desk: Desk; close(): void }) {
  const address = desk.link.value;
  const long = address.length > LONGEST_LINK;
  if (!long) return <CopyField label={words.linkText} text={address} />;
  return (
    <>
      <p>{words.longLink({ length: address.length, longest: LONGEST_LINK })}</p>
      <div class="actions">
        <button
          type="button"
          class="primary"
          onClick={() => {
            close();
            saveGame(desk);
          }}
        >
          {words.saveInstead}
        </button>
        <button type="button" onClick={() => void copied(address).then((done) => done && close())}>
          {words.copyLong}
        </button>
      </div>
      <details>
        <summary>{words.showLong}</summary>
        <CopyField label={words.linkText} text={address} />
      </details>
    </>
  );
}

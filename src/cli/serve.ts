/**
 * `parley serve`: shows the built game from this computer, so that a class needs neither a web server nor the network.
 * The page is read once and answered from memory: no address can reach another file, and installing a newer
 * version in the meantime never mixes two pages. It listens on this computer alone unless --host says otherwise.
 */
import { readdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { type AddressInfo, isIPv6 } from "node:net";
import { networkInterfaces } from "node:os";
import { extname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { InputError } from "./files.ts";
import { print, tell } from "./output.ts";

/** The same as ever where it is free: a browser keeps games by address, port included. */
const PORT = 4173;

const LOOPBACK = "127.0.0.1";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".md": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
};

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Every address of the page, beginning with "/", and what is there. */
export type Page = ReadonlyMap<string, Answer>;

/** Where Vite puts the page: beside src in a checkout, beside lib in the package. */
const built = fileURLToPath(new URL("../../dist", import.meta.url));

/** Reads a built page. Throws InputError where there is none. */
export function pageIn(folder: string): Page {
  const files = filesIn(folder);
  const index = files.get("/index.html");
  if (index === undefined) {
    throw new InputError(
      `There is no built page in ${folder}: in a checkout run "npm run build" first, otherwise install the package again.`,
    );
  }
  const policy = policyOf(index.toString("utf8"));
  const answers = [...files].map(([address, body]): [string, Answer] => [
    address,
    {
      status: 200,
      headers: {
        "Content-Type": TYPES[extname(address)] ?? "application/octet-stream",
        "Content-Security-Policy": policy,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        // Vite names everything in assets/ by its content.
        "Cache-Control": address.startsWith("/assets/") ? "max-age=31536000, immutable" : "no-cache",
      },
      body,
    },
  ]);
  const page = new Map(answers);
  page.set("/", page.get("/index.html")!);
  return page;
}

function filesIn(folder: string): Map<string, Buffer> {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name));
    return new Map(
      paths.map((path) => [`/${relative(folder, path).split(sep).join("/")}`, readFileSync(path)]),
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return new Map();
    throw error;
  }
}

/** The page's own policy, which as a header also holds for workers. */
function policyOf(html: string): string {
  const policy = /<meta\s+http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html)?.[1];
  if (policy === undefined) throw new Error("The built index.html states no Content-Security-Policy.");
  return policy;
}

/** What a request gets. `target` is as the browser wrote it: a path, perhaps with a query. */
export function answer(page: Page, method: string | undefined, target: string | undefined): Answer {
  if (method !== "GET" && method !== "HEAD") {
    return refusal(405, "This address can only be read.", { Allow: "GET, HEAD" });
  }
  const path = decoded((target ?? "/").replace(/[?#].*$/s, ""));
  if (path === undefined) return refusal(400, "This address is not well written.");
  return page.get(path) ?? refusal(404, "There is nothing at this address; the game is at /.");
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

function refusal(status: number, sentence: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return {
    status,
    headers: {
      ...headers,
      "Content-Type": "text/plain; charset=utf-8",
      "X-Content-Type-Options": "nosniff",
    },
    body: Buffer.from(`${sentence}\n`),
  };
}

function serverOf(page: Page): Server {
  return createServer(({ method, url }, response) => {
    const { status, headers, body } = answer(page, method, url);
    response.writeHead(status, { ...headers, "Content-Length": body.byteLength });
    response.end(method === "HEAD" ? undefined : body);
  });
}

export interface ServeOptions {
  /** Left out: 4173, or a free one where that is taken. 0: a free one. */
  readonly port?: number;
  readonly host?: string;
}

export async function serve({ port, host = LOOPBACK }: ServeOptions): Promise<void> {
  const server = serverOf(pageIn(built));
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  process.once("SIGINT", stop).once("SIGTERM", stop);
  const usual = await listening(server, port ?? PORT, host);
  if (!usual) {
    if (port !== undefined) {
      throw new InputError(`--port: ${port} is taken; name another one, or none for a free one.`, 2);
    }
    await listening(server, 0, host);
    tell(
      `Port ${PORT} is taken, so this is another one: games kept under the usual address are not seen here.`,
    );
  }
  const address = server.address() as AddressInfo;
  print(`Parley is at ${addressesOf(address).join(" and ")} (Ctrl-C ends it)`);
}

/** Whether the server has the port: false where another program has it. Throws InputError on a host that can't be. */
function listening(server: Server, port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const refused = (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") resolve(false);
      else if (error.code === "EACCES") {
        reject(new InputError(`--port: this account may not use ${port}; take one from 1024 on.`, 2));
      } else reject(new InputError(`--host: "${host}" is no address of this computer.`, 2));
    };
    server.once("error", refused);
    server.listen(port, host, () => {
      server.off("error", refused);
      resolve(true);
    });
  });
}

/** What to type into a browser: for "every address of this computer" each of them. */
function addressesOf({ address, port }: AddressInfo): string[] {
  const every = address === "0.0.0.0" || address === "::";
  const hosts = every
    ? [
        LOOPBACK,
        ...Object.values(networkInterfaces()).flatMap((list = []) =>
          list.filter(isReached).map((one) => one.address),
        ),
      ]
    : [address];
  return hosts.map((host) => `http://${isIPv6(host) ? `[${host}]` : host}:${port}/`);
}

const isReached = ({ family, internal }: { family: string; internal: boolean }) =>
  family === "IPv4" && !internal;

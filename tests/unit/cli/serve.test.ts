/** What `parley serve` answers: every file of the page under its own type and policy, and nothing else of the disk. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { InputError } from "../../../src/cli/files.ts";
import { answer, pageIn } from "../../../src/cli/serve.ts";

const top = mkdtempSync(join(tmpdir(), "parley-serve-"));
afterAll(() => rmSync(top, { recursive: true }));

const policy = "default-src 'self'; object-src 'none'";
const files = {
  "page/index.html": `<meta\n  http-equiv="Content-Security-Policy"\n  content="${policy}"\n/>`,
  "page/assets/stage-1.js": "export const a = 1;",
  "page/assets/table-1.css": "a{}",
  "page/assets/кий-1.svg": "<svg/>",
  "secret.txt": "not for anybody",
};
mkdirSync(join(top, "page/assets"), { recursive: true });
for (const [path, text] of Object.entries(files)) writeFileSync(join(top, path), text);
const page = pageIn(join(top, "page"));

const get = (target: string) => answer(page, "GET", target);
const bodyOf = (target: string) => Buffer.from(get(target).body).toString("utf8");

describe("an address of the page", () => {
  test("is answered with its bytes, whether written plainly, escaped or with a query", () => {
    expect(bodyOf("/")).toBe(files["page/index.html"]);
    expect(bodyOf("/index.html")).toBe(files["page/index.html"]);
    expect(bodyOf("/assets/stage-1.js?v=2")).toBe(files["page/assets/stage-1.js"]);
    expect(bodyOf("/assets/%D0%BA%D0%B8%D0%B9-1.svg")).toBe("<svg/>");
  });

  test("has its type and the page's own policy", () => {
    const types = ["/", "/assets/stage-1.js", "/assets/table-1.css"].map(
      (path) => get(path).headers["Content-Type"],
    );
    expect(types).toEqual([
      "text/html; charset=utf-8",
      "text/javascript; charset=utf-8",
      "text/css; charset=utf-8",
    ]);
    for (const target of page.keys()) {
      expect(get(target).headers).toMatchObject({
        "Content-Security-Policy": policy,
        "X-Content-Type-Options": "nosniff",
      });
    }
  });

  test("is kept by the browser for ever only where the name tells the content", () => {
    expect(get("/").headers["Cache-Control"]).toBe("no-cache");
    expect(get("/assets/stage-1.js").headers["Cache-Control"]).toContain("immutable");
  });
});

describe("anything else", () => {
  test.each([
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/assets/../../secret.txt",
    "/assets",
    "/assets/",
    "//",
    "/index.html/",
    "/INDEX.HTML",
    "http://127.0.0.1/",
    "/%00",
    "*",
    "",
  ])("%s is not there", (target) => {
    expect(get(target)).toMatchObject({ status: 404 });
  });

  test("is never a file outside the page, however it is written (2,000 addresses)", () => {
    const piece = fc.constantFrom(
      "..",
      "%2e%2e",
      "/",
      "%2f",
      "\\",
      "%5c",
      "page",
      "assets",
      "secret.txt",
      ".",
      "%",
      "?",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const target = `/${pieces.join("")}`;
        expect([200, 400, 404]).toContain(get(target).status);
        expect(bodyOf(target)).not.toContain(files["secret.txt"]);
      }),
      { numRuns: 2000, seed: 1 },
    );
  });

  test("badly escaped, or more than reading, is refused in a sentence", () => {
    expect(get("/%zz").status).toBe(400);
    expect(bodyOf("/%zz")).toMatch(/^[A-Z].*\.\n$/);
    const { status, headers } = answer(page, "POST", "/");
    expect([status, headers.Allow]).toEqual([405, "GET, HEAD"]);
    expect(answer(page, "HEAD", "/").status).toBe(200);
  });
});

test("a folder without a built page is refused with what to do", () => {
  for (const folder of [join(top, "page/assets"), join(top, "absent")]) {
    expect(() => pageIn(folder)).toThrow(InputError);
    expect(() => pageIn(folder)).toThrow('run "npm run build" first');
  }
});

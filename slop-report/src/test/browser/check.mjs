/*
 * Opens the pages that HtmlReportTest leaves in target/html-report in Chromium and checks what only a browser can tell.
 *
 *   mvn -pl slop-report -am test && cd slop-report/src/test/browser && npm ci && npm run check
 *
 * CHROMIUM names the browser (default /usr/bin/chromium); DEMO names the page of `slop demo`, which is then checked too;
 * SCREENSHOTS names a folder for screenshots, none if unset.
 */
import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { launch } from "./browser.mjs";

const pages = new URL("../../../target/html-report/", import.meta.url);
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const demo = process.env.DEMO ? ["demo"] : [];
const browser = await launch();
let failures = 0;

async function open(name, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, ...options });
  const page = await context.newPage();
  const troubles = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && troubles.push(message.text()));
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("dialog", (dialog) => (troubles.push(`dialog: ${dialog.message()}`), dialog.dismiss()));
  page.on("request", (request) => {
    if (!/^(file|data|blob):/.test(request.url())) {
      troubles.push(`request: ${request.url()}`);
    }
  });
  const start = Date.now();
  await page.goto(name === "demo" ? pathToFileURL(process.env.DEMO).href : new URL(`${name}.html`, pages).href);
  if (options.javaScriptEnabled !== false) {
    await page.waitForFunction(() => document.documentElement.dataset.ready === "true");
  }
  return { page, troubles, milliseconds: Date.now() - start };
}

/** Scrolls to the end, so that everything lazy has been drawn once. */
async function readThrough(page) {
  await page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
      scrollTo(0, y);
      await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
    }
  });
}

/** One check; every page it opened is closed, and what hangs fails. */
async function check(title, body) {
  try {
    const late = new Promise((_, fail) => setTimeout(() => fail(new Error("took over two minutes")), 120_000).unref());
    const note = await Promise.race([body(), late]);
    console.log(`ok      ${title}${note ? ` (${note})` : ""}`);
  } catch (error) {
    failures++;
    console.log(`FAILED  ${title}\n${error.message}`);
  }
  await Promise.all(browser.contexts().map((context) => context.close()));
}

const found = (page) => page.locator("#found").innerText();

for (const name of ["three-models", "hostile", "empty", "large", "meaning", "large-embedded", ...demo]) {
  await check(`${name}: no console message, no request, no dialog, no sideways scrolling`, async () => {
    const { page, troubles, milliseconds } = await open(name);
    await readThrough(page);
    for (const width of [360, 1280, 2560, 3840]) {
      await page.setViewportSize({ width, height: 900 });
      await page.waitForTimeout(150);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `sideways at ${width} px`);
    }
    assert.deepEqual(troubles, []);
    return `ready in ${milliseconds} ms`;
  });
}

await check("charts are drawn as SVG when they come into view, and again in the other theme", async () => {
  const { page, troubles } = await open("three-models");
  await readThrough(page);
  assert.equal(await page.locator(".chart svg, .forest svg").count(), 9);
  await page.click("#theme");
  await page.click("#theme");
  assert.equal(await page.getAttribute("html", "data-theme"), "dark");
  assert.equal(await page.locator(".chart svg, .forest svg").count(), 9);
  assert.deepEqual(troubles, []);
});

await check("a curve has its own line, what is beyond n dashed, and the others behind", async () => {
  const { page } = await open("three-models");
  await readThrough(page);
  assert.equal(await page.locator("[data-curves='3'] svg path[stroke-width='2']").count(), 6);
  assert.equal(await page.locator("[data-curves='3'] svg path[stroke-dasharray]").count(), 3);
  assert.match(await page.locator("[data-curves='3'] svg").textContent(), /n = 50/);
});

await check("the map of meanings is drawn, and walked by keyboard", async () => {
  const { page, troubles } = await open("meaning");
  await page.locator("[data-meaning]").scrollIntoViewIfNeeded();
  await page.locator("[data-meaning] svg").waitFor();
  // A mark per model and text, and one each in the legend.
  assert.equal(await page.locator("[data-meaning] svg path[fill^='#']").count(), 20);
  await page.focus("[data-meaning]");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Shift+Tab");
  assert.match(await page.locator("[data-meaning] + p").innerText(), /^1 of 14: Why don't scientists/);
  assert.match(await page.locator("[data-meaning] svg").textContent(), /scientists trust atoms.*claude-haiku-4-5 × 3, gemini/);
  await page.keyboard.press("ArrowLeft");
  assert.match(await page.locator("[data-meaning] + p").innerText(), /^14 of 14: /);
  assert.deepEqual(troubles, []);
});

await check("filters narrow the list, and clear again", async () => {
  const { page } = await open("three-models");
  assert.match(await found(page), /^192 of 192/);
  await page.selectOption("#f-prompt", { label: "fruit" });
  assert.match(await found(page), /^15 of 192/);
  await page.selectOption("#f-group", { index: 2 });
  assert.match(await found(page), /^5 of 192/);
  await page.selectOption("#f-model", { label: "gemini-2.5-flash" });
  assert.match(await found(page), /^4 of 192/);
  await page.click("#filter button[type=reset]");
  await page.waitForFunction(() => document.getElementById("found").textContent.startsWith("192 of 192"));
  await page.selectOption("#f-outcome", { label: "refused" });
  assert.match(await found(page), /^1 of 192/);
  await page.click("#filter button[type=reset]");
  await page.fill("#f-text", "SCARECROW");
  await page.waitForFunction(() => document.getElementById("found").textContent.startsWith("1 of 192"));
  assert.equal(await page.locator("#list li").count(), 1);
});

await check("pages turn; members of a group open and lead to the list", async () => {
  const { page } = await open("three-models");
  await page.click("#next");
  assert.match(await page.locator("#page").innerText(), /Page 2 of 4/);
  await page.click("#prompt-0 tr[data-group='0'] button.members");
  assert.equal(await page.locator("#prompt-0 ol.members li").count(), 8);
  await page.click("#prompt-0 tr.below > td > button");
  assert.match(await found(page), /^8 of 192/);
});

await check("a note opens and closes by keyboard, also without JavaScript", async () => {
  for (const javaScriptEnabled of [true, false]) {
    const { page } = await open("three-models", { javaScriptEnabled });
    await page.focus("#prompt-0 button[popovertarget='note-entropy']");
    await page.keyboard.press("Enter");
    await page.locator("#note-entropy:popover-open").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("#note-entropy:not(:popover-open)").waitFor();
  }
});

await check("without JavaScript the tables and the answers are there", async () => {
  const { page, troubles } = await open("three-models", { javaScriptEnabled: false });
  assert.match(await page.locator("noscript table").innerText(), /All 192 answers/);
  assert.ok(await page.locator("#prompt-3 table.models").isVisible());
  assert.match(await page.locator("#prompt-3").innerText(), /in twice as many/);
  assert.ok(await page.locator("#across .tree path").isVisible());
  const meaning = await open("meaning", { javaScriptEnabled: false });
  await meaning.page.click("text=The map as a table");
  assert.match(await meaning.page.getByRole("region", { name: "Places, p" }).innerText(), /scarecrow.*\n.*gpt-5-mini/s);
  assert.deepEqual(troubles, []);
});

await check("hostile answers make no element, no link and no style", async () => {
  const { page } = await open("hostile");
  await readThrough(page);
  await page.selectOption("#f-prompt", { index: 1 });
  const state = await page.evaluate(() => ({
    images: document.images.length,
    scripts: document.scripts.length,
    links: [...document.links].filter((link) => !link.getAttribute("href").startsWith("#")).length,
    handlers: [...document.querySelectorAll("*")].filter((e) => e.getAttributeNames().some((n) => n.startsWith("on"))).length,
    inside: document.querySelectorAll(".answer .text *, blockquote :not(svg, rect)").length,
  }));
  assert.deepEqual(state, { images: 0, scripts: 3, links: 0, handlers: 0, inside: 0 });
});

for (const name of ["three-models", "hostile", "meaning", ...demo]) {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [360, 1280]) {
      await check(`${name}: accessible in ${colorScheme} at ${width} px`, async () => {
        const { page } = await open(name, { colorScheme, viewport: { width, height: 860 }, bypassCSP: true });
        await readThrough(page);
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => globalThis.axe.run());
        const told = violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(" | ")}`);
        assert.deepEqual(told, []);
      });
    }
  }
}

if (process.env.SCREENSHOTS) {
  await mkdir(process.env.SCREENSHOTS, { recursive: true });
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [360, 1280, 2560]) {
      for (const name of ["three-models", ...demo]) {
        const { page } = await open(name, { colorScheme, viewport: { width, height: Math.round(width * 0.6) + 400 } });
        await readThrough(page);
        for (const place of ["findings", "prompt-3", "across"]) {
          await page.evaluate((id) => document.getElementById(id).scrollIntoView(), place);
          await page.waitForTimeout(200);
          await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}-${place}-${width}-${colorScheme}.png` });
        }
        await page.context().close();
      }
    }
  }
}

await browser.close();
console.log(failures === 0 ? `all checks passed on ${fileURLToPath(pages)}` : `${failures} checks failed`);
process.exit(failures === 0 ? 0 : 1);

/*
 * Takes the README's picture: the first screen of a report in the light theme, 1280 px wide.
 *
 *   npm run picture -- REPORT.html PICTURE.png
 */
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { launch } from "./browser.mjs";

const LARGEST = 200_000;
const [report, picture] = process.argv.slice(2).map((path) => resolve(process.env.INIT_CWD ?? ".", path));
if (!picture) {
  console.error("usage: npm run picture -- REPORT.html PICTURE.png");
  process.exit(2);
}
const browser = await launch();
const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme: "light" });
await page.goto(pathToFileURL(report).href);
await page.waitForFunction(() => document.documentElement.dataset.ready === "true");
await page.screenshot({ path: picture });
await browser.close();
const { size } = await stat(picture);
console.log(`${picture}: ${size} bytes`);
process.exit(size > LARGEST ? 1 : 0);

// Says how long a first visit takes, with an empty cache, until one can work: `node scripts/measure.mjs URL [SECRET]`.
import { chromium } from "playwright-core";

const [engine = "http://localhost:8080", secret] = process.argv.slice(2);
const VISITS = Number(process.env.VISITS ?? 5);
const MOST_BYTES = 300_000;
const SETTLED_MS = 1500;

const PAGES = [
    { path: "/console/data", ready: ".area-main h1" },
    { path: "/console/data/~default/tracked", ready: ".area-main tbody tr" },
    { path: "/console/actions", ready: "main h1" },
    { path: "/console/graph", ready: ".react-flow__node, .empty" },
    { path: "/console/api", ready: ".graphiql-query-editor .view-line" },
    { path: "/console/api", ready: ".explorer-row", what: "with the schema" },
];

const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
for (const { path, ready, what = "" } of PAGES) {
    const times = [];
    const big = new Set();
    let bytes = 0;
    for (let visit = 0; visit < VISITS; visit++) {
        const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
        if (secret) {
            await context.addInitScript((value) => sessionStorage.setItem("dovetail:admin-secret", value), secret);
        }
        const page = await context.newPage();
        // A new window keeps Chromium itself busy for a moment, which a visitor has behind them.
        await page.waitForTimeout(SETTLED_MS);
        bytes = 0;
        page.on("response", async (response) => {
            const { responseBodySize } = await response
                .request()
                .sizes()
                .catch(() => ({ responseBodySize: 0 }));
            bytes += responseBodySize;
            if (responseBodySize > MOST_BYTES) {
                big.add(`${new URL(response.url()).pathname} ${Math.round(responseBodySize / 1000)} kB`);
            }
        });
        // Seen by the page itself, frame by frame: a locator looks only every half second after a while.
        await page.addInitScript((selector) => {
            const look = () => {
                if (document.querySelector(selector)?.getClientRects().length) {
                    globalThis.readyAfter = performance.now();
                } else {
                    requestAnimationFrame(look);
                }
            };
            look();
        }, ready);
        await page.goto(engine + path, { waitUntil: "commit" });
        await page.locator(ready).first().waitFor();
        times.push(await page.evaluate(() => globalThis.readyAfter));
        await page.waitForLoadState("networkidle").catch(() => {});
        await context.close();
    }
    times.sort((one, other) => one - other);
    const said = times.map((each) => Math.round(each));
    console.log(
        `${path} ${what}`.trim().padEnd(34),
        `median ${said[Math.floor(said.length / 2)]} ms`,
        `of ${said.join(", ")};`,
    );
    console.log("".padEnd(34), `${Math.round(bytes / 1000)} kB in all; above 300 kB: ${[...big].join(", ") || "none"}`);
}
await browser.close();

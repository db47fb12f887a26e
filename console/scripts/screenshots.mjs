// Makes the pictures of docs/images: starts a demo of its own, fills it with a small shop, and looks at the main pages in
// both themes. `./dovetail screenshots` runs it.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { fill } from "./shop.mjs";
import { SCENES } from "./scenes.mjs";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const images = join(root, "docs", "images");
const MOST_BYTES = 150_000;
/** The demo may have to be built first. */
const PATIENCE_MILLIS = 600_000;

const places = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const chromiumAt = places.find((place) => place && existsSync(place));
if (!chromiumAt) {
    console.error("No Chromium found; name one in the variable CHROMIUM.");
    process.exit(3);
}

if (process.env.DOVETAIL_ENGINE) {
    await draw(process.env.DOVETAIL_ENGINE);
} else {
    await withDemo(async (engine) => {
        await fill(engine);
        await draw(engine);
    });
}

/** A demo that nobody else knows of; `DOVETAIL_ENGINE` names one that runs already, as it is. */
async function withDemo(use) {
    const [port, users, profiles] = await Promise.all([freePort(), freePort(), freePort()]);
    const home = mkdtempSync(join(tmpdir(), "dovetail-screenshots-"));
    const engine = `http://localhost:${port}`;
    const words = ["demo", "--port", port, "--users-port", users, "--profiles-port", profiles].map(String);
    const demo = spawn(join(root, "dovetail"), words, {
        env: { ...process.env, DOVETAIL_HOME: home },
        stdio: ["ignore", "ignore", "inherit"],
    });
    const ended = new Promise((done) => demo.once("exit", done));
    try {
        await ready(engine, demo);
        await use(engine);
    } finally {
        demo.kill("SIGTERM");
        await ended;
        rmSync(home, { recursive: true, force: true });
    }
}

async function draw(engine) {
    mkdirSync(images, { recursive: true });
    const browser = await chromium.launch({
        executablePath: chromiumAt,
        args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--font-render-hinting=none"],
    });
    for (const colorScheme of ["light", "dark"]) {
        const context = await browser.newContext({
            viewport: { width: 1280, height: 800 },
            colorScheme,
            reducedMotion: "reduce",
        });
        await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: engine });
        const page = await context.newPage();
        for (const { name, path, prepare } of SCENES) {
            await page.goto(engine + path);
            await prepare(page);
            // Of what a worker asked for, the browser does not always tell that it came.
            await page.waitForLoadState("networkidle", { timeout: 3000 }).catch(() => {});
            await page.mouse.move(0, 0);
            const file = join(images, `console-${name}-${colorScheme}.png`);
            await page.screenshot({ path: file, animations: "disabled", caret: "hide" });
            const { size } = statSync(file);
            console.log(`${file.slice(root.length + 1)}  ${Math.round(size / 1000)} kB`);
            if (size > MOST_BYTES) {
                throw new Error(`${file} is bigger than ${MOST_BYTES} bytes`);
            }
        }
        await context.close();
    }
    await browser.close();
}

async function ready(engine, demo) {
    const end = Date.now() + PATIENCE_MILLIS;
    while (Date.now() < end) {
        if (demo.exitCode !== null) {
            throw new Error(`the demo ended with status ${demo.exitCode}`);
        }
        const answer = await fetch(`${engine}/v1/graphql`, {
            method: "POST",
            headers: { "content-type": "application/json" },
            body: JSON.stringify({ query: '{ __type(name: "Profile") { name } }' }),
        }).then(
            (reply) => reply.json(),
            () => null,
        );
        if (answer?.data?.__type) {
            return;
        }
        await new Promise((later) => setTimeout(later, 300));
    }
    throw new Error("the demo did not become ready");
}

async function freePort() {
    const server = createServer();
    await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
    const { port } = server.address();
    await new Promise((closed) => server.close(closed));
    return port;
}

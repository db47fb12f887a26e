// What Maven runs: installs the libraries and builds the console, each only when what it depends on has changed, and
// puts what was built into the folder given, from which the jar is made. Goes by content, because a checkout gives every
// file a new time. Maven's own copying of resources would come too early: before what is built here is there.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const libraries = ["package.json", "package-lock.json", ".npmrc"];
const sources = ["index.html", "src", "scripts", "tsconfig.json", "vite.config.ts", ...libraries];

const oldest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).engines.node.replace(">=", "");
if (!isAtLeast(process.versions.node, oldest)) {
    console.error(`The console needs Node ${oldest} or newer to be built; this is ${process.versions.node}.`);
    process.exit(1);
}
runUnlessDone(libraries, join(root, "node_modules", ".inputs"), ["ci", "--no-progress"]);
runUnlessDone(sources, join(root, "dist", ".inputs"), ["run", "build", "--silent"]);
const [target] = process.argv.slice(2);
rmSync(target, { recursive: true, force: true });
cpSync(join(root, "dist"), target, { recursive: true, filter: (path) => basename(path) !== ".inputs" });

/** The mark is written last and lies in what the command makes anew, so that nothing half done counts as done. */
function runUnlessDone(inputs, mark, command) {
    const digest = digestOf(inputs);
    if (existsSync(mark) && readFileSync(mark, "utf8") === digest) {
        return;
    }
    const { status, error } = spawnSync("npm", command, { cwd: root, stdio: "inherit" });
    if (status !== 0) {
        console.error(`npm ${command.join(" ")} failed in ${root}${error ? `: ${error.message}` : ""}`);
        process.exit(1);
    }
    writeFileSync(mark, digest);
}

function digestOf(inputs) {
    const hash = createHash("sha256");
    for (const path of inputs.flatMap(files)) {
        hash.update(path)
            .update("\0")
            .update(readFileSync(join(root, path)))
            .update("\0");
    }
    return hash.digest("hex");
}

/** Tests are no part of what is built. */
function files(path) {
    if (!statSync(join(root, path)).isDirectory()) {
        return path.includes(".test.") ? [] : [path];
    }
    return readdirSync(join(root, path))
        .sort()
        .flatMap((name) => files(join(path, name)));
}

function isAtLeast(version, wanted) {
    const [major, minor = 0] = version.split(".").map(Number);
    const [wantedMajor, wantedMinor = 0] = wanted.split(".").map(Number);
    return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

import { readSchema, type Question } from "./read.ts";

/** Reads a schema beside the page: to take tens of megabytes apart takes a second. */
self.onmessage = async ({ data }: MessageEvent<Question>) => {
  self.postMessage(await readSchema(data, fetch));
};

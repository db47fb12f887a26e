import { arrange, type Plan } from "./layout.ts";

/** Lays out beside the page, which stays quick meanwhile. */
self.onmessage = ({ data }: MessageEvent<Plan>) => self.postMessage(arrange(data));

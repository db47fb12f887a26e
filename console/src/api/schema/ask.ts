import { engineUrl } from "../../engine.ts";
import type { Question, Reading } from "./read.ts";
import ReaderWorker from "./reader.worker.ts?worker";

export interface Asked {
  reading: Promise<Reading>;
  /** Nobody wants to know any more; what has not come yet never will. */
  stop(): void;
}

/** Has the schema read that those headers lead to. */
export function askForSchema(headers: Record<string, string>): Asked {
  const worker = new ReaderWorker();
  const reading = new Promise<Reading>((done) => {
    worker.onmessage = ({ data }: MessageEvent<Reading>) => {
      worker.terminate();
      done(data);
    };
    worker.onerror = (event) => done({ kind: "failed", message: event.message });
  });
  const question: Question = { url: engineUrl("v1/graphql/schema"), headers };
  worker.postMessage(question);
  return { reading, stop: () => worker.terminate() };
}

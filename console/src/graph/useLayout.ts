import { useEffect, useState } from "react";
import type { Picture } from "./elements.ts";
import type { Places, Plan } from "./layout.ts";
import LayoutWorker from "./layout.worker.ts?worker";

export interface Arranged {
  picture: Picture;
  places: Places;
}

/** The picture with a place for each of its boxes; until they are found, the one before. Null for none yet. */
export function useLayout(picture: Picture | null): Arranged | null {
  const [arranged, setArranged] = useState<Arranged | null>(null);
  useEffect(() => {
    if (picture === null) {
      return;
    }
    const worker = new LayoutWorker();
    worker.onmessage = ({ data }: MessageEvent<Places>) => setArranged({ picture, places: data });
    const plan: Plan = {
      ids: [...picture.objects.keys()],
      lines: picture.lines.map(({ from, to }) => [from, to]),
    };
    worker.postMessage(plan);
    return () => worker.terminate();
  }, [picture]);
  return arranged;
}

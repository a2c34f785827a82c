/** The width and height of an element in whole pixels, followed when the window is resized or printed. */
import { type RefObject, useLayoutEffect, useState } from "react";
import { flushSync } from "react-dom";
import { onPrinting } from "../ui/printing.ts";

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** `first`: the size that is taken until the element is on the page. */
export function useSize(host: RefObject<HTMLElement | null>, first: Size): Size {
  const [size, setSize] = useState(first);
  useLayoutEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    const measure = (): void => {
      const width = Math.max(120, Math.floor(element.clientWidth));
      const height = Math.max(40, Math.floor(element.clientHeight));
      setSize((former) => (former.width === width && former.height === height ? former : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    // Paper does not wait for the next frame.
    const stop = onPrinting(() => flushSync(measure));
    return () => {
      observer.disconnect();
      stop();
    };
  }, [host]);
  return size;
}

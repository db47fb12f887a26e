import { createContext, use, useLayoutEffect, useRef, type ComponentProps, type PointerEvent } from "react";
import { moved } from "./order.ts";

interface Order {
  values: unknown[];
  onReorder(values: unknown[]): void;
}

const OrderContext = createContext<{ readonly current: Order } | null>(null);

/**
 * What GraphiQL's tabs need of framer-motion's `Reorder`: they follow the pointer that holds one of them. All of that
 * library would be a fifth of this page's own file, and measure the page anew while it is being drawn.
 */
export const Reorder = { Group, Item };

function Group({ values, onReorder, axis: _axis, ...props }: ComponentProps<"ul"> & Order & { axis: "x" }) {
  const order = useRef({ values, onReorder });
  // Together with the elements, which tell where each value stands.
  useLayoutEffect(() => {
    order.current = { values, onReorder };
  });
  return (
    <OrderContext value={order}>
      <ul {...props} />
    </OrderContext>
  );
}

interface ItemProps extends ComponentProps<"li"> {
  value: never;
  dragElastic: boolean;
  dragConstraints: unknown;
}

function Item({ value: _value, dragElastic: _elastic, dragConstraints: _constraints, ...props }: ItemProps) {
  const order = use(OrderContext);
  function onPointerDown({ button, currentTarget }: PointerEvent<HTMLElement>) {
    if (button !== 0) {
      return;
    }
    const done = new AbortController();
    function follow({ clientX }: MouseEvent) {
      // As they stand by now: the element stays, but not its place nor its value.
      const items = [...(currentTarget.parentElement?.children ?? [])];
      const middles = items.map((item) => item.getBoundingClientRect()).map(({ left, width }) => left + width / 2);
      const values = order && moved(order.current.values, items.indexOf(currentTarget), clientX, middles);
      if (values) {
        order.current.onReorder(values);
      }
    }
    const { signal } = done;
    window.addEventListener("pointermove", follow, { signal });
    for (const end of ["pointerup", "pointercancel", "blur"]) {
      window.addEventListener(end, () => done.abort(), { signal });
    }
  }
  return <li style={{ touchAction: "pan-y", userSelect: "none" }} onPointerDown={onPointerDown} {...props} />;
}

import { Button, Group, Modal, Text } from "@mantine/core";
import { createContext, useContext, useEffect, useId, useMemo, useState, type ReactNode } from "react";
import { useBlocker } from "react-router";

/** For a navigation after everything was saved: `navigate(path, SAVED)`. */
export const SAVED = { state: { saved: true } };

/** Where forms tell that they hold something unsaved; what they tell a part of the page is told to the whole. */
interface Ledger {
  note(form: string, unsaved: boolean): void;
  isEmpty(): boolean;
}

const LedgerContext = createContext<Ledger | null>(null);

function useLedger(): Ledger {
  const around = useContext(LedgerContext);
  return useMemo(() => {
    const forms = new Set<string>();
    return {
      note(form, unsaved) {
        around?.note(form, unsaved);
        if (unsaved) {
          forms.add(form);
        } else {
          forms.delete(form);
        }
      },
      isEmpty: () => forms.size === 0,
    };
  }, [around]);
}

/** Keeps the user from leaving what she has not saved, unless she means it. As many as there are forms. */
export function UnsavedGuard({ when }: { when: boolean }) {
  const ledger = useContext(LedgerContext);
  const form = useId();
  useEffect(() => {
    if (!when) {
      return;
    }
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    ledger?.note(form, true);
    return () => {
      window.removeEventListener("beforeunload", warn);
      ledger?.note(form, false);
    };
  }, [when, ledger, form]);
  return null;
}

export interface Leaving {
  /** Does what would throw away the forms within; asks first if something in them is not saved. */
  leave(go: () => void): void;
  isUnsaved(): boolean;
  /** Around these forms. */
  within(forms: ReactNode): ReactNode;
}

/** For what gives way to something else without leaving the page: a form to that of another object. */
export function useLeaving(): Leaving {
  const ledger = useLedger();
  const [go, setGo] = useState<(() => void) | null>(null);
  return {
    leave: (next) => (ledger.isEmpty() ? next() : setGo(() => next)),
    isUnsaved: () => !ledger.isEmpty(),
    within: (forms) => (
      <LedgerContext value={ledger}>
        {forms}
        <Question
          open={go !== null}
          onStay={() => setGo(null)}
          onLeave={() => {
            setGo(null);
            go?.();
          }}
        />
      </LedgerContext>
    ),
  };
}

/** Around all pages, once: the router heeds but one that holds it back. Another part of a page is no other page. */
export function useLeavingPages(): Leaving {
  const pages = useLeaving();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      pages.isUnsaved() &&
      currentLocation.pathname !== nextLocation.pathname &&
      (nextLocation.state as { saved?: boolean } | null)?.saved !== true,
  );
  return {
    ...pages,
    within: (forms) => (
      <>
        {pages.within(forms)}
        <Question
          open={blocker.state === "blocked"}
          onStay={() => blocker.reset?.()}
          onLeave={() => blocker.proceed?.()}
        />
      </>
    ),
  };
}

function Question({ open, onStay, onLeave }: { open: boolean; onStay(): void; onLeave(): void }) {
  return (
    <Modal opened={open} onClose={onStay} title="Leave without saving?" closeButtonProps={{ "aria-label": "Stay" }}>
      <Text size="sm">What you changed on this page is not saved yet.</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onStay}>
          Stay
        </Button>
        <Button color="red" onClick={onLeave}>
          Leave
        </Button>
      </Group>
    </Modal>
  );
}

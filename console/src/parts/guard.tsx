import { Button, Group, Modal, Text } from "@mantine/core";
import { createContext, useCallback, useContext, useEffect, useId, useMemo, useState, type ReactNode } from "react";
import { useBlocker } from "react-router";

/** For a navigation after everything was saved, or after she was asked already: `navigate(path, SAVED)`. */
export const SAVED = { state: { saved: true } };

/** Where forms tell that they hold something unsaved; what they tell a part of the page is told to the whole. */
interface Ledger {
  note(form: string, unsaved: boolean): void;
  isEmpty(): boolean;
}

const LedgerContext = createContext<Ledger | null>(null);

type Leave = Leaving["leave"];

const LeaveContext = createContext<Leave>((go) => go());

/** For what throws away all that the page holds. */
export function useLeave(): Leave {
  return useContext(LeaveContext);
}

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

/** What would be done without saving. */
type Going = "Leave" | "Reload";

export interface Leaving {
  /** Does what would throw away the forms within; asks first if something in them is not saved. */
  leave(go: () => void, called?: Going): void;
  isUnsaved(): boolean;
  /** Around these forms. */
  within(forms: ReactNode): ReactNode;
}

/** For what gives way to something else without leaving the page: a form to that of another object. */
export function useLeaving(): Leaving {
  const ledger = useLedger();
  const [asked, setAsked] = useState<{ go: () => void; called: Going } | null>(null);
  const leave = useCallback<Leave>(
    (go, called = "Leave") => (ledger.isEmpty() ? go() : setAsked({ go, called })),
    [ledger],
  );
  return {
    leave,
    isUnsaved: () => !ledger.isEmpty(),
    within: (forms) => (
      <LedgerContext value={ledger}>
        {forms}
        <Question
          open={asked !== null}
          called={asked?.called ?? "Leave"}
          onStay={() => setAsked(null)}
          onLeave={() => {
            setAsked(null);
            asked?.go();
          }}
        />
      </LedgerContext>
    ),
  };
}

/**
 * Around all pages, once: the router heeds but one that holds it back. What a page shows may stand in its query string,
 * so another one counts as another page. The browser's Back finds SAVED where it was once said, of what was typed then.
 */
export function useLeavingPages(): Leaving {
  const pages = useLeaving();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation, historyAction }) =>
      pages.isUnsaved() &&
      (currentLocation.pathname !== nextLocation.pathname || currentLocation.search !== nextLocation.search) &&
      (historyAction === "POP" || (nextLocation.state as { saved?: boolean } | null)?.saved !== true),
  );
  return {
    ...pages,
    within: (forms) => (
      <>
        <LeaveContext value={pages.leave}>{pages.within(forms)}</LeaveContext>
        <Question
          open={blocker.state === "blocked"}
          called="Leave"
          onStay={() => blocker.reset?.()}
          onLeave={() => blocker.proceed?.()}
        />
      </>
    ),
  };
}

interface QuestionProps {
  open: boolean;
  called: Going;
  onStay(): void;
  onLeave(): void;
}

function Question({ open, called, onStay, onLeave }: QuestionProps) {
  const title = `${called} without saving?`;
  return (
    <Modal opened={open} onClose={onStay} title={title} closeButtonProps={{ "aria-label": "Stay" }}>
      <Text size="sm">What you changed on this page is not saved yet.</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onStay}>
          Stay
        </Button>
        <Button color="red" onClick={onLeave}>
          {called}
        </Button>
      </Group>
    </Modal>
  );
}

import { Kbd, Modal, Text, TextInput, UnstyledButton } from "@mantine/core";
import { useDebouncedValue, useDisclosure, useHotkeys } from "@mantine/hooks";
import { Search } from "lucide-react";
import { useEffect, useState, type KeyboardEvent } from "react";
import { useNavigate } from "react-router";
import type { ObjectHit, Overview, Versioned } from "../metadata/types.ts";
import { useAsk } from "../metadata/useEngine.ts";
import { destination, places, type Destination } from "./destinations.ts";

const MOST = 12;

interface Props {
  pages: { path: string; name: string }[];
}

/** Ctrl+K: from anywhere to any page, table, action, type or remote schema. */
export function Palette({ pages }: Props) {
  const [open, { open: show, close }] = useDisclosure(false);
  useHotkeys([["mod+K", show]], []);
  return (
    <>
      <UnstyledButton className="palette-button" onClick={show}>
        <Search size={14} aria-hidden />
        <Text span size="sm">
          Search
        </Text>
        <Kbd size="xs" visibleFrom="md">
          Ctrl K
        </Kbd>
      </UnstyledButton>
      <Modal.Root opened={open} onClose={close} size="lg" padding={0}>
        <Modal.Overlay />
        <Modal.Content aria-label="Search everything">{open && <Choice pages={pages} onDone={close} />}</Modal.Content>
      </Modal.Root>
    </>
  );
}

function Choice({ pages, onDone }: Props & { onDone: () => void }) {
  const [search, setSearch] = useState("");
  const [settled] = useDebouncedValue(search, 120);
  const [at, setAt] = useState(0);
  const navigate = useNavigate();
  const hits = useAsk<Versioned & { objects: ObjectHit[] }>(
    "dovetail_search",
    { search: settled, limit: MOST },
    { enabled: settled.trim() !== "", keep: true },
  );
  const overview = useAsk<Overview>("dovetail_get_overview");
  const sources = (overview.data?.sources ?? []).map((source) => source.name);
  const found = settled.trim() === "" ? [] : (hits.data?.objects ?? []).map(destination);
  const all = [...places(pages, sources, search.trim()), ...found];
  const chosen = Math.min(at, all.length - 1);
  useEffect(() => {
    document.getElementById(`palette-${chosen}`)?.scrollIntoView({ block: "nearest" });
  }, [chosen]);

  function go(to: Destination | undefined) {
    if (to) {
      onDone();
      void navigate(to.to);
    }
  }

  function press(event: KeyboardEvent) {
    if (event.key === "Enter") {
      go(all[chosen]);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setAt(Math.max(0, Math.min(all.length - 1, chosen + (event.key === "ArrowDown" ? 1 : -1))));
    }
  }

  return (
    <div className="palette">
      <TextInput
        data-autofocus
        aria-label="What to look for"
        placeholder="A page, a table, an action, a type, a remote schema …"
        variant="unstyled"
        size="md"
        leftSection={<Search size={17} aria-hidden />}
        value={search}
        spellCheck={false}
        role="combobox"
        aria-expanded
        aria-controls="palette-list"
        aria-activedescendant={all[chosen] && `palette-${chosen}`}
        onChange={(event) => {
          setSearch(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      <div id="palette-list" role="listbox" aria-label="Found" className="palette-list">
        {all.map((each, index) => (
          <div
            key={each.key}
            id={`palette-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            className="palette-item"
            onMouseMove={() => setAt(index)}
            onClick={() => go(each)}
          >
            <bdi className="side-name">{each.name}</bdi>
            <span className="palette-kind">{each.kind}</span>
          </div>
        ))}
        {all.length === 0 && (
          <Text size="sm" c="dimmed" p="md">
            {hits.isFetching ? "Looking …" : "Nothing has such a name."}
          </Text>
        )}
      </div>
    </div>
  );
}

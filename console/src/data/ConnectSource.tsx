import { Button, Group, SegmentedControl, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { useNavigate } from "react-router";
import { segment } from "../metadata/names.ts";
import type { Overview } from "../metadata/types.ts";
import { useAsk, useChange } from "../metadata/useEngine.ts";
import { Begun } from "../parts/Begun.tsx";
import { SAVED, UnsavedGuard } from "../parts/guard.tsx";
import { Heading } from "../parts/Heading.tsx";
import { Loaded } from "../parts/Loaded.tsx";

export function ConnectSource() {
  const overview = useAsk<Overview>("dovetail_get_overview");
  return (
    <>
      <Heading above="Data" title="Connect a database" />
      <div className="page-body form">
        <Loaded query={overview}>
          {(now) => <Begun data={now.resource_version}>{(version) => <Form version={version} />}</Begun>}
        </Loaded>
      </div>
    </>
  );
}

function Form({ version }: { version: number }) {
  const { busy, make } = useChange();
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const [fromEnv, setFromEnv] = useState(false);
  const [address, setAddress] = useState("");
  const configuration = {
    connection_info: { database_url: fromEnv ? { from_env: address.trim() } : address.trim() },
  };
  return (
    <Stack>
      <UnsavedGuard when={(name !== "" || address !== "") && !busy} />
      <TextInput
        label="Name"
        description="How the metadata calls it"
        value={name}
        spellCheck={false}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Group align="flex-end" wrap="nowrap">
        <TextInput
          label="Database"
          placeholder={fromEnv ? "PG_DATABASE_URL" : "postgres://user:password@host:5432/database"}
          flex={1}
          value={address}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
        <SegmentedControl
          aria-label="Where the address comes from"
          data={[
            { value: "url", label: "Address" },
            { value: "env", label: "Variable" },
          ]}
          value={fromEnv ? "env" : "url"}
          onChange={(value) => setFromEnv(value === "env")}
        />
      </Group>
      <Group>
        <Button
          loading={busy}
          disabled={name.trim() === "" || address.trim() === ""}
          onClick={async () => {
            const args = { name: name.trim(), configuration };
            if (await make({ type: "pg_add_source", args }, version, `${args.name} is connected`)) {
              void navigate(`/data/${segment(args.name)}`, SAVED);
            }
          }}
        >
          Connect
        </Button>
      </Group>
    </Stack>
  );
}

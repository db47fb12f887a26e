import { Checkbox, Text, UnstyledButton } from "@mantine/core";
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from "graphql";
import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { argument, part, type Choice } from "./choice.ts";
import { PartBox } from "./PartBox.tsx";
import { partsOf, withoutParts, withParts } from "./settle.ts";

interface Props {
  schema: GraphQLSchema;
  type: GraphQLNamedType;
  choice: Choice;
  begunOpen: boolean;
  onChange(choice: Choice): void;
}

/** A type and, once it is opened, its fields, values or members; below each field its arguments. */
export function TypeBranch({ schema, type, choice, begunOpen, onChange }: Props) {
  const [open, setOpen] = useState(begunOpen);
  const parts = partsOf(type);
  const chosen = parts.filter((each) => choice.parts.has(each)).length;
  const box = { schema, choice, onChange };
  return (
    <li>
      <div className="choice-type">
        <Checkbox
          size="xs"
          aria-label={`All of ${type.name}`}
          checked={chosen === parts.length}
          indeterminate={chosen > 0 && chosen < parts.length}
          onChange={() =>
            onChange(chosen < parts.length ? withParts(schema, choice, parts) : withoutParts(schema, choice, parts))
          }
        />
        <UnstyledButton className="choice-name" aria-expanded={open} onClick={() => setOpen(!open)}>
          <ChevronRight size={14} className="choice-arrow" data-open={open || undefined} aria-hidden />
          <Text span size="sm" fw={500}>
            {type.name}
          </Text>
          <Text span size="xs" c="dimmed">
            {kindOf(type)} · {chosen} of {parts.length}
          </Text>
        </UnstyledButton>
      </div>
      {open && (
        <ul>
          {isObjectType(type) || isInterfaceType(type)
            ? Object.values(type.getFields()).map((field) => (
                <li key={field.name}>
                  <PartBox {...box} at={part(type.name, field.name)} name={field.name} type={field.type} />
                  {field.args.length > 0 && choice.parts.has(part(type.name, field.name)) && (
                    <ul>
                      {field.args.map((arg) => (
                        <li key={arg.name}>
                          <PartBox
                            {...box}
                            at={argument(type.name, field.name, arg.name)}
                            name={arg.name}
                            type={arg.type}
                            input={arg.type}
                          />
                        </li>
                      ))}
                    </ul>
                  )}
                </li>
              ))
            : isInputObjectType(type)
              ? Object.values(type.getFields()).map((field) => (
                  <li key={field.name}>
                    <PartBox
                      {...box}
                      at={part(type.name, field.name)}
                      name={field.name}
                      type={field.type}
                      input={field.type}
                    />
                  </li>
                ))
              : parts.map((each) => (
                  <li key={each}>
                    <PartBox {...box} at={each} name={each.slice(type.name.length + 1)} />
                  </li>
                ))}
        </ul>
      )}
    </li>
  );
}

function kindOf(type: GraphQLNamedType): string {
  if (isInputObjectType(type)) {
    return "input";
  }
  return isEnumType(type) ? "enum" : isUnionType(type) ? "union" : isInterfaceType(type) ? "interface" : "type";
}

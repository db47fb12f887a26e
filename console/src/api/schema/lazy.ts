import {
  GraphQLDirective,
  GraphQLEnumType,
  GraphQLInputObjectType,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLUnionType,
  introspectionTypes,
  isInterfaceType,
  isObjectType,
  isUnionType,
  parseValue,
  specifiedScalarTypes,
  valueFromAST,
  type DirectiveLocation,
  type GraphQLAbstractType,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLType,
} from "graphql";
import { SchemaText, type FieldLine, type InputLine, type TypeLine } from "./lines.ts";

const BUILT_IN = new Map<string, GraphQLNamedType>(
  [...specifiedScalarTypes, ...introspectionTypes].map((type) => [type.name, type]),
);

/**
 * A schema whose types are read when somebody looks at them. Otherwise the same as what the library itself builds from
 * an introspection; that reads all there is, for a second or more in which nobody can type.
 */
export class LazySchema extends GraphQLSchema {
  readonly lines: SchemaText;
  private readonly map: Record<string, GraphQLNamedType> = Object.create(null) as Record<string, GraphQLNamedType>;
  private all: readonly GraphQLDirective[] | null = null;

  constructor(text: string) {
    super({ assumeValid: true });
    this.lines = new SchemaText(text);
    for (const [name, kind] of this.lines.kinds) {
      Object.defineProperty(this.map, name, {
        enumerable: true,
        configurable: true,
        get: () => {
          const type = this.make(name, kind);
          Object.defineProperty(this.map, name, { value: type, enumerable: true });
          return type;
        },
      });
    }
  }

  override getTypeMap() {
    return this.map;
  }

  override getType(name: string): GraphQLNamedType | undefined {
    return this.map[name];
  }

  override getQueryType() {
    return this.root(this.lines.roots.query);
  }

  override getMutationType() {
    return this.root(this.lines.roots.mutation);
  }

  override getSubscriptionType() {
    return this.root(this.lines.roots.subscription);
  }

  override getDirectives(): readonly GraphQLDirective[] {
    this.all ??= this.lines.directives.map(
      ({ name, description, locations, args }) =>
        new GraphQLDirective({
          name,
          description: description ?? null,
          locations: locations as DirectiveLocation[],
          args: this.inputs(args),
        }),
    );
    return this.all;
  }

  override getPossibleTypes(type: GraphQLAbstractType): readonly GraphQLObjectType[] {
    return isUnionType(type) ? type.getTypes() : this.getImplementations(type).objects;
  }

  override getImplementations(type: GraphQLInterfaceType) {
    return {
      objects: this.objects(this.lines.read(type.name)),
      interfaces: [...this.lines.kinds]
        .filter(([, kind]) => kind === "INTERFACE")
        .map(([name]) => this.named(name))
        .filter((each) => isInterfaceType(each) && each.getInterfaces().includes(type)) as GraphQLInterfaceType[],
    };
  }

  override isSubType(type: GraphQLAbstractType, part: GraphQLObjectType | GraphQLInterfaceType): boolean {
    return isUnionType(type) ? type.getTypes().some((each) => each === part) : part.getInterfaces().includes(type);
  }

  private root(name: string | null): GraphQLObjectType | null {
    const type = name === null ? null : this.getType(name);
    return isObjectType(type) ? type : null;
  }

  private named(name: string): GraphQLNamedType {
    const type = this.map[name] ?? BUILT_IN.get(name);
    if (type === undefined) {
      throw new Error(`The schema has no type ${name}.`);
    }
    return type;
  }

  private make(name: string, kind: string): GraphQLNamedType {
    const builtIn = BUILT_IN.get(name);
    if (builtIn) {
      return builtIn;
    }
    let known: TypeLine | null = null;
    const read = () => (known ??= this.lines.read(name));
    const type = this.shell(name, kind, read);
    // It stands with the rest, which is read when the first asks.
    Object.defineProperty(type, "description", { enumerable: true, get: () => read().description ?? null });
    return type;
  }

  private shell(name: string, kind: string, read: () => TypeLine): GraphQLNamedType {
    switch (kind) {
      case "OBJECT":
      case "INTERFACE": {
        const of = { name, interfaces: () => this.interfaces(read()), fields: () => this.fields(read().fields) };
        return kind === "OBJECT" ? new GraphQLObjectType(of) : new GraphQLInterfaceType(of);
      }
      case "UNION":
        return new GraphQLUnionType({ name, types: () => this.objects(read()) });
      case "ENUM":
        return new GraphQLEnumType({
          name,
          values: () =>
            Object.fromEntries(
              (read().values ?? []).map(([value, description, deprecated]) => [
                value,
                { description: description ?? null, deprecationReason: deprecated ?? null },
              ]),
            ),
        });
      case "INPUT_OBJECT":
        return new GraphQLInputObjectType({ name, fields: () => this.inputs(read().inputs) });
      default:
        return new GraphQLScalarType({ name });
    }
  }

  private interfaces(type: TypeLine): GraphQLInterfaceType[] {
    return (type.interfaces ?? []).map((name) => this.named(name)).filter(isInterfaceType);
  }

  private objects(type: TypeLine): GraphQLObjectType[] {
    return (type.possible ?? []).map((name) => this.named(name)).filter(isObjectType);
  }

  private fields(fields: readonly FieldLine[] = []) {
    return Object.fromEntries(
      fields.map(([name, of, description, args, deprecated]) => [
        name,
        {
          description: description ?? null,
          deprecationReason: deprecated ?? null,
          type: this.used(of) as GraphQLOutputType,
          args: this.inputs(args),
        },
      ]),
    );
  }

  private inputs(inputs: readonly InputLine[] = []) {
    return Object.fromEntries(
      inputs.map(([name, of, description, preset]) => {
        const type = this.used(of) as GraphQLInputType;
        const defaultValue = preset ? valueFromAST(parseValue(preset), type) : undefined;
        return [name, { description: description ?? null, type, defaultValue }];
      }),
    );
  }

  private used(type: string): GraphQLType {
    if (type.endsWith("!")) {
      return new GraphQLNonNull(this.used(type.slice(0, -1)) as never);
    }
    return type.startsWith("[") ? new GraphQLList(this.used(type.slice(1, -1))) : this.named(type);
  }
}

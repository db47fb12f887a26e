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
  type GraphQLAbstractType,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLType,
  type IntrospectionEnumType,
  type IntrospectionInputObjectType,
  type IntrospectionInputValue,
  type IntrospectionInterfaceType,
  type IntrospectionObjectType,
  type IntrospectionTypeRef,
  type IntrospectionUnionType,
} from "graphql";
import { unpack, type Packed } from "./pack.ts";

const BUILT_IN = new Map<string, GraphQLNamedType>(
  [...specifiedScalarTypes, ...introspectionTypes].map((type) => [type.name, type]),
);

/**
 * A schema whose types are read when somebody looks at them. Otherwise the same as what the library itself builds from
 * an introspection; that reads all there is, for a second or more in which nobody can type.
 */
export class LazySchema extends GraphQLSchema {
  private readonly map: Record<string, GraphQLNamedType> = Object.create(null) as Record<string, GraphQLNamedType>;
  private readonly places = new Map<string, number>();
  private all: readonly GraphQLDirective[] | null = null;

  constructor(readonly packed: Packed) {
    super({ assumeValid: true });
    packed.names.forEach((name, index) => {
      this.places.set(name, index);
      Object.defineProperty(this.map, name, {
        enumerable: true,
        configurable: true,
        get: () => {
          const type = this.make(name, index);
          Object.defineProperty(this.map, name, { value: type, enumerable: true });
          return type;
        },
      });
    });
  }

  override getTypeMap() {
    return this.map;
  }

  override getType(name: string): GraphQLNamedType | undefined {
    return this.map[name];
  }

  override getQueryType() {
    return this.root(this.packed.roots.query);
  }

  override getMutationType() {
    return this.root(this.packed.roots.mutation);
  }

  override getSubscriptionType() {
    return this.root(this.packed.roots.subscription);
  }

  override getDirectives(): readonly GraphQLDirective[] {
    this.all ??= this.packed.directives.map(
      ({ name, description, locations, args, isRepeatable }) =>
        new GraphQLDirective({
          name,
          description: description ?? null,
          locations: [...locations],
          isRepeatable: isRepeatable ?? false,
          args: this.inputs(args),
        }),
    );
    return this.all;
  }

  override getPossibleTypes(type: GraphQLAbstractType): readonly GraphQLObjectType[] {
    return isUnionType(type) ? type.getTypes() : this.getImplementations(type).objects;
  }

  override getImplementations(type: GraphQLInterfaceType) {
    const objects = this.read<IntrospectionInterfaceType>(type.name).possibleTypes ?? [];
    return {
      objects: objects.map(({ name }) => this.named(name)).filter(isObjectType),
      interfaces: this.packed.names
        .filter((_, index) => this.packed.kinds[index] === "INTERFACE")
        .map((name) => this.named(name))
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

  private read<T>(name: string): T {
    return unpack(this.packed, this.places.get(name) ?? -1) as T;
  }

  private make(name: string, index: number): GraphQLNamedType {
    const builtIn = BUILT_IN.get(name);
    if (builtIn) {
      return builtIn;
    }
    let known: unknown;
    const read = <T>() => (known ??= this.read(name)) as T;
    const type = this.shell(name, index, read);
    // It stands with the rest, which is read when the first asks.
    Object.defineProperty(type, "description", {
      enumerable: true,
      get: () => read<{ description?: string | null }>().description ?? null,
    });
    return type;
  }

  private shell(name: string, index: number, read: <T>() => T): GraphQLNamedType {
    switch (this.packed.kinds[index]) {
      case "OBJECT": {
        const own = () => read<IntrospectionObjectType>();
        return new GraphQLObjectType({
          name,
          interfaces: () => this.interfaces(own()),
          fields: () => this.fields(own()),
        });
      }
      case "INTERFACE": {
        const own = () => read<IntrospectionInterfaceType>();
        return new GraphQLInterfaceType({
          name,
          interfaces: () => this.interfaces(own()),
          fields: () => this.fields(own()),
        });
      }
      case "UNION":
        return new GraphQLUnionType({
          name,
          types: () =>
            read<IntrospectionUnionType>()
              .possibleTypes.map((each) => this.named(each.name))
              .filter(isObjectType),
        });
      case "ENUM":
        return new GraphQLEnumType({
          name,
          values: () =>
            Object.fromEntries(
              read<IntrospectionEnumType>().enumValues.map(({ name: value, description, deprecationReason }) => [
                value,
                { description: description ?? null, deprecationReason: deprecationReason ?? null },
              ]),
            ),
        });
      case "INPUT_OBJECT":
        return new GraphQLInputObjectType({
          name,
          fields: () => this.inputs(read<IntrospectionInputObjectType>().inputFields),
        });
      default:
        return new GraphQLScalarType({ name });
    }
  }

  private interfaces(type: IntrospectionObjectType | IntrospectionInterfaceType): GraphQLInterfaceType[] {
    return (type.interfaces ?? []).map(({ name }) => this.named(name)).filter(isInterfaceType);
  }

  private fields(type: IntrospectionObjectType | IntrospectionInterfaceType) {
    return Object.fromEntries(
      type.fields.map(({ name, description, deprecationReason, type: of, args }) => [
        name,
        {
          description: description ?? null,
          deprecationReason: deprecationReason ?? null,
          type: this.used(of) as GraphQLOutputType,
          args: this.inputs(args),
        },
      ]),
    );
  }

  private inputs(values: readonly IntrospectionInputValue[]) {
    return Object.fromEntries(
      values.map(({ name, description, type: of, defaultValue }) => {
        const type = this.used(of) as GraphQLInputType;
        const value = defaultValue ? valueFromAST(parseValue(defaultValue), type) : undefined;
        return [name, { description: description ?? null, type, defaultValue: value }];
      }),
    );
  }

  private used(of: IntrospectionTypeRef): GraphQLType {
    switch (of.kind) {
      case "LIST":
        return new GraphQLList(this.used(of.ofType));
      case "NON_NULL":
        return new GraphQLNonNull(this.used(of.ofType) as never);
      default:
        return this.named(of.name);
    }
  }
}

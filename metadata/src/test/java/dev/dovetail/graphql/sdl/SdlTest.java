package dev.dovetail.graphql.sdl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.error.ApiException;
import dev.dovetail.graphql.ast.Value;
import dev.dovetail.graphql.sdl.TypeDefinition.InputObjectDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.InterfaceDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.ObjectDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;

class SdlTest {
    @Test
    void printsBackWhatItRead() {
        check("type Query { a: Int }", """
                schema {
                  query: Query
                }

                type Query {
                  a: Int
                }
                """);
        check("""
                schema @d { query: Q, mutation: M subscription: S }
                \"""
                Two
                  lines
                \"""
                type Q implements & I & J @d { "f" f("x" x: [Int!]! = [1], y: E = A @preset(value: 1)): Q! @deprecated }
                interface I implements J { f: Q } interface J { f: Q }
                type M { g: U } type S
                union U = | Q | M  union V
                enum E { A "b" B @deprecated(reason: "c") on query }
                input N { a: Int = 1 @preset(value: "x-hasura-user-id") "b" b: N = {b: null} }
                scalar D @specifiedBy(url: "u")
                directive @d(a: Int = 1) repeatable on SCHEMA | OBJECT
                """, """
                schema {
                  query: Q
                  mutation: M
                  subscription: S
                }

                "Two\\n  lines"
                type Q implements I & J {
                  "f"
                  f("x" x: [Int!]! = [1], y: E = A @preset(value:1)): Q! @deprecated(reason: "No longer supported")
                }

                interface I {
                  f: Q
                }

                interface J {
                  f: Q
                }

                type M {
                  g: U
                }

                type S

                union U = Q | M

                union V

                enum E {
                  A
                  "b"
                  B @deprecated(reason: "c")
                  on
                  query
                }

                input N {
                  a: Int = 1 @preset(value:"x-hasura-user-id")
                  "b"
                  b: N = {b:null}
                }

                scalar D
                """);
    }

    @Test
    void mergesExtensions() {
        var definitions = SdlReader.read("""
                extend type Query implements I { b: Int }
                type Query { a: Int }
                type Other implements I { a: Int }
                interface I { a: Int }
                extend schema { subscription: Other }
                schema { query: Query }
                """);
        assertThat(definitions.subscriptionType()).isEqualTo("Other");
        var query = (ObjectDefinition) definitions.types().get("Query");
        assertThat(query.fields()).extracting(FieldDefinition::name).containsExactly("a", "b");
        assertThat(((InterfaceDefinition) definitions.types().get("I")).possibleTypes())
                .containsExactly("Query", "Other");
        assertThat(TypeCheck.faults(definitions)).isEmpty();
    }

    @Test
    void keepsRepeatedDefinitionsWhenAskedForThem() {
        var definitions = SdlReader.definitions(
                "type Mutation { a: Int } extend type Mutation { b: Int } type Mutation { c: Int }");
        assertThat(definitions).hasSize(3);
        assertThat(definitions.get(1))
                .isInstanceOfSatisfying(
                        SdlDefinition.Type.class,
                        type -> assertThat(type.extension()).isTrue());
    }

    @Test
    void keepsDirectivesOfInputs() {
        var input = (InputObjectDefinition) SdlReader.read("input N { a: Int @preset(value: [\"x\"]) }")
                .types()
                .get("N");
        assertThat(input.fields().getFirst().directives().getFirst().arguments())
                .containsEntry("value", new Value.ListValue(List.of(new Value.StringValue("x"))));
    }

    @Test
    void refusesWhatIsNoSchema() {
        refused("type", "no name");
        refused("type A { }", "no name");
        refused("type A { a }", "no COLON");
        refused("type A { a() : Int }", "no name");
        refused("query { a }", "no kind of definition: query");
        refused("enum E { true }", "a word of the language");
        refused("input I { a: Int = $b }", "a variable in a constant");
        refused("type A { a: Int } type A { b: Int }", "the type A is defined twice");
        refused("extend type A { a: Int }", "nothing to extend: the type A");
        refused("scalar A extend type A { a: Int }", "nothing to extend: the type A");
        refused("schema { mutation: A }", "no query root");
        refused("schema { query: A query: B }", "two roots for query");
        refused("schema { look: A }", "no kind of operation: look");
        refused("type A { a: " + "[".repeat(501), "nested deeper than 500 levels");
    }

    @Test
    void findsFaults() {
        faults("type Query { a: Int }");
        faults("type Query { a: B }", "Query.a is of the type B, which is not defined");
        faults("type Query { a(b: B): Int }", "Query.a.b is of the type B, which is not defined");
        faults("type Query { a(b: Query): Int }", "Query.a.b takes the output type Query");
        faults("type Query { a: I } input I { b: Int }", "Query.a is of the input type I");
        faults("scalar Query", "the query root Query is not an object type");
        faults("type Query implements I { a: Int }", "Query implements I, which is not an interface");
        faults("type Query { a: U } union U = E enum E { A }", "U includes E, which is not an object type");
        faults("type Query { a: Int a: Int }", "Query has two parts of the name a");
    }

    private static void check(String sdl, String printed) {
        var definitions = SdlReader.read(sdl);
        assertThat(SdlPrinter.print(definitions)).isEqualTo(printed);
        assertThat(SdlReader.read(printed)).isEqualTo(definitions);
    }

    private static void refused(String sdl, String reason) {
        assertThatThrownBy(() -> SdlReader.read(sdl))
                .isInstanceOf(ApiException.class)
                .hasMessageStartingWith("parse-failed at $: not a valid graphql schema: ")
                .hasMessageContaining(reason);
    }

    private static void faults(String sdl, String... faults) {
        assertThat(TypeCheck.faults(SdlReader.read(sdl))).containsExactly(faults);
    }
}

package dev.dovetail.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.metadata.SourceCustomization;
import dev.dovetail.model.Naming.Convention;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names as the reference puts them together. */
class NamingTest {
    private static final Conventions FOLLOWED = new Conventions(true, Convention.HASURA_DEFAULT);

    @ParameterizedTest
    @DisplayName("NAM-05: a name in both conventions, as a field and as a type")
    @CsvSource(textBlock = """
            author_local,       author_local,       authorLocal,       AuthorLocal
            order_by,           order_by,           orderBy,           OrderBy
            Name,               Name,               name,              Name
            userId,             userId,             userId,            UserId
            _is_null,           _is_null,           _isNull,           _isNull
            _st_3d_d_within,    _st_3d_d_within,    _st3dDWithin,      _st3dDWithin
            _and,               _and,               _and,              _and
            a__b,               a__b,               aB,                AB
            id_,                id_,                id,                Id
            __x,                __x,                _X,                _X
            String_comparison_exp, String_comparison_exp, stringComparisonExp, StringComparisonExp
            """)
    void conventions(String snake, String usual, String camel, String pascal) {
        var graphql = naming("graphql-default", null, null);
        assertThat(Naming.PLAIN.field(snake)).isEqualTo(usual);
        assertThat(Naming.PLAIN.plainType(snake)).isEqualTo(usual);
        assertThat(graphql.field(snake)).isEqualTo(camel);
        assertThat(graphql.plainType(snake)).isEqualTo(pascal);
    }

    @ParameterizedTest
    @DisplayName("NAM-05: what a user chose keeps its first letter, and its inner ones")
    @CsvSource(textBlock = """
            table_one, table_one, table_oneByPk, insertTable_oneOne, table_oneBoolExp
            tableOne,  tableOne,  tableOneByPk,  insertTableOneOne,  tableOneBoolExp
            TableOne,  TableOne,  TableOneByPk,  insertTableOneOne,  TableOneBoolExp
            """)
    void chosen(String custom, String select, String byKey, String insertOne, String boolExp) {
        var naming = naming("graphql-default", null, null);
        var stem = NameParts.custom(custom);
        assertThat(naming.field(stem)).isEqualTo(select);
        assertThat(naming.field(stem.then("by", "pk"))).isEqualTo(byKey);
        assertThat(naming.field(NameParts.of("insert").then(stem).then("one"))).isEqualTo(insertOne);
        assertThat(naming.type(stem.then("bool", "exp"))).isEqualTo(boolExp);
    }

    @ParameterizedTest
    @DisplayName("NAM-06: prefix and suffix are put on as they are; camelCase lifts the letters that follow")
    @CsvSource(textBlock = """
            hasura-default,  f_,   _s,    author,      f_author_s
            hasura-default,  ,     _s,    author,      author_s
            graphql-default, test, query, authorLocal, testAuthorLocalQuery
            graphql-default, Test, query, authorLocal, TestAuthorLocalQuery
            graphql-default, ,     query, authorLocal, authorLocalQuery
            graphql-default, ,     ,      authorLocal, authorLocal
            """)
    void affixes(String convention, @Nullable String prefix, @Nullable String suffix, String name, String expected) {
        var naming = naming(convention, prefix, suffix);
        assertThat(naming.root(name)).isEqualTo(expected);
        assertThat(naming.customizedType(name)).isEqualTo(expected);
    }

    @ParameterizedTest
    @DisplayName("NAM-05: the convention is followed only where the experimental feature is on")
    @CsvSource(textBlock = """
            false, hasura-default,  graphql-default, user_id
            false, graphql-default, graphql-default, user_id
            true,  hasura-default,  graphql-default, userId
            true,  graphql-default, ,                userId
            true,  graphql-default, hasura-default,  user_id
            true,  hasura-default,  ,                user_id
            """)
    void gate(boolean followed, String usual, @Nullable String own, String field) {
        var conventions = new Conventions(followed, Convention.of(usual));
        var customization = new SourceCustomization(null, null, null, null, null, own);
        assertThat(Naming.of(customization, conventions).field("user_id")).isEqualTo(field);
    }

    private static Naming naming(String convention, @Nullable String prefix, @Nullable String suffix) {
        return Naming.of(new SourceCustomization(null, prefix, suffix, prefix, suffix, convention), FOLLOWED);
    }
}

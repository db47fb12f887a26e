package dev.dovetail.graphql.ast;

public enum OperationKind {
    QUERY("query"),
    MUTATION("mutation"),
    SUBSCRIPTION("subscription");

    private final String keyword;

    OperationKind(String keyword) {
        this.keyword = keyword;
    }

    /** The word that opens such an operation in a document. */
    public String keyword() {
        return keyword;
    }
}

package dev.dovetail.command;

/** What the commands need of the world. */
public record Ports(
        MetadataStore store,
        CatalogReader catalogs,
        QueryProber prober,
        SourceConnector connector,
        RemoteIntrospector introspector,
        IntrospectionStore introspections,
        SqlRunner sql) {}

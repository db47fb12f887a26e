const SQL = `
  create table customer (id serial primary key, name text not null, email text not null unique, city text,
    user_id uuid references users (id), since date not null default current_date);
  comment on table customer is 'Who buys from us';
  create table product (id serial primary key, name text not null, price numeric(10, 2) not null, stock int not null);
  create table "order" (id serial primary key, customer_id int not null references customer (id),
    placed_at timestamptz not null default now(), status text not null default 'open');
  create table order_item (order_id int references "order" (id), product_id int references product (id),
    quantity int not null, primary key (order_id, product_id));
  create table review (id serial primary key, product_id int not null references product (id),
    customer_id int not null references customer (id), stars int not null, words text);
  create table supplier (id serial primary key, name text not null, country text);
  create table supply (product_id int references product (id), supplier_id int references supplier (id),
    primary key (product_id, supplier_id));
  insert into users (name, auth0_id) values ('Arya', 'arya|arya'), ('Brienne', 'brienne|brienne'), ('Hodor', 'hodor|hodor');
  insert into customer (name, email, city, user_id, since)
    select name, lower(name) || '@example.com', (array['Braavos', 'Tarth', 'Winterfell'])[row_number() over (order by name)],
      id, date '2024-03-01' + (row_number() over (order by name) * 40)::int from users where name in ('Arya', 'Brienne', 'Hodor');
  insert into customer (name, email, city, since) values
    ('Davos', 'davos@example.com', 'King''s Landing', '2025-01-12'), ('Gilly', 'gilly@example.com', null, '2025-02-02'),
    ('Jorah', 'jorah@example.com', 'Bear Island', '2025-05-20'), ('Meera', 'meera@example.com', 'Greywater Watch', '2025-06-30');
  insert into product (name, price, stock) values ('Lantern', 24.50, 12), ('Map of the north', 9.90, 40), ('Wool cloak', 59.00, 7);
  insert into "order" (customer_id, placed_at, status) select (i % 7) + 1, timestamptz '2025-07-01' + i * interval '1 day',
    (array['open', 'sent', 'paid'])[i % 3 + 1] from generate_series(1, 20) i;
  insert into order_item select i, i % 3 + 1, i % 4 + 1 from generate_series(1, 20) i;
`;

const JSON_CONTENT = { "content-type": "application/json" };

const TABLES = ["customer", "product", "order", "order_item", "review", "supplier", "supply"];

/** Foreign keys, and what leads along each of them, there and back. */
const KEYS = [
    ["customer", "user_id", "user", "users", "customers"],
    ["order", "customer_id", "customer", "customer", "orders"],
    ["order_item", "order_id", "order", "order", "items"],
    ["order_item", "product_id", "product", "product", "order_items"],
    ["review", "product_id", "product", "product", "reviews"],
    ["review", "customer_id", "customer", "customer", "reviews"],
    ["supply", "product_id", "product", "product", "supplies"],
    ["supply", "supplier_id", "supplier", "supplier", "supplies"],
];

/** A shop beside the demo's example: enough tables and rights that the pages have something to show. */
export async function fill(engine) {
    await post(engine, "v2/query", { type: "run_sql", args: { source: "default", sql: SQL } });
    await metadata(engine, "pg_track_tables", {
        tables: TABLES.map((name) => ({ source: "default", table: { schema: "public", name } })),
    });
    await metadata(engine, "bulk", KEYS.flatMap(relationships));
    await metadata(engine, "bulk", [
        permission("customer", "customer", {
            columns: ["id", "name", "email", "city"],
            filter: { user_id: { _eq: "X-Hasura-User-Id" } },
        }),
        permission("product", "customer", { columns: ["id", "name", "price"], filter: {} }),
        permission("order", "customer", {
            columns: "*",
            filter: { customer: { user_id: { _eq: "X-Hasura-User-Id" } } },
        }),
        permission("customer", "clerk", { columns: "*", filter: {}, allow_aggregations: true }),
        permission("order", "clerk", { columns: "*", filter: {}, allow_aggregations: true }),
    ]);
    await metadata(engine, "create_remote_schema_remote_relationship", {
        remote_schema: "auth0",
        type_name: "Profile",
        name: "users",
        definition: {
            to_source: {
                source: "default",
                table: { schema: "public", name: "users" },
                relationship_type: "array",
                field_mapping: { auth0_id: "auth0_id" },
            },
        },
    });
}

function relationships([table, column, name, target, back]) {
    const source = "default";
    return [
        {
            type: "pg_create_object_relationship",
            args: { source, table, name, using: { foreign_key_constraint_on: column } },
        },
        {
            type: "pg_create_array_relationship",
            args: { source, table: target, name: back, using: { foreign_key_constraint_on: { table, column } } },
        },
    ];
}

function permission(table, role, definition) {
    return { type: "pg_create_select_permission", args: { source: "default", table, role, permission: definition } };
}

function metadata(engine, type, args) {
    return post(engine, "v1/metadata", { type, args });
}

async function post(engine, path, body) {
    const answer = await fetch(`${engine}/${path}`, {
        method: "POST",
        headers: JSON_CONTENT,
        body: JSON.stringify(body),
    });
    const content = await answer.json();
    if (!answer.ok) {
        throw new Error(`${path} ${body.type}: ${JSON.stringify(content)}`);
    }
    return content;
}

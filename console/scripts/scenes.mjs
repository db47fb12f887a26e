/** The pictures: where to go, and what to do there before it is taken. */
export const SCENES = [
    {
        name: "api",
        path: "/console/api",
        async prepare(page) {
            await write(
                page,
                'mutation {\n  createUser(name: "Hodor") {\n    id\n    user {\n      name\n      auth0_profile {\n        email\n        nickname\n      }\n    }\n  }\n}\n',
            );
            await page.getByRole("button", { name: /Execute query/ }).click();
            await page.locator(".graphiql-response").getByText("hodor@hodor.com").waitFor();
        },
    },
    {
        name: "explain",
        path: "/console/api",
        async prepare(page) {
            await write(
                page,
                "{\n  customer(order_by: {name: asc}, limit: 3) {\n    name\n    orders {\n      placed_at\n    }\n  }\n}\n",
            );
            await page.getByRole("button", { name: "Explain" }).click();
            await page.getByRole("list", { name: "Plan" }).waitFor();
        },
    },
    {
        name: "graph",
        path: "/console/graph",
        prepare: (page) => page.getByRole("link", { name: "createUser" }).waitFor(),
    },
    {
        name: "data",
        path: "/console/data/~default/table/~public/~customer/browse",
        prepare: (page) => page.getByRole("cell", { name: "davos@example.com" }).waitFor(),
    },
    {
        name: "permissions",
        path: "/console/data/~default/table/~public/~customer/permissions",
        async prepare(page) {
            await page.getByRole("button", { name: /^customer, select/ }).click();
            await page
                .getByText("X-Hasura-User-Id")
                .first()
                .waitFor()
                .catch(() => {});
        },
    },
    {
        name: "relationships",
        path: "/console/actions/manage/~createUser/relationships",
        async prepare(page) {
            await page.getByRole("button", { name: "Add a relationship" }).click();
            await page.getByLabel("Relationship name").waitFor();
        },
    },
    {
        name: "remote",
        path: "/console/remote-schemas/manage/~auth0/permissions",
        async prepare(page) {
            await page.getByLabel("or a new one").fill("customer");
            await page.getByRole("button", { name: "Add a permission" }).click();
            await page.getByLabel("Query.auth0_profile", { exact: true }).check();
            await page.getByRole("button", { name: /^Profile/ }).click();
        },
    },
];

/** Pasted: the editor adds brackets and indentation to what is typed. */
async function write(page, query) {
    const editor = page.locator(".graphiql-query-editor .view-lines");
    await page.locator(".explorer-row").first().waitFor();
    await editor.click({ position: { x: 10, y: 10 } });
    await page.keyboard.press("ControlOrMeta+a");
    await page.evaluate((text) => navigator.clipboard.writeText(text), query);
    await page.keyboard.press("ControlOrMeta+v");
    await editor.getByText(query.split(/\s/)[0]).first().waitFor();
}

truncate org, person, note, editor, owned restart identity;
insert into org (name) values ('Acme'), ('Bolt');
insert into person (name, email, org_id) values ('Ann', 'ann@acme.com', 1), ('Bob', 'bob@acme.com', 1), ('Cid', 'cid@bolt.com', 2);
insert into note (owner_id, body, secret, published) values (1, 'one', 's1', true), (1, 'two', 's2', false), (2, 'three', 's3', true), (3, 'four', 's4', false), (3, 'five', 's5', false);
insert into editor values (2, 2), (4, 2), (4, 1);
insert into owned ("owner-id", body, tags) values (1, 'seen', '{x,seen}'), (1, 'not seen', '{x}'), (1, 'exact', '{a,"b\"c"}'), (1, 'none', null);

truncate owner, thing restart identity;
insert into owner (name, details) values ('Ann', '{"a": 1}'), ('Bob', '{}');
insert into thing (name, owner_id, color, feels, likes, during) values ('one', 1, 'red', 'ok', 1, '[1,5)'), ('two', null, null, null, 2, null);
refresh materialized view thing_names;

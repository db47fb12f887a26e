truncate author, article, vip restart identity;
insert into author (name, country, feels) values ('Ann', 'at', 'happy'), ('Bob', 'ch', 'sad'), ('Cid', null, null);
insert into article (author_id, title, score, tags) values (1, 'Apples', 9, '{"a": {"b": 1}}'), (1, 'Pears', 3, null), (1, 'Plums', 7, '[]'), (2, 'Apple pie', 6, null), (2, 'Nuts', 2, null);
insert into vip values ('vip');

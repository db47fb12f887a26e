truncate author, article, person restart identity;
insert into author (name, email) values ('Ann', 'ann@example.com'), ('Bob', null), ('Cid', null);
insert into article (title, author_id, published, likes, score) values ('Apples', 1, true, 10, 7.5), ('Bananas', 1, false, 3, null), ('Cherries', 2, true, 10, 9);
insert into person (name, boss_id) values ('Ann', null), ('Bob', 1), ('Cid', 1);

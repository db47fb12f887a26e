truncate author, article, tag, ledger, guarded, counted, listed restart identity;
insert into author (name, email) values ('Ann', 'ann@example.com'), ('Bob', null);
insert into article (title, author_id, likes) values ('Apples', 1, 10), ('Bananas', 1, 3), ('Cherries', 2, 10);
insert into tag values (1, 'fruit', 5), (3, 'fruit', 1);

truncate author, article, place restart identity;
insert into author (first_name, last_name) values ('Ann', 'Archer'), ('Bob', null), ('Cid', 'Cooper');
insert into article (author_id, title, score, published) values (1, 'Apples', 9, true), (1, 'Pears', 3, true), (1, 'Plums', 7, false), (2, 'Apple pie', 6, true), (3, 'Nuts', 8, true);
insert into place (path) values ('Earth'), ('Earth.Europe'), ('Earth.Europe.Paris'), ('Earth.Asia'), ('Moon');

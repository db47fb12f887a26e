truncate author, article, tag, article_tag, profile, badge, audit restart identity;
insert into author (name) values ('Ann'), ('Bob');
insert into article (title, slug, author_id, owner) values ('Apples', 'apples', 1, 'u1'), ('Bananas', 'bananas', 2, 'u2');
insert into tag (name) values ('fruit');
insert into article_tag values (1, 1);

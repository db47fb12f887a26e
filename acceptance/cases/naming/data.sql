truncate blog_author, blog_post, tag, thing_of_all restart identity;
insert into blog_author (full_name, home_town, favourite_day, details) values
  ('Ann Oak', 'Rome', 'Sunday', '{"a_b": 1, "list": [1, 2]}'), ('Bob Elm', null, 'tuesday', '{}');
insert into blog_post (author_id, post_title, like_count, mean_rating, is_draft, title_tsv) values
  (1, 'First words', 3, 1.5, false, '{first,words}'), (1, 'Second words', 8, 4.5, true, null), (2, 'Other', 0, null, false, '{}');
insert into tag values (1, 'green'), (1, 'red'), (2, 'red');
insert into thing_of_all values (1, 'o', 'p', 'n', 'h', 't');

truncate author, article, tag, shop.item restart identity;
insert into author (name, email, born, details) values
  ('Ann', 'ann@example.com', '1970-05-01', '{"city": "Bern", "langs": ["de", "fr"], "age": 50}'),
  ('Bob', null, '1980-01-15', '{"city": "Bonn", "langs": ["de"], "x": {"y": 1}}'),
  ('Cid', 'cid@example.org', null, '{}');
insert into article (title, content, author_id, published, likes, score, written_at) values
  ('Apples', 'red', 1, true, 10, 7.5, '2020-01-01T00:00:00Z'),
  ('Bananas', null, 1, false, 3, null, '2020-02-01T00:00:00Z'),
  ('Cherries', 'dark red', 2, true, 10, 9.0, '2020-03-01T00:00:00Z'),
  ('dates_50%', 'brown', null, true, 0, 1.5, '2020-04-01T00:00:00Z');
insert into tag values (1, 'fruit', 5), (1, 'sweet', null), (3, 'fruit', 1);
insert into shop.item values ('11111111-1111-1111-1111-111111111111', 7, 9007199254740993, 12.50, 0.1, 1.5, '2021-06-01', '10:00:00',
  '2021-06-01T10:00:00', '2021-06-01T10:00:00Z', 'label', 'abc', true, '{"b": 1, "a": [1, 2]}', '{"b": 1, "a": [1, 2]}', '{1,2,3}', '{a,"b c",NULL}');

truncate article, author, city, plain restart identity;
insert into city values (1, 'Oslo'), (2, 'Rome');
insert into author (name, city_id) values ('Ada', 1), ('Ben', 2), ('Cleo', null);
insert into article (author_id, topic, words, rating, published, details) values
  (1, 'sql', 100, 4.5, '2023-05-01', '{"kind": "note", "pages": 3, "free": true, "tags": ["a", "b"], "size": {"width": 30}}'),
  (1, 'sql', 300, 4.0, '2024-01-01', '{"kind": "book", "pages": 120, "free": false, "size": {"width": 300.5}}'),
  (1, 'java', 200, null, '2024-02-01', '{"kind": 7, "pages": "120", "free": "yes"}'),
  (2, 'sql', 50, 2.5, '2024-03-01', '{"kind": null, "size": {"width": null}}'),
  (2, null, 70, 3.5, null, null),
  (3, 'java', 900, 5.0, '2023-07-01', '[1, 2]'),
  (null, null, 10, null, null, '{}');

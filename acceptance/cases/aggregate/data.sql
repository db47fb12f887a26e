truncate shop, sale restart identity;
insert into shop (name, city) values ('North', 'Oslo'), ('South', 'Rome'), ('Empty', 'Oslo');
insert into sale (shop_id, product, amount, price, weight, at, open, code) values
  (1, 'apple', 3, 1.50, 0.5, '2024-01-01T00:00:00Z', true, '00000000-0000-0000-0000-000000000001'),
  (1, 'pear', 5, 2.00, 1.5, '2024-02-01T00:00:00Z', true, null),
  (1, 'apple', 4, 1.00, null, '2024-03-01T00:00:00Z', false, null),
  (2, 'plum', null, 4.25, 2, null, true, null),
  (2, 'plum', 8, 4.00, 2.5, '2024-05-01T00:00:00Z', true, null);

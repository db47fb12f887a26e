truncate account, post restart identity;
insert into account (name, secret, owner) values ('Ann', 'zebra', 1), ('Bob', 'apple', 2), ('Cid', 'mango', 1);
insert into post (account_id, title, hidden, published) values (1, 'Open', 'h1', true), (1, 'Closed', 'h2', false), (1, 'Shut', 'h3', false), (2, 'Public', 'h4', true), (2, 'News', 'h5', true), (3, 'Locked', 'h6', false);

-- Data of the shape of the Chinook sample database (the same tables, columns, keys and numbers of rows), all made up.
create table "Artist" ("ArtistId" int primary key, "Name" varchar(120));
create table "Album" (
  "AlbumId" int primary key, "Title" varchar(160) not null, "ArtistId" int not null references "Artist");
create table "Employee" (
  "EmployeeId" int primary key, "LastName" varchar(20) not null, "FirstName" varchar(20) not null,
  "Title" varchar(30), "ReportsTo" int references "Employee", "BirthDate" timestamp, "HireDate" timestamp,
  "Address" varchar(70), "City" varchar(40), "State" varchar(40), "Country" varchar(40), "PostalCode" varchar(10),
  "Phone" varchar(24), "Fax" varchar(24), "Email" varchar(60));
create table "Customer" (
  "CustomerId" int primary key, "FirstName" varchar(40) not null, "LastName" varchar(20) not null,
  "Company" varchar(80), "Address" varchar(70), "City" varchar(40), "State" varchar(40), "Country" varchar(40),
  "PostalCode" varchar(10), "Phone" varchar(24), "Fax" varchar(24), "Email" varchar(60) not null,
  "SupportRepId" int references "Employee");
create table "Genre" ("GenreId" int primary key, "Name" varchar(120));
create table "MediaType" ("MediaTypeId" int primary key, "Name" varchar(120));
create table "Playlist" ("PlaylistId" int primary key, "Name" varchar(120));
create table "Track" (
  "TrackId" int primary key, "Name" varchar(200) not null, "AlbumId" int references "Album",
  "MediaTypeId" int not null references "MediaType", "GenreId" int references "Genre", "Composer" varchar(220),
  "Milliseconds" int not null, "Bytes" int, "UnitPrice" numeric(10, 2) not null);
create table "PlaylistTrack" (
  "PlaylistId" int references "Playlist", "TrackId" int references "Track", primary key ("PlaylistId", "TrackId"));
create table "Invoice" (
  "InvoiceId" int primary key, "CustomerId" int not null references "Customer", "InvoiceDate" timestamp not null,
  "BillingAddress" varchar(70), "BillingCity" varchar(40), "BillingState" varchar(40),
  "BillingCountry" varchar(40), "BillingPostalCode" varchar(10), "Total" numeric(10, 2) not null);
create table "InvoiceLine" (
  "InvoiceLineId" int primary key, "InvoiceId" int not null references "Invoice",
  "TrackId" int not null references "Track", "UnitPrice" numeric(10, 2) not null, "Quantity" int not null);
create index on "Album" ("ArtistId");
create index on "Customer" ("SupportRepId");
create index on "Employee" ("ReportsTo");
create index on "Invoice" ("CustomerId");
create index on "InvoiceLine" ("InvoiceId");
create index on "InvoiceLine" ("TrackId");
create index on "PlaylistTrack" ("TrackId");
create index on "Track" ("AlbumId");
create index on "Track" ("GenreId");
create index on "Track" ("MediaTypeId");

insert into "Artist" select i, 'Artist number ' || i from generate_series(1, 275) i;
insert into "Album" select i, 'An album by the name of ' || i, 1 + i % 275 from generate_series(1, 347) i;
insert into "Employee"
  select i, 'Last' || i, 'First' || i, 'Support agent', case when i > 1 then 1 + i / 4 end, '1970-01-01', '2002-05-01',
    i || ' Long street', 'Calgary', 'AB', 'Canada', 'T2P 2T3', '+1 403 262 3443', null, 'person' || i || '@shop.example'
  from generate_series(1, 8) i;
insert into "Customer"
  select i, 'First' || i, 'Last' || i, null, i || ' High road', 'City' || i % 20, null, 'Country' || i % 10, '12345',
    '+55 12 3923 5555', null, 'customer' || i || '@mail.example', 3 + i % 3
  from generate_series(1, 59) i;
insert into "Genre" select i, (array['Rock', 'Jazz', 'Metal', 'Comedy'])[1 + i % 4] || ' ' || i
  from generate_series(1, 25) i;
insert into "MediaType" select i, 'Media type ' || i from generate_series(1, 5) i;
insert into "Playlist" select i, 'Playlist ' || i from generate_series(1, 18) i;
insert into "Track"
  select i, 'The track of number ' || i, 1 + i % 347, 1 + i % 5, 1 + i % 25,
    case when i % 3 > 0 then 'Somebody, somebody else and number ' || i % 90 end, 100000 + i * 77, 4000000 + i * 1031, 0.99
  from generate_series(1, 3503) i;
insert into "PlaylistTrack" select 1 + i % 18, 1 + (i * 7 + i / 3503) % 3503 from generate_series(1, 8715) i
  on conflict do nothing;
insert into "Invoice"
  select i, 1 + i % 59, timestamp '2009-01-01' + i * interval '4 days', i || ' High road', 'City' || i % 20, null,
    'Country' || i % 10, '12345', 0.99 * (1 + i % 9)
  from generate_series(1, 412) i;
insert into "InvoiceLine" select i, 1 + i % 412, 1 + (i * 13) % 3503, 0.99, 1 from generate_series(1, 2240) i;

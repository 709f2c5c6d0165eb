-- The periods over which people are counted: days, weeks from Monday on, months from their 8th day on; by their first days.
create macro monday_of(day) as day - (day + 3) % 7;
create macro month_of(day) as
  (date_trunc('month', date '1970-01-01' + day::int - 7)::date - date '1970-01-01')::bigint + 7;
create macro period_of(kind, day) as case kind when 'DAY' then day when 'WEEK' then monday_of(day) else month_of(day) end;
create macro end_of(kind, start) as
  case kind when 'DAY' then start + 1 when 'WEEK' then start + 7 else month_of(start + 31) end;
create macro start_at(day) as day * 86400000::bigint - 8 * 3600000;

create table kinds as select kind from (values ('DAY'), ('WEEK'), ('MONTH')) as each (kind);

-- What credited outcomes and clicks add to the figures of each subject, and on which day it is booked.

-- An amount of money (sales, or a refund) in its parts by touch: by credit, with the largest remainder.
create table parts as
select outcome, known_on, window_name, model, place, subjects, figure, day,
  whole + (row_number() over (by_touch order by rest desc, place) <= amount - sum(whole) over by_touch)::int as fen
from (
  select *, amount * credit // 1000000 as whole, amount * credit % 1000000 as rest
  from (
    select outcome, known_on, 'grossSales' as figure, '' as item, day_of(occurred_at) as day, sales as amount from outcomes where kind = 'orders'
    union all
    select outcome, known_on, 'refunds', refund, day, amount_fen from counted_refunds
  ) as money
  join credits using (outcome, known_on)
)
window by_touch as (partition by outcome, known_on, window_name, model, figure, item);

-- Counted once for a subject, however many of the touches with credit belong to it.
create table counts as
select outcome, known_on, window_name, model, subject, kind, day_of(occurred_at) as day, sum(credit) as credit
from outcomes join (select * exclude subjects, unnest(subjects) as subject from credits) using (outcome, known_on)
group by all;

-- What an outcome adds as it is known from one day on, until a next day.
create table entries as
select outcome, known_on, window_name, model, subject, kind as figure, day, 1 as amount from counts
union all
select outcome, known_on, window_name, model, subject, 'creditedOrders', day, credit from counts where kind = 'orders'
union all
select outcome, known_on, window_name, model, subject, 'newCustomerOrders', day, 1
from counts join first_orders using (outcome, known_on) where kind = 'orders'
union all
select outcome, known_on, window_name, model, unnest(subjects), figure, day, fen from parts;

-- A click counts under every model alike.
create table click_entries as
select conversion, windows.name as window_name, unnest([subject('NOTE', note_id), subject('LINK', link_id), subject('PRODUCT', product_id), subject('SHOP', shop_id), subject('SEARCH', fingerprint)]) as subject,
  day, known_from, known_until
from clicks join windows on true;

-- What comes to be known is added, and what is known no longer taken out: on the day that it is of, but on the day on which that became
-- known where the day that it is of was FINAL by then.
create table figures as
select subject.kind as kind, subject.id as id, booked as day, window_name as "window", model, figure, sum(amount)::bigint as amount
from (
  select subject, window_name, model, figure, amount, day, entries.known_on as since from entries
  union all
  select subject, window_name, model, figure, -amount, day, next_day
  from entries join outcomes using (outcome, known_on) where next_day is not null
  union all
  select subject, window_name, '', 'linkClicks', 1, day, known_from from click_entries where subject.id is not null
  union all
  select subject, window_name, '', 'linkClicks', -1, day, known_until from click_entries where subject.id is not null and known_until is not null
) as change
join windows on windows.name = window_name
cross join lateral (select case when since >= day + final_after then since else day end as booked)
group by all having sum(amount) <> 0;

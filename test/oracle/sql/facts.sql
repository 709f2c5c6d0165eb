-- What was accepted, as facts with the days on which they became known and stopped being true. Whoever denied consent is in none of it.
-- Instants are milliseconds since 1970; days are counted from 1970-01-01 in Asia/Shanghai, which is UTC+8 without daylight saving.
create macro day_of(instant) as (instant + 8 * 3600000) // 86400000;

-- The attribution windows, boundary included; a day's figures in one are FINAL from the end of the day + the window + 72 h, which is the
-- beginning of a day too: that many days after it.
create table windows as
select name, days * 86400000::bigint as length, 1 + days + 3 as final_after
from (values ('HOURS_24', 1), ('DAYS_7', 7), ('DAYS_15', 15), ('DAYS_30', 30)) as each (name, days);

-- Within one day nothing becomes FINAL, so that of all that happens on it only its end matters. A fact is known at the ends of the days
-- from known_from on, and no longer at those from known_until on. What says of itself no recorded_at was known always. What was corrected
-- or taken back on the day on which it became known is known at the end of none, and is left out: a conversion and the day from which a
-- fact of it is known name that fact alone.
create table facts as
select *, day_of(occurred_at) as day, coalesce(day_of(recorded_at), 0) as known_from, day_of(retired_at) as known_until
from events where consent <> 'DENIED' and known_until is distinct from known_from;

create macro known(known_from, known_until, day) as known_from <= day and (known_until is null or known_until > day);

-- A tap on a product that another platform's item shows has no link: the item with the product stands for it, and the item for the note.
create table taps as
select conversion, occurred_at, day, platform_id, event_id, click_id, person, shop_id,
  coalesce(link_id, source_id || '>' || product_id) as link_id, coalesce(note_id, source_id) as note_id, product_id,
  case when search_id is null then null else substr(search_id, 8, 16) end as fingerprint, known_from, known_until
from facts where stage = 'LINK_CLICK';

-- Who taps a link again within a second is no person: of such taps only the first is a click.
create table repeated as
select tap.conversion, tap.known_from as tap_from, former.known_from, former.known_until
from taps as tap join taps as former
  on former.person = tap.person and former.link_id = tap.link_id and former.occurred_at > tap.occurred_at - 1000
    and (former.occurred_at, former.platform_id, former.event_id) < (tap.occurred_at, tap.platform_id, tap.event_id);

-- A tap from one day to the next on which anything changed that decides whether it is a click.
create table spans as
select conversion, tap_from, day as span_from, lead(day) over (partition by conversion, tap_from order by day) as span_until
from (
  select conversion, known_from as tap_from, unnest([known_from, known_until]) as day from taps
  union
  select repeated.conversion, tap_from, unnest([greatest(repeated.known_from, taps.known_from), repeated.known_until])
  from repeated join taps on taps.conversion = repeated.conversion and taps.known_from = tap_from
)
where day is not null;

create table clicks as
select taps.* replace (span_from as known_from, span_until as known_until)
from taps join spans on spans.conversion = taps.conversion and tap_from = taps.known_from
  and known(taps.known_from, taps.known_until, span_from)
where not exists (
  from repeated where repeated.conversion = taps.conversion and repeated.tap_from = taps.known_from
    and known(repeated.known_from, repeated.known_until, span_from)
);

create table visits as
select conversion, stage, occurred_at, person, click_id, shop_id, known_from, known_until
from facts where stage in ('SHOP_VISIT', 'ADD_TO_CART');

create table payments as
select order_id, line_id, shop_id, occurred_at, person, click_id, amount_fen, known_from, known_until
from facts where stage = 'ORDER_PAID';

create table refunds as
select order_id, line_id, conversion, occurred_at, day, amount_fen, known_from, known_until
from facts where stage = 'REFUND';

-- By a shop into which the note had a link when the read was accepted, or into which another platform's item led, as the event says.
create table reads as
select person, source_id as note_id, unnest(read_shops) as shop_id, occurred_at, platform_id, event_id, known_from, known_until
from facts where stage = 'READ' and person is not null;

-- What a person did that a read may have led to: a visit of that shop, or a search (shop_id is null).
create table signs as
select person, case stage when 'SHOP_VISIT' then shop_id end as shop_id, occurred_at, known_from, known_until
from facts where stage in ('SHOP_VISIT', 'SEARCH') and person is not null;

-- Who gets the credit for an outcome: by window and model, in millionths.

-- Clicks that led into the outcome's shop, made by the same person or named by it, at or before it, in the longest window.
create table touches as
select distinct outcome, known_on, outcomes.occurred_at as outcome_at, clicks.*
from outcomes
join (
  select outcome, known_on, click.conversion
  from outcomes join clicks as click on click.shop_id = outcomes.shop_id and click.person = outcomes.person
    and click.occurred_at between outcomes.occurred_at - 30 * 86400000::bigint and outcomes.occurred_at
    and known(click.known_from, click.known_until, known_on)
  union
  select named.outcome, named.day, click.conversion
  from named_clicks as named join clicks as click using (click_id)
  where known(click.known_from, click.known_until, named.day)
) as led using (outcome, known_on)
join clicks on clicks.conversion = led.conversion and clicks.shop_id = outcomes.shop_id
  and known(clicks.known_from, clicks.known_until, known_on)
where clicks.occurred_at <= outcomes.occurred_at;

-- The newest 100 in each window. place counts from the newest.
create table window_touches as
select *, count(*) over (partition by outcome, known_on, window_name) as touches
from (
  select touches.*, windows.name as window_name,
    row_number() over (
      partition by outcome, known_on, windows.name order by occurred_at desc, platform_id desc, event_id desc
    ) as place
  from touches join windows on outcome_at - occurred_at <= length
)
where place <= 100;

create table decayed as
select *, row_number() over (partition by outcome, known_on, window_name order by exact - floor(exact) desc, place) as by_rest,
  1000000 - sum(floor(exact)) over (partition by outcome, known_on, window_name) as missing
from (
  select *, 1000000 * weight / sum(weight) over (partition by outcome, known_on, window_name) as exact
  from (select *, pow(2, (occurred_at - outcome_at) / (7 * 86400000.0)) as weight from window_touches)
);

create table click_credits as
select outcome, known_on, window_name, 'LAST_CLICK' as model, conversion, place, 1000000 as credit from window_touches where place = 1
union all
select outcome, known_on, window_name, 'FIRST_CLICK', conversion, place, 1000000 from window_touches where place = touches
union all
select outcome, known_on, window_name, 'LINEAR', conversion, place, 1000000 // touches + (place <= 1000000 % touches)::int from window_touches
union all
select outcome, known_on, window_name, 'POSITION_BASED', conversion, place,
  case
    when touches = 1 then 1000000
    when touches = 2 then 500000
    when place = 1 or place = touches then 400000
    else 200000 // (touches - 2) + (place - 1 <= 200000 % (touches - 2))::int
  end
from window_touches
union all
select outcome, known_on, window_name, 'TIME_DECAY', conversion, place, floor(exact)::bigint + (by_rest <= missing)::int from decayed;

-- READ_THROUGH: no click touch in the window; the newest read in it of a note that led into the shop; a sign from that read on.
create table read_credits as
select outcome, known_on, window_name, shop_id, note_id, platform_id, read_at
from (
  select outcome, known_on, outcomes.person, outcomes.shop_id, outcomes.occurred_at, windows.name as window_name,
    arg_max(note_id, (reads.occurred_at, reads.platform_id, reads.event_id)) as note_id,
    arg_max(reads.platform_id, (reads.occurred_at, reads.platform_id, reads.event_id)) as platform_id, max(reads.occurred_at) as read_at
  from outcomes
  join windows on true
  join reads on reads.person = outcomes.person and reads.shop_id = outcomes.shop_id
    and reads.occurred_at <= outcomes.occurred_at and outcomes.occurred_at - reads.occurred_at <= length
    and known(reads.known_from, reads.known_until, known_on)
  where not exists (
    from window_touches
    where window_touches.outcome = outcomes.outcome and window_touches.known_on = outcomes.known_on and window_name = windows.name
  )
  group by all
) as read
where exists (
  from signs
  where signs.person = read.person and (signs.shop_id is null or signs.shop_id = read.shop_id)
    and signs.occurred_at between read_at and read.occurred_at and known(signs.known_from, signs.known_until, known_on)
);

create macro subject(kind, id) as {'kind': kind, 'id': id};

-- Each touch that has credit, with the subjects that it belongs to.
create table credits as
select outcome, known_on, window_name, model, place, credit, list_filter(
    [subject('NOTE', note_id), subject('LINK', link_id), subject('PRODUCT', product_id), subject('SHOP', shop_id), subject('SEARCH', fingerprint)],
    lambda one: one.id is not null
  ) as subjects
from click_credits join clicks on clicks.conversion = click_credits.conversion and known(known_from, known_until, known_on)
where credit > 0
union all
select outcome, known_on, window_name, 'READ_THROUGH', 1, 1000000, [subject('NOTE', note_id), subject('SHOP', shop_id)] from read_credits;

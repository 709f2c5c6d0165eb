-- The way into shops step by step, by groups, of the periods that have closed, by all that is known. After the scripts of figures and of periods, with `shops` (id),
-- `linked` (note_id, shop_id, product_id, author_id, industry, leads), `boosted` (note_id, shop_id, campaign_id, from_day, to_day), `ages` (person, age_cohort),
-- `shared` (platform_id: in whose name come the events of who speaks for none) and `closed` (now).

-- Nobody can have invented of whom a platform told in its own name, or whose age the content platform knows.
create table vouched as
select person from facts, shared where stage = 'READ' and known_until is null and person is not null and facts.platform_id <> shared.platform_id
union select person from clicks, shared where known_until is null and person is not null and clicks.platform_id <> shared.platform_id
union select person from ages;

-- Reads and taps lead there; what is done there counts where something is credited with it, with each touch that has credit.
create table touches_on_the_way as
select 'READ' as stage, '' as model, '' as window_name, conversion as deed, shop_id, occurred_at, person, note_id, null as product_id, platform_id, occurred_at as touched_at,
  null::bigint as fen
from (
  select conversion, unnest(read_shops) as shop_id, occurred_at, person, source_id as note_id, platform_id
  from facts where stage = 'READ' and known_until is null and person is not null
)
union all
select 'LINK_CLICK', '', '', conversion, shop_id, occurred_at, person, note_id, product_id, platform_id, occurred_at, null
from clicks where known_until is null
union all
select unnest(stages), model, window_name, outcome, shop_id, outcomes.occurred_at, outcomes.person, note_id, product_id, platform_id, touched_at, fen
from (
  select *, case kind when 'shopVisits' then ['SHOP_VISIT'] when 'addToCarts' then ['ADD_TO_CART']
      else case when person is null or exists (
        from first_orders where first_orders.outcome = outcomes.outcome and first_orders.known_on = outcomes.known_on
      ) then ['ORDER_PAID'] else ['ORDER_PAID', 'REPURCHASE'] end end as stages
  from outcomes where next_day is null
) as outcomes
join (
  select click_credits.outcome, click_credits.known_on, model, window_name, place, note_id, product_id, platform_id, occurred_at as touched_at
  from click_credits join clicks on clicks.conversion = click_credits.conversion and known(known_from, known_until, known_on)
  where credit > 0
  union all
  select outcome, known_on, 'READ_THROUGH', window_name, 1, note_id, null, platform_id, read_at from read_credits
) as touched using (outcome, known_on)
left join (select * from parts where figure = 'grossSales') as parts using (outcome, known_on, model, window_name, place);

-- What each belongs to; a read belongs to every product that its note links to.
create table of_groups as
select row_number() over () as touch, * replace (case when exists (from vouched where vouched.person = t.person) then person end as person),
  day_of(occurred_at) as day, person as whose
from touches_on_the_way as t;

create table products_of as
select touch, product_id from of_groups where product_id is not null
union all
select distinct touch, linked.product_id from of_groups join linked using (note_id, shop_id) where of_groups.product_id is null and leads;

create table keys as
select touch, 'NOTE' as dimension, note_id as key, 1 as place from of_groups
union all select touch, 'PRODUCT', product_id, 2 from products_of
union all select distinct touch, 'AUTHOR', author_id, 3 from of_groups join linked using (note_id)
union all select distinct touch, 'INDUSTRY', industry, 4 from products_of join linked using (product_id)
union all select touch, 'PLATFORM', platform_id, 5 from of_groups
union all
select distinct touch, 'CAMPAIGN', campaign_id, 6
from of_groups join boosted using (note_id, shop_id) where day_of(touched_at) between from_day and coalesce(to_day, day_of(touched_at))
union all
select touch, 'AGE_COHORT', coalesce(age_cohort, 'UNKNOWN'), 7
from of_groups left join ages on ages.person = whose where whose is not null;

-- By nothing, one dimension, or two of which neither follows from the other.
create table cells_of as
select touch, '' as grouping_name, '' as key from of_groups
union all select touch, dimension, key from keys
union all
select touch, one.dimension || ' ' || other.dimension, one.key || ' ' || other.key
from keys as one join keys as other using (touch)
where one.place < other.place and (one.dimension, other.dimension) not in (('NOTE', 'AUTHOR'), ('PRODUCT', 'INDUSTRY'));

create table funnel_cells as
select shop_id, kind, period_of(kind, day) as start, grouping_name, key, stage, model, window_name, count(distinct deed) as events,
  count(distinct person) as people, coalesce(sum(fen), 0) as fen
from kinds, of_groups join cells_of using (touch)
where start_at(end_of(kind, period_of(kind, day))) + 72 * 3600000 <= (select now from closed)
group by all;

-- Rows in which nobody is known are left out, and of groups by age only people are told.
create table funnel_figures as
select shop_id, kind, start, grouping_name, key, stage, model, window_name, figure, amount::double as amount
from (
  select *, max(people) over (partition by shop_id, kind, start, grouping_name, key) as most, unnest(['events', 'people', 'sales']) as figure,
    unnest([events, people, fen]) as amount
  from funnel_cells
)
where (most > 0 or grouping_name = '') and amount <> 0 and (figure = 'people' or not contains(grouping_name, 'AGE_COHORT'))
union all
-- By age each of five ages is a row wherever anybody is known.
select shop_id, kind, start, grouping_name, '', '', '', '', 'leftOut', amount from (
  select shop_id, kind, start, grouping_name, (
    if(contains(grouping_name, 'AGE_COHORT'), 5 * count(distinct regexp_replace(key, ' ?[^ ]+$', '')), count(*)) - count(*) filter (most > 0)
  )::double as amount
  from (select shop_id, kind, start, grouping_name, key, max(people) as most from funnel_cells where grouping_name <> '' group by all)
  group by shop_id, kind, start, grouping_name
) where amount > 0;

-- The two largest sizes of groups of those who bought, and who bought again, in a period or in a shorter one within it: each group, all of one window together, and all together.
create table bought_groups as
select shop_id, kind, start, stage, people from funnel_cells where people > 0
union all
select shop_id, kind, period_of(kind, day), stage, count(distinct person)
from kinds, of_groups group by grouping sets ((shop_id, kind, period_of(kind, day), stage), (shop_id, kind, period_of(kind, day), stage, window_name));

insert into funnel_figures
select distinct shop_id, kind, start, '', '', '', '', '', told || place, people::double
from (
  select period.*, told, people, dense_rank() over (partition by period.shop_id, period.kind, period.start, told order by people desc) as place
  from (select distinct shop_id, kind, start from funnel_cells) as period
  join bought_groups as own on own.shop_id = period.shop_id and own.start >= period.start
    and end_of(own.kind, own.start) <= end_of(period.kind, period.start),
    (values ('bought', ['ORDER_PAID', 'REPURCHASE']), ('boughtAgain', ['REPURCHASE'])) as each (told, stages)
  where list_contains(stages, own.stage)
) where place <= 2 and people > 0;

-- How many read, which the report of visits tells again.
insert into funnel_figures
select shop_id, kind, start, '', '', '', '', '', 'readers', people::double from funnel_cells where grouping_name = '' and stage = 'READ' and people > 0;

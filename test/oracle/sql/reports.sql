-- What reports tell of the periods that have closed, as `report of kind from subject figure amount`. After the scripts of figures and of periods, with `shops` (id, industry,
-- platform_id), `hours` (industry, moment, impressions, reads, interactions), `read_days` (person, day, industry), `searched` (person, moment, origin), `campaigns` (shop_id, joint_from, ends_on: days), `ages` (person: whose age is known), `shared` (platform_id: in whose name
-- come the events of who speaks for none) and `closed` (by when periods closed).
-- Reads of notes that led somewhere, and searches, by known persons.
create table looks as
select person, stage, occurred_at, day, platform_id, conversion, read_shops from facts
where known_until is null and person is not null and (stage = 'SEARCH' or (stage = 'READ' and len(read_shops) > 0));

create table led as
select looks.person, conversion, occurred_at, day, looks.platform_id, shops.id as shop_id, shops.industry,
  looks.platform_id not in (shops.platform_id, shared.platform_id) as vouched
from (select * exclude (read_shops), unnest(read_shops) as shop_id from looks where stage = 'READ') as looks
join shops on shops.id = shop_id, shared;

create table bought as
select outcome as order_id, outcomes.shop_id, person, occurred_at, day_of(occurred_at) as day, sales, credited.outcome is not null as seeded,
  row_number() over (partition by outcomes.shop_id, person order by occurred_at, outcome) as place
from outcomes
left join (select distinct outcome, known_on from click_credits where model = 'LAST_CLICK' and window_name = 'DAYS_15') as credited
  using (outcome, known_on)
where kind = 'orders' and next_day is null and person is not null;

create table vouched_buyers as
select distinct person, id as shop_id from led, shops, shared where led.platform_id not in (shops.platform_id, shared.platform_id)
union
select person, shop_id from clicks join shops on shops.id = shop_id, shared
where known_until is null and person is not null and clicks.platform_id not in (shops.platform_id, shared.platform_id);

-- Visits that clicks led to, and reads, by shop, industry and all.
create table subjects as
select id as shop_id, unnest([id, industry, 'ALL']) as subject, unnest([true, false, false]) as is_shop from shops;

create table report_figures as
select 'visits' as report, kinds.kind, period_of(kinds.kind, figures.day) as start, subject, 'visits' as figure, sum(amount)::double as amount
from kinds, figures join subjects on subjects.shop_id = figures.id
where figures.kind = 'SHOP' and "window" = 'DAYS_15' and model = 'LAST_CLICK' and figures.figure = 'shopVisits'
group by all
union all
select 'visits', kind, period_of(kind, day), shop_id, 'reads', count(*)
from kinds, led group by kind, period_of(kind, day), shop_id;

-- Who bought again.
insert into report_figures
select 'repurchase', kind, start, shop_id,
  unnest(['buyers', 'vouched', 'repeat', 'repeatVouched', 'seeded', 'seededRepeat', 'seededVouched', 'seededRepeatVouched', 'medianDays']),
  unnest([
    count(*), count(*) filter (where is_vouched), count(*) filter (where newest > 1), count(*) filter (where newest > 1 and is_vouched),
    count(*) filter (where seeded), count(*) filter (where seeded and newest > 1), count(*) filter (where seeded and is_vouched),
    count(*) filter (where seeded and newest > 1 and is_vouched),
    median(second_at - first_at) filter (where newest > 1) / 86400000.0
  ]::double[])
from (
  select kind, period_of(kind, own.day) as start, own.shop_id, own.person, max(own.place) as newest, any_value(first.seeded) as seeded,
    any_value(first.occurred_at) as first_at, any_value(second.occurred_at) as second_at, any_value(vouched.person) is not null as is_vouched
  from kinds, bought as own
  join bought as first on first.shop_id = own.shop_id and first.person = own.person and first.place = 1
  left join bought as second on second.shop_id = own.shop_id and second.person = own.person and second.place = 2
  left join vouched_buyers as vouched on vouched.shop_id = own.shop_id and vouched.person = own.person
  group by all
)
group by kind, start, shop_id;

-- Who had searched before buying.
insert into report_figures
select 'searched-before', kind, start, '', unnest(['buyers', 'searched', 'vouched', 'searchedVouched']),
  unnest([count(*), count(*) filter (where searched), count(*) filter (where is_vouched), count(*) filter (where searched and is_vouched)]::double[])
from (
  select kind, start, person in (from ages) or person in (select person from looks, shared where stage = 'READ' and looks.platform_id <> shared.platform_id)
    as is_vouched, exists (
    from looks where stage = 'SEARCH' and looks.person = buyer.person and looks.occurred_at < first_at
      and looks.occurred_at >= first_at - 30 * 86400000::bigint
  ) as searched
  from (
    select kind, period_of(kind, day) as start, person, min(occurred_at) as first_at from kinds, bought group by all
  ) as buyer
)
group by kind, start;

-- Exposed persons beside those who are like them in what they did before and in how much else they look at. Reads that come in the name of who speaks for none count for nothing;
-- who only searched may be invented, unless their age is known.
create table own_looks as select looks.* from looks, shared where stage = 'SEARCH' or looks.platform_id <> shared.platform_id;

create table active as
select kind, start, person, looks, before_looks, visited, has_read or person in (from ages) as is_known from (
  select kind, period_of(kind, day) as start, person, count(*) as looks, bool_or(stage = 'READ') as has_read from kinds, own_looks where kind <> 'DAY' group by all
) as each
left join lateral (
  select count(*) as before_looks from own_looks where own_looks.person = each.person
    and own_looks.occurred_at >= start_at(start) - 30 * 86400000::bigint and own_looks.occurred_at < start_at(start)
) on true
left join lateral (
  select count(*) > 0 as visited from visits where visits.person = each.person and known_until is null and stage = 'SHOP_VISIT'
    and visits.occurred_at >= start_at(start) - 30 * 86400000::bigint and visits.occurred_at < start_at(start)
) on true;

create table exposures as
select kind, period_of(kind, day) as start, subject, person, count(distinct conversion) as own, min(occurred_at) as first_at,
  bool_or(vouched) as vouched
from kinds, shared, led join subjects using (shop_id) where kind <> 'DAY' and led.platform_id <> shared.platform_id group by all;

create table done as
select kind, period_of(kind, day_of(occurred_at)) as start, subject, person, occurred_at, visits, orders, sales
from kinds, (
  select shop_id, person, occurred_at, 1 as visits, 0 as orders, 0 as sales from visits
  where stage = 'SHOP_VISIT' and known_until is null and person is not null
  union all
  select shop_id, person, occurred_at, 0, 1, sales from bought
) join subjects using (shop_id);

create table compared as
select active.kind, active.start, targets.subject, active.person, first_at is not null as exposed, if(first_at is null, is_known, vouched) as vouched,
  least(before_looks, 4) > 3 as much, before_looks > 0 as anything, visited,
  case when looks - coalesce(own, 0) <= 2 then 0 when looks - coalesce(own, 0) <= 6 then 1 else 2 end as other,
  coalesce(sum(visits), 0)::double as visits, coalesce(sum(orders), 0)::double as orders, coalesce(sum(sales), 0)::double as sales
from (select distinct kind, start, subject from exposures) as targets
join active using (kind, start)
left join exposures using (kind, start, subject, person)
left join done on done.kind = active.kind and done.start = active.start and done.subject = targets.subject and done.person = active.person
  and (first_at is null or done.occurred_at >= first_at)
group by active.kind, active.start, targets.subject, active.person, first_at, is_known, vouched, before_looks, visited, looks, own;

create table strata as
select kind, start, subject, count(*) filter (where exposed) as exposed, count(*) filter (where not exposed) as others,
  avg((visits > 0)::int) filter (where exposed) as visitors1, avg((visits > 0)::int) filter (where not exposed) as visitors0,
  avg(visits) filter (where exposed) - avg(visits) filter (where not exposed) as visits,
  avg(orders) filter (where exposed) - avg(orders) filter (where not exposed) as orders,
  avg(sales) filter (where exposed) - avg(sales) filter (where not exposed) as sales,
  count(*) filter (where exposed and vouched) as vouched1, count(*) filter (where not exposed and vouched) as vouched0,
  count(*) filter (where exposed and visits > 0) as visited1, count(*) filter (where exposed and visits > 0 and vouched) as vouched_visited1,
  count(*) filter (where exposed and orders > 0) as bought1, count(*) filter (where exposed and orders > 0 and vouched) as vouched_bought1,
  count(*) filter (where not exposed and visits > 0) as visited0, count(*) filter (where not exposed and visits > 0 and vouched) as vouched_visited0,
  count(*) filter (where not exposed and orders > 0) as bought0, count(*) filter (where not exposed and orders > 0 and vouched) as vouched_bought0,
  var_samp((visits > 0)::int) filter (where exposed) / count(*) filter (where exposed) as of_visitors1,
  var_samp((visits > 0)::int) filter (where not exposed) / count(*) filter (where not exposed) as of_visitors0,
  var_samp(visits) filter (where exposed) / count(*) filter (where exposed) + var_samp(visits) filter (where not exposed) / count(*) filter (where not exposed) as of_visits,
  var_samp(orders) filter (where exposed) / count(*) filter (where exposed) + var_samp(orders) filter (where not exposed) / count(*) filter (where not exposed) as of_orders,
  var_samp(sales) filter (where exposed) / count(*) filter (where exposed) + var_samp(sales) filter (where not exposed) / count(*) filter (where not exposed) as of_sales
from compared group by kind, start, subject, much, anything, visited, other
having count(*) filter (where exposed) > 1 and count(*) filter (where not exposed) > 1;

insert into report_figures
select 'exposure', kind, start, subject, unnest(['people', 'controls', 'exposedMean', 'controlMean', 'visits', 'orders', 'sales']),
  unnest([
    sum(exposed), sum(others), sum(exposed * visitors1) / sum(exposed), sum(exposed * visitors0) / sum(exposed), sum(exposed * visits),
    sum(exposed * orders), sum(exposed * sales)
  ]::double[])
from strata group by kind, start, subject;

insert into report_figures
select 'exposure', kind, start, subject, unnest([
    'vouched', 'vouchedControls', 'exposedVisitors', 'vouchedExposedVisitors', 'exposedBuyers', 'vouchedExposedBuyers', 'controlVisitors',
    'vouchedControlVisitors', 'controlBuyers', 'vouchedControlBuyers'
  ]),
  unnest([
    sum(vouched1), sum(vouched0), sum(visited1), sum(vouched_visited1), sum(bought1), sum(vouched_bought1), sum(visited0), sum(vouched_visited0),
    sum(bought0), sum(vouched_bought0)
  ]::double[])
from strata group by kind, start, subject;

-- How certain that is: squared standard errors of means, strata weighed by their exposed persons (effectiveControls after Kish), and 95 % to either side of totals.
insert into report_figures
select 'exposure', kind, start, subject, unnest([
    'effectiveControls', 'exposedVariance', 'controlVariance', 'visitsLow', 'visitsHigh', 'ordersLow', 'ordersHigh', 'salesLow', 'salesHigh'
  ]),
  unnest([
    pow(sum(exposed), 2) / sum(exposed * exposed / others), sum(exposed * exposed * of_visitors1) / pow(sum(exposed), 2),
    sum(exposed * exposed * of_visitors0) / pow(sum(exposed), 2),
    sum(exposed * visits) - z * sqrt(sum(exposed * exposed * of_visits)), sum(exposed * visits) + z * sqrt(sum(exposed * exposed * of_visits)),
    sum(exposed * orders) - z * sqrt(sum(exposed * exposed * of_orders)), sum(exposed * orders) + z * sqrt(sum(exposed * exposed * of_orders)),
    sum(exposed * sales) - z * sqrt(sum(exposed * exposed * of_sales)), sum(exposed * sales) + z * sqrt(sum(exposed * exposed * of_sales))
  ]::double[])
from strata, (select 1.959963984540054 as z) group by kind, start, subject, z;

-- Shops for whose campaigns merchant and marketplace both pay, summed over the days.
insert into report_figures
select 'joint-merchants', kind, period_of(kind, day), subject, 'merchants', count(distinct shop_id)
from kinds, (
  select shop_id, day, unnest([industry, 'ALL']) as subject from (
    select shop_id, industry, unnest(range(joint_from, ends_on + 1)) as day
    from campaigns join shops on shops.id = shop_id where joint_from is not null
  )
)
group by kind, day, period_of(kind, day), subject;

-- What content counted of its notes, and who searches.
insert into report_figures
select 'readership', kind, period_of(kind, day_of(moment)), subject, figure, sum(amount)
from kinds, (
  select unnest([industry, 'ALL']) as subject, moment, figure, amount from (
    select industry, moment, unnest(['impressions', 'reads', 'interactions']) as figure, unnest([impressions, reads, interactions]) as amount
    from hours
  )
)
group by kind, period_of(kind, day_of(moment)), subject, figure;

insert into report_figures
select 'readership', kind, start, subject, 'readers', count(distinct person)
from (select kind, period_of(kind, day) as start, unnest([industry, 'ALL']) as subject, person from kinds, read_days)
group by kind, start, subject;

create table people_days as
select distinct person, day, false as searches from read_days
union
select distinct person, day_of(moment), true from searched where person is not null;

insert into report_figures
select 'search-people', kind, start, '', unnest(['active', 'searchers', 'fresh', 'freshFirstDay']),
  unnest([
    count(*), count(*) filter (where searches), count(*) filter (where is_fresh), count(*) filter (where is_fresh and searches_first)
  ])::double
from (
  select kind, period_of(kind, day) as start, person, bool_or(searches) as searches, min(day) = min(first_day) as is_fresh,
    bool_or(searches and day = first_day) as searches_first
  from kinds, (select *, min(day) over (partition by person) as first_day from people_days)
  group by kind, period_of(kind, day), person
)
group by kind, start;

insert into report_figures
select 'search-people', kind, period_of(kind, day_of(moment)), '', unnest(['searches', 'userSearches']),
  unnest([count(*), count(*) filter (where origin = 'USER')])::double
from kinds, searched group by kind, period_of(kind, day_of(moment));

create table closed_figures as
select report, kind, strftime(date '1970-01-01' + start::int, '%Y-%m-%d') as "from", subject, figure, sum(amount) as amount
from report_figures, closed
where start_at(end_of(kind, start)) + 72 * 3600000 <= closed.now
group by all having sum(amount) <> 0;

-- The market beside itself a year before: each rate of a week or month that has closed, with its 95 % interval over days, and what its change would be had every industry kept the share that it had then.
-- After the scripts of reports.
create table rate_counts as
select metric, subject, day, sum(counted)::double as counted, sum(of_which)::double as of_which
from (
  select unnest(['CLICK_RATE', 'ENGAGEMENT_RATE', 'SHOP_VISIT_RATE']) as metric, unnest([reads, interactions, 0]) as counted,
    unnest([impressions, reads, reads]) as of_which, subject, day
  from (select *, unnest([industry, 'ALL']) as subject, day_of(moment) as day from hours)
  union all
  select 'SHOP_VISIT_RATE', amount, 0, subject, day
  from figures join subjects on subjects.shop_id = figures.id and not is_shop
  where figures.kind = 'SHOP' and "window" = 'DAYS_15' and model = 'LAST_CLICK' and figures.figure = 'shopVisits'
)
group by all;

-- Each period by day, days on which nothing was counted included.
create table rate_days as
select spans.kind, spans.start, spans.metric, spans.subject, day, coalesce(counted, 0) as counted, coalesce(of_which, 0) as of_which
from (
  select distinct kinds.kind, period_of(kinds.kind, day) as start, metric, subject, unnest(range(period_of(kinds.kind, day), end_of(kinds.kind, period_of(kinds.kind, day)))) as day
  from kinds, rate_counts where kinds.kind <> 'DAY'
) as spans
left join rate_counts using (metric, subject, day);

-- A rate's squared relative standard error: days are clusters, within which whatever is counted may hang together.
create table rates as
select kind, start, metric, subject, sum(counted) as counted, sum(of_which) as of_which, sum(counted) / sum(of_which) as rate, count(*) as days,
  count(*) / (count(*) - 1) * sum(pow(counted - whole * of_which, 2)) / pow(sum(counted), 2) as variance
from (
  select *, sum(counted) over (partition by kind, start, metric, subject) / sum(of_which) over (partition by kind, start, metric, subject) as whole
  from rate_days
)
group by kind, start, metric, subject having sum(counted) > 0 and sum(of_which) > 0;

-- The 97.5 % quantiles of Student's t, from printed tables.
create table student as
select degrees, quantile from (
  values (12, 2.178813), (54, 2.004879), (55, 2.004045), (56, 2.003241), (57, 2.002465), (58, 2.001717), (59, 2.000995), (60, 2.000298)
) as each (degrees, quantile);

create macro year_before(kind, start) as
  case kind when 'WEEK' then start - 364 else (date '1970-01-01' + start::int - interval 1 year)::date - date '1970-01-01' end;

create table pairs as
select after.kind, after.start, after.metric, after.subject, before.rate as baseline, after.rate as current, after.rate / before.rate as ratio,
  quantile * sqrt(before.variance + after.variance) as reach, before.of_which as baseline_size, after.of_which as size
from rates as after
join rates as before on before.kind = after.kind and before.start = year_before(after.kind, after.start)
  and before.metric = after.metric and before.subject = after.subject
join student on degrees = before.days + after.days - 2;

create table sums as
select kind, start, metric, subject, sum(counted) as counted, sum(of_which) as of_which from rate_days where subject <> 'ALL' group by all;

-- Nothing is said where an industry of then is not there any more.
create table mixes as
select periods.kind, periods.start, before.metric,
  if(bool_and(coalesce(after.of_which, 0) > 0), sum(before.of_which * after.counted / after.of_which) / sum(before.of_which), null) as kept
from (select distinct kind, start from sums) as periods
join sums as before on before.kind = periods.kind and before.start = year_before(periods.kind, periods.start) and before.of_which > 0
left join sums as after on after.kind = periods.kind and after.start = periods.start and after.metric = before.metric and after.subject = before.subject
group by periods.kind, periods.start, before.metric;

create table uplift as
select pairs.kind, strftime(date '1970-01-01' + start::int, '%Y-%m-%d') as "from", metric, subject, baseline, current, ratio - 1 as change,
  ratio * exp(-reach) - 1 as low, ratio * exp(reach) - 1 as high, baseline_size::double as "baselineSize", size::double as size,
  if(subject = 'ALL', kept / baseline - 1, null) as "changeAtBaselineMix",
  if(subject = 'ALL', sign(kept / baseline - 1) * sign(ratio - 1) < 0, null) as "isMisleading"
from pairs left join mixes using (kind, start, metric), closed
where start_at(end_of(pairs.kind, start)) + 72 * 3600000 <= closed.now;

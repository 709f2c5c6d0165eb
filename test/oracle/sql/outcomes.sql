-- Outcomes (visits, carts, orders) as they stood at the end of each day on which anything about them may have changed.

create table changes as
select conversion as outcome, known_from as day from visits
union select conversion, known_until from visits where known_until is not null
union select order_id, known_from from payments
union select order_id, known_until from payments where known_until is not null
union select order_id, known_from from refunds
union select order_id, known_until from refunds where known_until is not null;

-- All that is known of a person may touch all of the person's outcomes: more days than needed add nothing and take nothing away.
create table days_of_person as
select distinct person, unnest([known_from, known_until]) as day from facts where person is not null;

create table outcome_days as
select *, lead(day) over (partition by outcome order by day) as next_day
from (
  select outcome, day from changes
  union
  select outcome, days_of_person.day
  from (
    select conversion as outcome, person, known_from from visits
    union select order_id, person, known_from from payments
  )
  join days_of_person using (person)
  where days_of_person.day >= known_from
  union
  -- Which order is a buyer's first changes with any of the buyer's orders: by a payment, too, that tells of no person.
  select own.order_id, changes.day
  from (select distinct order_id, person from payments where person is not null) as own
  join (select distinct order_id, person from payments where person is not null) as other using (person)
  join changes on changes.outcome = other.order_id
  union
  select outcome, unnest([clicks.known_from, clicks.known_until]) as day
  from (
    select conversion as outcome, click_id, known_from from visits
    union select order_id, click_id, known_from from payments
  ) as named
  join clicks using (click_id)
)
where day is not null;

-- Whose click ids an outcome names.
create table named_clicks as
select outcome_days.outcome, outcome_days.day, click_id
from outcome_days join visits on visits.conversion = outcome and known(visits.known_from, visits.known_until, outcome_days.day)
where click_id is not null
union
select outcome, day, click_id
from outcome_days join payments on payments.order_id = outcome and known(payments.known_from, payments.known_until, day)
where click_id is not null;

-- An order counts at its earliest payment that may be counted, and is the person's whom the earliest of them tells of.
create table outcomes as
select outcome, outcome_days.day as known_on, next_day, case stage when 'SHOP_VISIT' then 'shopVisits' else 'addToCarts' end as kind,
  shop_id, person, occurred_at, null::bigint as sales
from outcome_days join visits on visits.conversion = outcome and known(visits.known_from, visits.known_until, outcome_days.day)
union all
select outcome, day, next_day, 'orders', min(shop_id),
  arg_min(person, (occurred_at, line_id)) filter (where person is not null), min(occurred_at), sum(amount_fen)
from outcome_days join payments on payments.order_id = outcome and known(payments.known_from, payments.known_until, day)
group by all;

-- Orders that are their buyer's first paid one in the shop.
create table first_orders as
select outcome, known_on
from outcomes as own
where kind = 'orders' and person is not null and not exists (
  from outcomes as other
  where other.kind = 'orders' and other.shop_id = own.shop_id and other.person = own.person
    and other.known_on <= own.known_on and (other.next_day is null or other.next_day > own.known_on)
    and (other.occurred_at, other.outcome) < (own.occurred_at, own.outcome)
);

-- Refunds of lines that were paid, no more of a line than was paid for it; those made first are taken first.
create table counted_refunds as
select outcome, known_on, conversion as refund, day, least(upto, paid) - least(upto - amount_fen, paid) as amount_fen
from (
  select outcome_days.outcome, outcome_days.day as known_on, refunds.conversion, refunds.day, refunds.amount_fen, payments.amount_fen as paid,
    sum(refunds.amount_fen) over (
      partition by outcome_days.outcome, outcome_days.day, refunds.line_id order by refunds.occurred_at, refunds.conversion
    ) as upto
  from outcome_days
  join refunds on refunds.order_id = outcome and known(refunds.known_from, refunds.known_until, outcome_days.day)
  join payments on payments.order_id = outcome and payments.line_id = refunds.line_id
    and known(payments.known_from, payments.known_until, outcome_days.day)
)
where least(upto, paid) > least(upto - amount_fen, paid);
